package dev.usher.core.store;

import dev.usher.core.event.Organizer;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import java.util.Optional;

/** The organizers of all organizations: the names on the posters. */
public interface OrganizerTable {

    /** Adds an organizer of a new number, as version 1. */
    void add(Organizer organizer);

    /** The organizer of this number, whichever organization's it is. */
    Optional<Organizer> find(long id);

    /** Puts a changed organizer in place of the one of its version; false when the store has another by now. */
    boolean replace(Organizer organizer);

    /** A page of an organization's organizers, by number. */
    Page<Organizer> of(long organization, PageRequest page);
}
