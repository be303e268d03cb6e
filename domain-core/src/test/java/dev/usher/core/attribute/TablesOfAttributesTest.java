package dev.usher.core.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Profile;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Question;
import dev.usher.core.event.Venue;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A table of attributes says each name and each path once, and starts from values that its kinds can read. */
class TablesOfAttributesTest {

    static Stream<List<Attribute<?>>> tables() {
        return Stream.of(
                EventAttributes.ALL,
                TicketClassAttributes.ALL,
                Question.DETAILS,
                Venue.ATTRIBUTES,
                Organizer.ATTRIBUTES,
                Profile.ATTRIBUTES);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void namesAndPathsAreUnique(List<Attribute<?>> table) {
        assertThat(table).extracting(Attribute::name).doesNotHaveDuplicates();
        assertThat(table).extracting(Attribute::path).doesNotHaveDuplicates();
        assertThat(table).extracting(Attribute::name).allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void initialValuesAreOfTheirKind(List<Attribute<?>> table) {
        table.forEach(TablesOfAttributesTest::hasReadableInitialValue);
    }

    private static <T> void hasReadableInitialValue(Attribute<T> attribute) {
        attribute
                .initial()
                .ifPresent(value -> assertThat(attribute
                                .kind()
                                .read(attribute.kind().write(value))
                                .said())
                        .contains(value));
    }
}
