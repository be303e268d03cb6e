package dev.usher.core.store;

import dev.usher.core.event.Belonging;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import java.util.Optional;

/** All venues, or all organizers, whichever organization's they are. */
public interface BelongingTable<B extends Belonging> {

    /** Adds one of a new number, as version 1. */
    void add(B added);

    /** The one of this number, whichever organization's it is. */
    Optional<B> find(long id);

    /** True when there is one of this number and it is this organization's. */
    default boolean isOf(long organization, long id) {
        return find(id).filter(found -> found.organization() == organization).isPresent();
    }

    /** Puts a changed one in place of that of its version; false when the store has another by now. */
    boolean replace(B changed);

    /** A page of an organization's, by number. */
    Page<B> of(long organization, PageRequest page);
}
