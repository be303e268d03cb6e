package dev.usher.core.service;

import static dev.usher.core.event.EventAttributes.CAPACITY;

import dev.usher.core.access.Actor;
import dev.usher.core.event.Event;
import dev.usher.core.ticketing.Inventory;
import dev.usher.core.ticketing.TicketClass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event with what its ticket classes say about it: all that showing it takes, but the time and who looks.
 *
 * @param isFree true when no ticket of it costs anything
 * @param seats how many tickets there are of all classes together
 */
record SeenEvent(Event event, boolean isFree, long seats) {

    static SeenEvent of(Event event, List<TicketClass> classes) {
        Inventory inventory = new Inventory(classes);
        return new SeenEvent(event, inventory.isFree(), inventory.total());
    }

    /** The event as somebody may see it at an instant. */
    EventView view(Instant now, Optional<Actor> actor) {
        Optional<Long> capacity = event.get(CAPACITY);
        return new EventView(
                event,
                event.status(now, isFree),
                isFree,
                capacity.orElse(seats),
                capacity.isPresent(),
                EventAdmission.isOwned(event, actor));
    }

    /** About how much memory it takes, in bytes. */
    long bytes() {
        return 4_096
                + event.attributes().said().stream()
                        .flatMap(attribute -> event.attributes().said(attribute).stream())
                        .mapToLong(value -> value instanceof String text ? 2L * text.length() : 0)
                        .sum();
    }
}
