package dev.usher.core.service;

import static dev.usher.core.event.EventAttributes.CHANGED_AT;
import static dev.usher.core.event.EventAttributes.END;
import static dev.usher.core.event.EventAttributes.START;
import static dev.usher.core.event.EventAttributes.STATE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.event.Event;
import java.util.Set;

/** A season in which somebody looks at all there is before and after every deed. */
final class WatchedSeason {
    /** Where each step leads, said a second time and otherwise than the engine says it. */
    private static final Set<String> STEPS = Set.of(
            "draft PUBLISH published",
            "published UNPUBLISH draft",
            "draft CANCEL canceled",
            "published CANCEL canceled",
            "draft DELETE deleted",
            "published DELETE deleted",
            "canceled DELETE deleted");

    private static final Set<Deed> STEPPING =
            Set.of(EventDeed.PUBLISH, EventDeed.UNPUBLISH, EventDeed.CANCEL, EventDeed.DELETE);
    private static final Set<Deed> MAKING = Set.of(EventDeed.COPY, EventDeed.HOLD_TWICE);

    private final Season season = new Season();

    Event event() {
        return season.event();
    }

    /** Does it, or is refused; requires that either is right. */
    boolean isDone(Deed deed) {
        Event atHand = season.event();
        StoreContent before = season.content();
        boolean isDone = deed.in(season).violations().isEmpty();
        StoreContent after = season.content();
        if (!isDone) {
            assertThat(after).as("%s was refused", deed).isEqualTo(before);
        }
        requireSteps(isDone, deed, atHand, before, after);
        requireOthersAlone(deed, atHand, before, after);
        new Soundness(after, season.house.clock.instant()).require();
        return isDone;
    }

    /** An event takes the steps that there are, and nobody else but the occurrences of a series takes them with it. */
    private static void requireSteps(boolean isDone, Deed deed, Event atHand, StoreContent before, StoreContent after) {
        for (Event event : before.events()) {
            Event then = after.event(event.ref().event()).orElseThrow();
            String from = event.get(STATE).orElseThrow();
            String to = then.get(STATE).orElseThrow();
            boolean isMeant = isDone && STEPPING.contains(deed);
            if (isMeant && event.ref().equals(atHand.ref())) {
                assertThat(STEPS).contains(from + " " + deed + " " + to);
                assertThat(then.version()).isEqualTo(event.version() + 1);
            } else if (isMeant && !from.equals(to)) {
                assertThat(event.series())
                        .as("whose step it was")
                        .contains(atHand.ref().event());
                assertThat(STEPS).contains(from + " " + deed + " " + to);
            } else {
                assertThat(to).isEqualTo(from);
            }
        }
        assertThat(after.events().size() > before.events().size()).isEqualTo(isDone && MAKING.contains(deed));
    }

    /** What is done to one event is done to no other, unless to the occurrences of a series, or to how long the series lasts. */
    private static void requireOthersAlone(Deed deed, Event atHand, StoreContent before, StoreContent after) {
        for (Event event : before.events()) {
            boolean isMeant = event.ref().equals(atHand.ref())
                    || event.series()
                            .filter(number -> number == atHand.ref().event())
                            .isPresent();
            boolean isItsSeries = atHand.series()
                    .filter(number -> number == event.ref().event())
                    .isPresent();
            if (!isMeant || deed instanceof HouseDeed) {
                Event then = after.event(event.ref().event()).orElseThrow();
                assertThat(isItsSeries ? dateless(then) : then).isEqualTo(isItsSeries ? dateless(event) : event);
                assertThat(after.classesOf(event)).isEqualTo(before.classesOf(event));
                assertThat(after.questionsOf(event)).isEqualTo(before.questionsOf(event));
            }
        }
    }

    private static Event dateless(Event series) {
        return new Event(
                series.ref(),
                series.externalId(),
                0,
                series.attributes().without(START).without(END).without(CHANGED_AT));
    }
}
