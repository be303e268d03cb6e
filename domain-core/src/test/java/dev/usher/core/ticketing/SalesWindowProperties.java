package dev.usher.core.ticketing;

import static dev.usher.core.ticketing.TicketClassAttributes.AUTO_HIDE;
import static dev.usher.core.ticketing.TicketClassAttributes.AUTO_HIDE_AFTER;
import static dev.usher.core.ticketing.TicketClassAttributes.AUTO_HIDE_BEFORE;
import static dev.usher.core.ticketing.TicketClassAttributes.HIDDEN;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_SOLD;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_TOTAL;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_END;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START_AFTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * Whatever dates are set, a class is sold in one stretch of time at the most, and seen in one.
 *
 * <p>Hours stand for instants: the event is published at hour 10, begins at hour 100 and ends at hour 110.
 */
class SalesWindowProperties {
    private static final EventRef REF = new EventRef(1, 1);
    private static final int HOURS = 120;
    private static final Event PUBLISHED = event(Attributes.NONE
            .with(EventAttributes.STATE, "published")
            .with(EventAttributes.PUBLISHED_AT, hour(10))
            .with(EventAttributes.START, hour(100))
            .with(EventAttributes.END, hour(110)));

    @Provide
    Arbitrary<TicketClass> classes() {
        Arbitrary<Optional<Instant>> moment = Arbitraries.integers()
                .between(0, HOURS)
                .map(SalesWindowProperties::hour)
                .optional(0.6);
        Arbitrary<Boolean> flag = Arbitraries.of(true, false);
        Arbitrary<Long> sold = Arbitraries.of(0L, 3L, 5L);
        return Combinators.combine(moment, moment, moment, moment, flag, sold)
                .as((start, end, before, after, isAuto, count) -> ticketClass(Attributes.NONE
                        .with(QUANTITY_TOTAL, 5L)
                        .with(QUANTITY_SOLD, count)
                        .with(SALES_START, start)
                        .with(SALES_END, end)
                        .with(AUTO_HIDE, isAuto)
                        .with(AUTO_HIDE_BEFORE, before)
                        .with(AUTO_HIDE_AFTER, after)));
    }

    @Property
    void aSaleComesOnceAndGoesOnce(@ForAll("classes") TicketClass ticketClass) {
        TicketClass seen = ticketClass.with(AUTO_HIDE, false);
        List<SaleStatus> changes = changes(seen);
        List<SaleStatus> possible =
                List.of(SaleStatus.NOT_YET_ON_SALE, SaleStatus.SOLD_OUT, SaleStatus.AVAILABLE, SaleStatus.UNAVAILABLE);
        assertThat(changes).isSubsetOf(possible).isSortedAccordingTo(Comparator.comparing(possible::indexOf));
        assertThat(changes).endsWith(SaleStatus.UNAVAILABLE).doesNotHaveDuplicates();
    }

    @Property
    void itIsSoldExactlyInItsWindow(@ForAll("classes") TicketClass ticketClass, @ForAll @IntRange(max = HOURS) int at) {
        SalesWindow window = window(ticketClass.with(AUTO_HIDE, false));
        boolean inside = !hour(at).isBefore(window.start().orElseThrow())
                && hour(at).isBefore(window.end().orElseThrow())
                && at < 110
                && !Inventory.isSoldOut(ticketClass);
        assertThat(window.status(hour(at)) == SaleStatus.AVAILABLE).isEqualTo(inside);
    }

    @Property
    void hiddenAndSeenAreNeverBoth(@ForAll("classes") TicketClass ticketClass, @ForAll @IntRange(max = HOURS) int at) {
        SalesWindow window = window(ticketClass);
        assertThat(window.status(hour(at)) == SaleStatus.HIDDEN).isEqualTo(window.isHidden(hour(at)));
        assertThat(window(ticketClass.with(HIDDEN, true)).isHidden(hour(at))).isTrue();
    }

    @Property
    void oneThatHidesItselfIsSeenInOneStretch(@ForAll("classes") TicketClass ticketClass) {
        SalesWindow window = window(ticketClass.with(AUTO_HIDE, true));
        int flips = 0;
        boolean hidden = true;
        for (int at = 0; at <= HOURS; at++) {
            if (window.isHidden(hour(at)) != hidden) {
                hidden = !hidden;
                flips++;
            }
        }
        assertThat(flips).isLessThanOrEqualTo(2);
    }

