package dev.usher.core.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.rule.Field;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A change does what it says and nothing else, and doing it twice is doing it once. */
class ChangeProperties {
    private static final List<Attribute<Long>> TABLE = List.of(
            Attribute.of("one", "thing.one", new Kind.Whole(0, 9)),
            Attribute.of("two", "thing.two", new Kind.Whole(0, 9), 7L),
            Attribute.of("three", "thing.three", new Kind.Whole(0, 9)));

    @Provide
    Arbitrary<Attributes> things() {
        Arbitrary<Long> value = Arbitraries.longs().between(0, 9).injectNull(0.4);
        return value.list().ofSize(TABLE.size()).map(values -> {
            Attributes thing = Attributes.NONE;
            for (int at = 0; at < values.size(); at++) {
                Long said = values.get(at);
                if (said != null) {
                    thing = thing.with(TABLE.get(at), said);
                }
            }
            return thing;
        });
    }

    @Provide
    Arbitrary<Change> changes() {
        Arbitrary<Field<Long>> field = Arbitraries.oneOf(
                Arbitraries.just(Field.<Long>absent()),
                Arbitraries.just(Field.<Long>cleared()),
                Arbitraries.longs().between(0, 9).map(Field::said),
                Arbitraries.just(Field.<Long>unreadable("many", "expected 0 to 9")));
        return field.list().ofSize(TABLE.size()).map(fields -> {
            Change change = Change.NONE;
            for (int at = 0; at < fields.size(); at++) {
                change = change.with(TABLE.get(at), fields.get(at));
            }
            return change;
        });
    }

    @Property
    void eachFieldDoesWhatItSays(@ForAll("things") Attributes before, @ForAll("changes") Change change) {
        Attributes after = change.appliedTo(before);
        for (Attribute<Long> attribute : TABLE) {
            Field<Long> field = change.field(attribute);
            if (field instanceof Field.Said<Long> said) {
                assertThat(after.said(attribute)).contains(said.value());
            } else if (field instanceof Field.Cleared<Long>) {
                assertThat(after.said(attribute)).isEmpty();
                assertThat(after.get(attribute)).isEqualTo(attribute.initial());
            } else {
                assertThat(after.said(attribute)).isEqualTo(before.said(attribute));
            }
        }
    }

    @Property
    void doingItTwiceIsDoingItOnce(@ForAll("things") Attributes before, @ForAll("changes") Change change) {
        Attributes once = change.appliedTo(before);
        assertThat(change.appliedTo(once)).isEqualTo(once);
    }

    @Property
    void sayingNothingChangesNothing(@ForAll("things") Attributes before) {
        assertThat(Change.NONE.appliedTo(before)).isEqualTo(before);
    }

    @Property
    void whatIsAbsentIsNotMentioned(@ForAll("changes") Change change) {
        for (Attribute<Long> attribute : TABLE) {
            assertThat(change.mentions(attribute))
                    .isEqualTo(!change.field(attribute).isAbsent());
            assertThat(change.with(attribute, Field.<Long>absent()).mentions(attribute))
                    .isFalse();
        }
        assertThat(change.mentioned()).allMatch(change::mentions);
    }

    @Property
    void whatWasPutInComesOutAndWhatWasTakenIsGone(@ForAll("things") Attributes before) {
        for (Attribute<Long> attribute : TABLE) {
            assertThat(before.with(attribute, 3L).said(attribute)).contains(3L);
            assertThat(before.without(attribute).said(attribute)).isEmpty();
            assertThat(before.with(attribute, before.said(attribute))).isEqualTo(before);
            assertThat(before.of(Set.of(attribute)).said())
                    .isEqualTo(before.said(attribute).isPresent() ? Set.of(attribute) : Set.of());
        }
    }
}
