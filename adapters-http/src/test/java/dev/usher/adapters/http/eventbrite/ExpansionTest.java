package dev.usher.adapters.http.eventbrite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.adapters.http.QueryString;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which objects stand beside their ids. */
class ExpansionTest {

    @Test
    void namesOfTheAnswerItself() {
        Expansion expansion = of("expand=venue,organizer,primary_venue");
        assertThat(expansion.wants("event", "venue")).isTrue();
        assertThat(expansion.wants("event", "organizer")).isTrue();
        assertThat(expansion.wants("event", "category")).isFalse();
    }

    @Test
    void namesInsideOfWhatIsExpanded() {
        Expansion expansion = of("expand=event.venue");
        assertThat(expansion.wants("ticket_class", "event")).isTrue();
        assertThat(expansion.wants("ticket_class", "venue")).isFalse();
        assertThat(expansion.inside("ticket_class", "event").wants("event", "venue"))
                .isTrue();
        assertThat(expansion.inside("ticket_class", "event").wants("event", "event"))
                .isFalse();
    }

    @Test
    void namesOfEveryObjectOfAType() {
        Expansion expansion = of("expand.event=organizer,venue&expand.ticket_class=event");
        assertThat(expansion.wants("event", "venue")).isTrue();
        assertThat(expansion.wants("ticket_class", "event")).isTrue();
        assertThat(expansion.wants("ticket_class", "venue")).isFalse();
        assertThat(expansion.inside("ticket_class", "event").wants("event", "organizer"))
                .isTrue();
    }

    @Test
    void noneIsNothing() {
        assertThat(of("expand=none").wants("event", "venue")).isFalse();
        assertThat(of("page=1").wants("event", "venue")).isFalse();
    }

    @Test
    void itEndsAfterFourLevels() {
        Expansion expansion = of("expand.event=event");
        for (int level = 0; level < 4; level++) {
            assertThat(expansion.wants("event", "event")).as("level %s", level).isTrue();
            expansion = expansion.inside("event", "event");
        }
        assertThat(expansion.wants("event", "event")).isFalse();
    }

    @Test
    void whatLeadsBackIsExpandedOnce() {
        Expansion expansion = of("expand.event=ticket_classes&expand.ticket_class=event");
        Expansion inside = expansion.insideOnce("event", "ticket_classes");
        assertThat(inside.wants("ticket_class", "event")).isTrue();
        assertThat(inside.insideOnce("ticket_class", "event").wants("event", "ticket_classes"))
                .isFalse();
        assertThat(of("expand=ticket_classes.event.venue")
                        .insideOnce("event", "ticket_classes")
                        .insideOnce("ticket_class", "event")
                        .wants("event", "venue"))
                .isTrue();
    }

    private static Expansion of(String query) {
        return Expansion.of(QueryString.read(query, List.of()).orThrow());
    }
}
