package dev.usher.core.ticketing;

import static dev.usher.core.ticketing.TicketClassAttributes.AUTO_HIDE;
import static dev.usher.core.ticketing.TicketClassAttributes.AUTO_HIDE_AFTER;
import static dev.usher.core.ticketing.TicketClassAttributes.AUTO_HIDE_BEFORE;
import static dev.usher.core.ticketing.TicketClassAttributes.HIDDEN;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_END;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a class is sold, and when the public sees it.
 *
 * <pre>
 *   auto_hide_before           start                 end           auto_hide_after
 *          |---- seen -----------|------ sold ---------|------ seen ------|        an auto-hidden class
 * </pre>
 *
 * <p>The sale starts when the event is published, and ends an hour before the event starts, unless the class says
 * otherwise; one that waits for another class starts when that one is sold out, and not before its own start.
 */
public final class SalesWindow {
    /** So long before the event the sale ends where a class says nothing of it. */
    public static final Duration BEFORE_THE_EVENT = Duration.ofHours(1);

    private final Event event;
    private final TicketClass ticketClass;
    private final boolean isWaiting;

    private SalesWindow(Event event, TicketClass ticketClass, boolean isWaiting) {
        this.event = event;
        this.ticketClass = ticketClass;
        this.isWaiting = isWaiting;
    }

    /**
     * The window of a class.
     *
     * @param classes all classes of the event, among which is the one it may wait for
     */
    public static SalesWindow of(Event event, List<TicketClass> classes, TicketClass ticketClass) {
        return new SalesWindow(event, ticketClass, SalesOrder.of(classes).isWaiting(ticketClass));
    }

    /** When the sale starts; empty while nobody knows: the event is not published, or another class not sold out. */
    public Optional<Instant> start() {
        if (isWaiting || !isPublished()) {
            return Optional.empty();
        }
        return plannedStart(event, ticketClass);
    }

    /** When the sale is to start: as the class says, else when the event was published; empty while it is a draft. */
    public static Optional<Instant> plannedStart(Event event, TicketClass ticketClass) {
        return ticketClass.get(SALES_START).or(() -> event.get(EventAttributes.PUBLISHED_AT));
    }

    /** When the sale is to end: as the class says, else an hour before the event starts; empty where nobody knows that. */
    public static Optional<Instant> plannedEnd(Event event, TicketClass ticketClass) {
        return ticketClass
                .get(SALES_END)
                .or(() -> event.get(EventAttributes.START).map(start -> start.minus(BEFORE_THE_EVENT)));
    }

    /** When the sale ends; empty while nobody knows: neither it nor the event's start is set. */
    public Optional<Instant> end() {
        return plannedEnd(event, ticketClass);
    }

    /** Whether tickets of it can be had at an instant. */
    public SaleStatus status(Instant now) {
        if (isHidden(now)) {
            return SaleStatus.HIDDEN;
        }
        if (isOver(now)) {
            return SaleStatus.UNAVAILABLE;
        }
        if (end().isEmpty()) {
            return SaleStatus.UNKNOWN;
        }
        if (Inventory.isSoldOut(ticketClass)) {
            return SaleStatus.SOLD_OUT;
        }
        return hasStarted(now) ? SaleStatus.AVAILABLE : SaleStatus.NOT_YET_ON_SALE;
    }

    /** True when the public does not see it at an instant: it is hidden, or hides itself while it is not sold. */
    public boolean isHidden(Instant now) {
        return ticketClass.is(HIDDEN) || (ticketClass.is(AUTO_HIDE) && !(isRevealed(now) && !isHiddenAgain(now)));
    }

    private boolean isRevealed(Instant now) {
        return ticketClass
                .get(AUTO_HIDE_BEFORE)
                .map(reveal -> !now.isBefore(reveal))
                .orElseGet(() -> hasStarted(now));
    }

    private boolean isHiddenAgain(Instant now) {
        return ticketClass.get(AUTO_HIDE_AFTER).map(hide -> !now.isBefore(hide)).orElseGet(() -> isOver(now));
    }

    private boolean hasStarted(Instant now) {
        return start().filter(start -> !now.isBefore(start)).isPresent();
    }

    private boolean isOver(Instant now) {
        return switch (event.status(now, true)) {
            case CANCELED, DELETED, ENDED, COMPLETED -> true;
            case DRAFT, LIVE, STARTED -> end().filter(end -> !now.isBefore(end)).isPresent();
        };
    }

    private boolean isPublished() {
        return EventState.of(event) == EventState.PUBLISHED;
    }
}
