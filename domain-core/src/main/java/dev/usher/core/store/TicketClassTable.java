package dev.usher.core.store;

import dev.usher.core.event.EventRef;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.ticketing.TicketClass;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ticket classes of all events. Whoever changes one has locked its event. */
public interface TicketClassTable {

    /** Adds a class of a new number, as version 1. */
    void add(TicketClass ticketClass);

    /** The class of this number; empty when it is another event's. */
    Optional<TicketClass> find(EventRef event, long id);

    /** All classes of an event, by their sorting, then by number. */
    List<TicketClass> of(EventRef event);

    /** The classes of several events, each event's as {@link #of(EventRef)} gives them; events without any are left out. */
    Map<EventRef, List<TicketClass>> ofAll(Collection<EventRef> events);

    /**
     * Puts a changed class in place of the one of its version, which becomes one greater.
     *
     * @return false when the store has another version by now, or none, and nothing was changed
     */
    boolean replace(TicketClass ticketClass);

    /** Removes a class; false when there is none. */
    boolean remove(EventRef event, long id);

    /** A page of an organization's classes, filtered and sorted by the store, with the number of all that match. */
    Page<TicketClass> list(TicketClassListing listing);
}
