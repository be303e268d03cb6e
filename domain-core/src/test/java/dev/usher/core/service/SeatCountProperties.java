package dev.usher.core.service;

import static dev.usher.core.event.EventAttributes.CAPACITY;
import static dev.usher.core.event.EventAttributes.RESERVED_SEATING;
import static dev.usher.core.ticketing.TicketClassAttributes.DONATION;
import static dev.usher.core.ticketing.TicketClassAttributes.FREE;
import static dev.usher.core.ticketing.TicketClassAttributes.NAME;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_TOTAL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * How many people may come: as many as the event says, else as many as there are tickets; and where seats are reserved,
 * nobody gets a ticket without a seat.
 */
class SeatCountProperties {

    /** How many tickets each class has; a donation is the only one that may leave that open. */
    @Provide
    static Arbitrary<List<Optional<Long>>> quantities() {
        return Arbitraries.longs().between(0, 30).optional(0.7).list().ofMaxSize(6);
    }

    @Provide
    static Arbitrary<Optional<Long>> capacity() {
        return Arbitraries.longs().between(0, 90).optional(0.7);
    }

    @Property(tries = 400)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void thereIsRoomForAsManyAsTheEventSaysElseForAsManyAsThereAreTickets(
            @ForAll("quantities") List<Optional<Long>> quantities, @ForAll("capacity") Optional<Long> capacity) {
        TicketHouse house = new TicketHouse();
        long event = house.event(house.coming().with(CAPACITY, capacity));
        long tickets = 0;
        for (Optional<Long> quantity : quantities) {
            assertThat(EventHouse.codes(added(house, event, quantity))).isEmpty();
            tickets += quantity.orElse(0L);

            EventView seen = seen(house, event);
            assertThat(seen.capacity()).isEqualTo(capacity.orElse(tickets));
            assertThat(seen.capacityIsCustom()).isEqualTo(capacity.isPresent());
        }
        Statistics.label("said and tickets")
                .collect(capacity.isPresent() ? Long.signum(capacity.get() - tickets) : "not said")
                .coverage(each -> {
                    each.check(-1).percentage(share -> share > 5);
                    each.check(1).percentage(share -> share > 5);
                    each.check("not said").percentage(share -> share > 5);
                });
    }

    @Property(tries = 400)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void reservedSeatsAreNeverFewerThanTickets(
            @ForAll("quantities") List<Optional<Long>> quantities, @ForAll("capacity") Optional<Long> capacity) {
        TicketHouse house = new TicketHouse();
        long event = house.event(reserved(house, capacity));
        long tickets = 0;
        for (Optional<Long> quantity : quantities) {
            long more = quantity.orElse(0L);
            boolean fits = capacity.map(seats -> seats - more).orElse(Long.MAX_VALUE) >= tickets;
            Outcome<TicketClassView> outcome = added(house, event, quantity);
            Statistics.label("fits").collect(fits).coverage(each -> {
                each.check(true).percentage(share -> share > 10);
                each.check(false).percentage(share -> share > 10);
            });
            if (fits) {
                assertThat(EventHouse.codes(outcome)).isEmpty();
                tickets += more;
            } else {
                assertThat(EventHouse.codes(outcome)).containsExactly("ticket_class.quantity_total:BAD_QUANTITIES");
            }
            assertThat(new CountedClasses(house.classes(event)).tickets()).isEqualTo(tickets);
        }
    }

    @Property(tries = 400)
    void reservedSeatsAreNeverTakenAwayFromTickets(
            @ForAll("quantities") List<Optional<Long>> quantities, @ForAll("capacity") Optional<Long> capacity) {
        TicketHouse house = new TicketHouse();
        long event = house.event(reserved(house, Optional.empty()));
        quantities.forEach(quantity -> added(house, event, quantity).orThrow());
        long tickets = quantities.stream().mapToLong(each -> each.orElse(0L)).sum();
        Change change = Change.NONE.with(CAPACITY, capacity.map(Field::said).orElseGet(Field::cleared));

        Outcome<EventView> outcome = house.services.events().update(house.member, event, change, Optional.empty());

        if (capacity.orElse(tickets) >= tickets) {
            assertThat(outcome.orThrow().capacity()).isEqualTo(capacity.orElse(tickets));
        } else {
            assertThat(outcome.violations()).isNotEmpty();
            assertThat(seen(house, event).capacity()).isEqualTo(tickets);
        }
    }

    private static Attributes reserved(TicketHouse house, Optional<Long> capacity) {
        return house.coming().with(RESERVED_SEATING, true).with(CAPACITY, capacity);
    }

    /** Adds a free class of an even number, or a donation of an odd one or of none. */
    private static Outcome<TicketClassView> added(TicketHouse house, long event, Optional<Long> quantity) {
        boolean isFree = quantity.filter(many -> many % 2 == 0).isPresent();
        Change said = Change.NONE
                .with(NAME, "Seat")
                .with(isFree ? FREE : DONATION, true)
                .with(QUANTITY_TOTAL, quantity.map(Field::said).orElseGet(Field::absent));
        return house.services.ticketClasses().create(house.member, event, said);
    }

    private static EventView seen(TicketHouse house, long event) {
        return house.services.events().find(Optional.of(house.member), event).orThrow();
    }
}
