package dev.usher.core.ticketing;

import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START_AFTER;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which class of an event is sold after which: each waits for one other at the most, until that one is sold out.
 *
 * <p>Rules keep it free of circles; here a circle only ends the walk.
 */
public final class SalesOrder {
    private final Map<Long, TicketClass> classes = new LinkedHashMap<>();

    private SalesOrder(List<TicketClass> all) {
        for (TicketClass ticketClass : all) {
            classes.put(ticketClass.id(), ticketClass);
        }
    }

    /** The order among all classes of one event. */
    public static SalesOrder of(List<TicketClass> classes) {
        return new SalesOrder(classes);
    }

    /** True while a class waits for another one; for one that is gone nobody waits. */
    public boolean isWaiting(TicketClass ticketClass) {
        return before(ticketClass).filter(other -> !Inventory.isSoldOut(other)).isPresent();
    }

    /** The class it is sold after. */
    public Optional<TicketClass> before(TicketClass ticketClass) {
        return ticketClass.get(SALES_START_AFTER).flatMap(id -> Optional.ofNullable(classes.get(id)));
    }

    /** The classes that are sold after this one. */
    public List<TicketClass> after(TicketClass ticketClass) {
        return classes.values().stream()
                .filter(other -> other.get(SALES_START_AFTER)
                        .filter(id -> id == ticketClass.id())
                        .isPresent())
                .toList();
    }

    /** True when a class, by whatever way round, waits for itself. */
    public boolean isCircular(TicketClass ticketClass) {
        Set<Long> seen = new HashSet<>();
        Optional<TicketClass> next = before(ticketClass);
        while (next.isPresent() && seen.add(next.get().id())) {
            if (next.get().id() == ticketClass.id()) {
                return true;
            }
            next = before(next.get());
        }
        return false;
    }
}