    @Property
    void withoutDatesOfItsOwnItIsSoldFromPublishingUntilAnHourBefore(@ForAll @IntRange(max = HOURS) int at) {
        SalesWindow window = window(ticketClass(Attributes.NONE.with(QUANTITY_TOTAL, 5L)));
        assertThat(window.status(hour(at)) == SaleStatus.AVAILABLE).isEqualTo(at >= 10 && at < 99);
    }

    @Property
    void oneThatHidesItselfIsSeenWhileItIsSold(@ForAll @IntRange(max = HOURS) int at) {
        Attributes sold = Attributes.NONE
                .with(QUANTITY_TOTAL, 5L)
                .with(SALES_START, hour(20))
                .with(SALES_END, hour(30));
        SalesWindow window = window(ticketClass(sold.with(AUTO_HIDE, true)));
        assertThat(window.isHidden(hour(at))).isEqualTo(at < 20 || at >= 30);
        SalesWindow longer = window(ticketClass(
                sold.with(AUTO_HIDE, true).with(AUTO_HIDE_BEFORE, hour(15)).with(AUTO_HIDE_AFTER, hour(40))));
        assertThat(longer.isHidden(hour(at))).isEqualTo(at < 15 || at >= 40);
    }

    @Example
    void anEventThatIsNotPublishedSellsNothing() {
        TicketClass early = ticketClass(Attributes.NONE.with(QUANTITY_TOTAL, 5L).with(SALES_START, hour(0)));
        Event draft = PUBLISHED.with(PUBLISHED.attributes().without(EventAttributes.STATE));
        assertThat(SalesWindow.of(draft, List.of(early), early).status(hour(50)))
                .isEqualTo(SaleStatus.NOT_YET_ON_SALE);
        Event canceled = PUBLISHED.with(EventAttributes.STATE, "canceled");
        assertThat(SalesWindow.of(canceled, List.of(early), early).status(hour(50)))
                .isEqualTo(SaleStatus.UNAVAILABLE);
        Event dateless = event(Attributes.NONE);
        assertThat(SalesWindow.of(dateless, List.of(early), early).status(hour(50)))
                .isEqualTo(SaleStatus.UNKNOWN);
    }

    @Example
    void oneThatWaitsIsNotSoldBeforeItsOwnStartEither() {
        TicketClass first = new TicketClass(
                REF, 2, 1, Attributes.NONE.with(QUANTITY_TOTAL, 5L).with(QUANTITY_SOLD, 5L));
        TicketClass next = ticketClass(Attributes.NONE
                .with(QUANTITY_TOTAL, 5L)
                .with(SALES_START_AFTER, 2L)
                .with(SALES_START, hour(20)));
        SalesWindow window = SalesWindow.of(PUBLISHED, List.of(first, next), next);
        assertThat(window.status(hour(19))).isEqualTo(SaleStatus.NOT_YET_ON_SALE);
        assertThat(window.status(hour(20))).isEqualTo(SaleStatus.AVAILABLE);
        TicketClass notYet = first.with(QUANTITY_SOLD, 4L);
        assertThat(SalesWindow.of(PUBLISHED, List.of(notYet, next), next).status(hour(20)))
                .isEqualTo(SaleStatus.NOT_YET_ON_SALE);
    }

    private static List<SaleStatus> changes(TicketClass ticketClass) {
        List<SaleStatus> changes = new ArrayList<>();
        for (int at = 0; at <= HOURS; at++) {
            SaleStatus status = window(ticketClass).status(hour(at));
            if (changes.isEmpty() || changes.get(changes.size() - 1) != status) {
                changes.add(status);
            }
        }
        return changes;
    }

    private static SalesWindow window(TicketClass ticketClass) {
        return SalesWindow.of(PUBLISHED, List.of(ticketClass), ticketClass);
    }

    private static TicketClass ticketClass(Attributes attributes) {
        return new TicketClass(REF, 1, 1, attributes);
    }

    private static Event event(Attributes attributes) {
        return new Event(REF, "concert", 1, attributes);
    }

    private static Instant hour(int hour) {
        return Instant.parse("2026-07-01T00:00:00Z").plusSeconds(3_600L * hour);
    }
}
