package dev.usher.core.store;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.EventsGiven;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The events of all organizations. Instants are kept to the microsecond. */
public interface EventTable {

    /**
     * Adds an event of a new number and external id, as version 1.
     *
     * <p>When another transaction added the same external id first, the work is run again and will find it.
     */
    void add(Event event);

    /** The event of this number, also one known only from its ticket operations; empty when it is another organization's. */
    Optional<Event> find(EventRef ref);

    /** The event of this number, whichever organization's it is. */
    Optional<Event> find(long number);

    /**
     * The event, which no other transaction changes before this one ends.
     *
     * <p>Whoever changes what belongs to an event, such as its ticket classes, locks it first and replaces it too.
     */
    Optional<Event> lock(EventRef ref);

    /**
     * Puts a changed event in place of the one of its version, which becomes one greater.
     *
     * @return false when the store has another version by now, and nothing was changed
     */
    boolean replace(Event event);

    /** The occurrences of a series, by number, deleted ones too. */
    List<Event> occurrences(EventRef series);

    /**
     * A page of an organization's events, filtered and sorted by the store, with the number of all that match.
     *
     * <p>Whether an ended event counts as completed depends on its being free, and it is when no class of it is paid.
     */
    Page<Event> list(EventListing listing);

    /**
     * Counts the events of some of an organization's organizers that everybody may see, by the organizer's number; see
     * {@link Event#giver}. Who gives none is left out.
     *
     * @param now events that have ended by then are past, all others are future
     */
    Map<Long, EventsGiven> given(long organization, Set<Long> organizers, Instant now);
}
