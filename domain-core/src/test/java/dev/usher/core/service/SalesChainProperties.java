package dev.usher.core.service;

import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START_AFTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.attribute.Change;
import dev.usher.core.rule.Outcome;
import dev.usher.core.ticketing.TicketClass;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However many classes wait for each other, one after another, none comes to wait for itself. */
class SalesChainProperties {

    @Property(tries = 300)
    void noChainIsClosedHoweverLong(
            @ForAll @IntRange(min = 1, max = 12) int length,
            @ForAll @IntRange(max = 11) int drawnWaiting,
            @ForAll @IntRange(max = 11) int drawnFirst) {
        TicketHouse house = new TicketHouse();
        long event = house.draft();
        List<Long> chain = chain(house, event, length);
        int waiting = drawnWaiting % length;
        int first = drawnFirst % length;

        Outcome<TicketClassView> outcome = house.services
                .ticketClasses()
                .update(house.member, event, chain.get(waiting), Change.NONE.with(SALES_START_AFTER, chain.get(first)));

        // Each waits for the one before it, so whoever comes to wait for a later one waits for itself.
        if (first < waiting) {
            assertThat(outcome.orThrow().ticketClass().get(SALES_START_AFTER)).contains(chain.get(first));
        } else {
            assertThat(EventHouse.codes(outcome))
                    .containsExactly("ticket_class.sales_start_after:CIRCULAR_SALES_START_AFTER");
        }
        CountedClasses kept = new CountedClasses(house.classes(event));
        assertThat(kept.hasCircle()).isFalse();
        assertThat(kept.waitsForItsOwnOnly()).isTrue();
    }

    @Example
    void aCircleOfAnyLengthIsSeenByTheTestItself() {
        for (int length = 1; length <= 6; length++) {
            TicketHouse house = new TicketHouse();
            long event = house.draft();
            List<Long> chain = chain(house, event, length);
            assertThat(new CountedClasses(house.classes(event)).hasCircle()).isFalse();
            assertThat(new CountedClasses(house.classes(event)).longestWait()).isEqualTo(length - 1);
            List<TicketClass> closed = new ArrayList<>(house.classes(event));
            closed.set(0, closed.get(0).with(SALES_START_AFTER, chain.get(length - 1)));
            assertThat(new CountedClasses(closed).hasCircle()).isTrue();
        }
    }

    /** Classes of which each waits for the one before it. */
    private static List<Long> chain(TicketHouse house, long event, int length) {
        List<Long> chain = new ArrayList<>();
        for (int at = 0; at < length; at++) {
            Change free = TicketHouse.free("Free " + at);
            Change said = at == 0 ? free : free.with(SALES_START_AFTER, chain.get(at - 1));
            TicketClassView made = house.services
                    .ticketClasses()
                    .create(house.member, event, said)
                    .orThrow();
            chain.add(made.ticketClass().id());
        }
        return chain;
    }
}
