package dev.usher.core.store;

import dev.usher.core.event.Venue;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import java.util.Optional;

/** The venues of all organizations. */
public interface VenueTable {

    /** Adds a venue of a new number, as version 1. */
    void add(Venue venue);

    /** The venue of this number, whichever organization's it is. */
    Optional<Venue> find(long id);

    /** Puts a changed venue in place of the one of its version; false when the store has another by now. */
    boolean replace(Venue venue);

    /** A page of an organization's venues, by number. */
    Page<Venue> of(long organization, PageRequest page);
}
