package dev.usher.core.ticketing;

import static dev.usher.core.ticketing.TicketClassAttributes.FREE;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_SOLD;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_TOTAL;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import java.util.List;

/**
 * How many tickets an event has in all its classes.
 *
 * @param classes all classes of one event
 */
public record Inventory(List<TicketClass> classes) {
    public Inventory {
        classes = List.copyOf(classes);
    }

    /** How many there are to sell; a donation without a number adds nothing. */
    public long total() {
        return classes.stream()
                .mapToLong(ticketClass -> ticketClass.get(QUANTITY_TOTAL).orElse(0L))
                .sum();
    }

    /** How many are sold and confirmed. */
    public long sold() {
        return classes.stream()
                .mapToLong(ticketClass -> ticketClass.get(QUANTITY_SOLD).orElse(0L))
                .sum();
    }

    /** How many people may come: as many as the event says, else as many as there are tickets (decision 12). */
    public long capacity(Event event) {
        return event.get(EventAttributes.CAPACITY).orElseGet(this::total);
    }

    /** True when all tickets are free ones, as where there are none; money that is given is money. */
    public boolean isFree() {
        return classes.stream().allMatch(ticketClass -> ticketClass.is(FREE));
    }

    /** True when all tickets of a class are sold; one without a number never is. */
    public static boolean isSoldOut(TicketClass ticketClass) {
        return ticketClass
                .get(QUANTITY_TOTAL)
                .filter(total -> ticketClass.get(QUANTITY_SOLD).orElse(0L) >= total)
                .isPresent();
    }
}
