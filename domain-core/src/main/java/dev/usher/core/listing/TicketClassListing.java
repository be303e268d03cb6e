package dev.usher.core.listing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which ticket classes of one organization are wanted.
 *
 * @param events of which events, as for a list of events; its order and page mean nothing here
 * @param namePart what the name of the class or of its event contains, without regard to case; empty for any
 * @param ofEvents only of the events of these numbers; empty for any
 * @param costAbove only those that cost more, in the currency's own unit; one without a price costs nothing
 * @param costBelow only those that cost less
 * @param salesStartAfter only those whose sale starts after this
 * @param salesEndBefore only those whose sale ends before this
 * @param hidden only hidden ones, or only those that are not; empty for both
 */
public record TicketClassListing(
        EventListing events,
        Optional<String> namePart,
        Set<Long> ofEvents,
        Optional<BigDecimal> costAbove,
        Optional<BigDecimal> costBelow,
        Optional<Instant> salesStartAfter,
        Optional<Instant> salesEndBefore,
        Optional<Boolean> hidden,
        TicketClassOrder order,
        PageRequest page) {

    public TicketClassListing {
        ofEvents = Set.copyOf(ofEvents);
    }

    /** All classes of an organization's events but series parents, hidden ones too, in an order. */
    public static TicketClassListing all(long organization, Instant now, TicketClassOrder order) {
        return new TicketClassListing(
                EventListing.all(organization, now),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                order,
                PageRequest.first());
    }

    /** The same, but only classes whose own name or whose event's has this in it, whatever its case. */
    public TicketClassListing named(String part) {
        return new TicketClassListing(
                events,
                Optional.of(part),
                ofEvents,
                costAbove,
                costBelow,
                salesStartAfter,
                salesEndBefore,
                hidden,
                order,
                page);
    }

    /** The same, but only hidden ones, or only those that are not. */
    public TicketClassListing hidden(boolean only) {
        return new TicketClassListing(
                events,
                namePart,
                ofEvents,
                costAbove,
                costBelow,
                salesStartAfter,
                salesEndBefore,
                Optional.of(only),
                order,
                page);
    }

    /** The same, but only of the events of these numbers; of any, if it is empty. */
    public TicketClassListing ofEvents(Set<Long> numbers) {
        return new TicketClassListing(
                events, namePart, numbers, costAbove, costBelow, salesStartAfter, salesEndBefore, hidden, order, page);
    }

    /** The same, but only of such events, of the same organization. */
    public TicketClassListing of(EventListing others) {
        return new TicketClassListing(
                others, namePart, ofEvents, costAbove, costBelow, salesStartAfter, salesEndBefore, hidden, order, page);
    }

    /** Another page of the same. */
    public TicketClassListing at(PageRequest another) {
        return new TicketClassListing(
                events,
                namePart,
                ofEvents,
                costAbove,
                costBelow,
                salesStartAfter,
                salesEndBefore,
                hidden,
                order,
                another);
    }

    /** The same of another organization, from another page on. */
    public TicketClassListing of(long another, PageRequest from) {
        return of(events.of(another, events.page())).at(from);
    }
}
