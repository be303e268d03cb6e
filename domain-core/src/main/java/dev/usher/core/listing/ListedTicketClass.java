package dev.usher.core.listing;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A ticket class in a list, together with its event.
 *
 * @param event the event it is of
 * @param ticketClass the class
 */
public record ListedTicketClass(Event event, TicketClass ticketClass) {

    /** What it costs, in the currency's own unit; one without a price costs nothing. */
    public BigDecimal cost() {
        return ticketClass
                .get(TicketClassAttributes.COST)
                .map(cost -> new BigDecimal(cost.major()))
                .orElse(BigDecimal.ZERO);
    }

    /** Its sort, as a list is ordered by it: donations, free classes, paid classes. */
    int type() {
        if (ticketClass.is(TicketClassAttributes.DONATION)) {
            return 0;
        }
        return ticketClass.isPaid() ? 2 : 1;
    }

    Optional<Instant> starts() {
        return event.get(EventAttributes.START);
    }
}
