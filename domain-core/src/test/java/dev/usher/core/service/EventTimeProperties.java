package dev.usher.core.service;

import static dev.usher.core.service.EventHouse.codes;
import static dev.usher.core.service.EventHouse.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventStatus;
import dev.usher.core.rule.Outcome;
import dev.usher.core.ticketing.SaleStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** An event is told by instants, so no leap of a local clock moves, reverses or loses one. */
class EventTimeProperties {
    /** Twenty zones whose clocks leap, by an hour, half an hour or, in Antarctica, two. */
    private static final List<String> ZONES = List.of(
            "Europe/Zurich",
            "Europe/London",
            "Europe/Lisbon",
            "Europe/Helsinki",
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Los_Angeles",
            "America/Anchorage",
            "America/Havana",
            "America/Santiago",
            "America/St_Johns",
            "America/Halifax",
            "Atlantic/Azores",
            "Asia/Jerusalem",
            "Asia/Beirut",
            "Australia/Sydney",
            "Australia/Lord_Howe",
            "Pacific/Auckland",
            "Antarctica/Troll");

    @Provide
    static Arbitrary<String> zone() {
        return Arbitraries.of(ZONES);
    }

    @Property(tries = 200)
    void anEventAroundALeapOfTheClockIsKeptAsItWasSaid(
            @ForAll("zone") String zone,
            @ForAll @IntRange(min = 0, max = 9) int later,
            @ForAll @LongRange(min = -10_800, max = 10_800) long startSeconds,
            @ForAll @LongRange(min = -10_800, max = 10_800) long endSeconds) {
        EventHouse house = new EventHouse();
        Instant leap = leap(zone, later).getInstant();
        Instant start = leap.plusSeconds(startSeconds);
        Instant end = leap.plusSeconds(endSeconds);
        Change said = EventHouse.complete()
                .with(EventAttributes.START, start)
                .with(EventAttributes.END, end)
                .with(EventAttributes.START_ZONE, zone)
                .with(EventAttributes.END_ZONE, zone);

        Outcome<EventView> outcome = house.events.create(house.member, house.organization, said);

        if (start.isAfter(end)) {
            assertThat(codes(outcome)).containsExactly("event.start.utc:DATE_CONFLICT");
        } else {
            EventView kept = house.again(outcome.orThrow());
            assertThat(kept.event().get(EventAttributes.START)).contains(start);
            assertThat(kept.event().get(EventAttributes.END)).contains(end);
        }
    }

    @Property(tries = 200)
    void aSaleEndsAnHourBeforeTheStartWhateverTheClockOnTheWallDoes(
            @ForAll("zone") String zone,
            @ForAll @IntRange(min = 0, max = 9) int later,
            @ForAll @LongRange(min = -10_800, max = 10_800) long startSeconds) {
        EventHouse house = new EventHouse();
        Instant start = leap(zone, later).getInstant().plusSeconds(startSeconds);
        Change said = EventHouse.complete()
                .with(EventAttributes.DESCRIPTION, "All night.")
                .with(EventAttributes.START, start)
                .with(EventAttributes.END, start.plusSeconds(7_200))
                .with(EventAttributes.START_ZONE, zone)
                .with(EventAttributes.END_ZONE, zone);
        EventView event =
                house.events.create(house.member, house.organization, said).orThrow();
        house.ticketClass(event, house.free());
        house.events.publish(house.member, number(event), Optional.empty()).orThrow();

        house.clock.move(Duration.between(EventHouse.NOON, start.minusSeconds(3_601)));
        assertThat(saleStatus(house, event)).isEqualTo(SaleStatus.AVAILABLE);
        house.clock.move(Duration.ofSeconds(1));
        assertThat(saleStatus(house, event)).isEqualTo(SaleStatus.UNAVAILABLE);
    }

    @Property(tries = 200)
    void theStatusOfAPublishedEventFollowsTheClock(
            @ForAll @LongRange(min = 0, max = 100_000) long hours, @ForAll boolean paid, @ForAll boolean paidOut) {
        EventHouse house = new EventHouse();
        house.profile(Profile.PAYMENT_COUNTRY, "CH");
        house.profile(Profile.PAYMENT_TYPE, "bank");
        EventView event = house.draft();
        if (paid) {
            house.ticketClass(event, house.paid(100));
        }
        house.events.publish(house.member, number(event), Optional.empty()).orThrow();
        Duration passed = Duration.ofHours(hours % 3_000);
        house.clock.move(passed);
        Instant now = EventHouse.NOON.plus(passed);
        EventStatus expected = EventStatus.LIVE;
        if (!now.isBefore(Instant.parse("2030-07-04T22:00:00Z"))) {
            house.events
                    .settle(house.owner, number(event), Change.NONE.with(EventAttributes.PAID_OUT, paidOut))
                    .orThrow();
            expected = paid && !paidOut ? EventStatus.ENDED : EventStatus.COMPLETED;
        } else if (!now.isBefore(Instant.parse("2030-07-04T18:00:00Z"))) {
            expected = EventStatus.STARTED;
        }
        assertThat(house.again(event).status()).isEqualTo(expected);
    }

    private static SaleStatus saleStatus(EventHouse house, EventView event) {
        return house.usher
                .ticketClasses()
                .of(Optional.of(house.member), number(event), Optional.empty())
                .orThrow()
                .get(0)
                .status();
    }

    private static ZoneOffsetTransition leap(String zone, int later) {
        ZoneOffsetTransition found =
                ZoneId.of(zone).getRules().nextTransition(EventHouse.NOON.plus(Duration.ofDays(1)));
        for (int at = 0; at < later; at++) {
            found = ZoneId.of(zone).getRules().nextTransition(found.getInstant());
        }
        return found;
    }
}
