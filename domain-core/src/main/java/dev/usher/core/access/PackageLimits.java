package dev.usher.core.access;

/**
 * How much an organization may do with the package it has bought (decision 15).
 *
 * @param createsEvents true when it may have events at all
 * @param copiesEvents true when it may make an event from another
 * @param freeEvents how many events that cost nothing may be published and not over at a time
 * @param ticketClasses the most ticket classes of one event
 * @param questions the most questions that one event may ask beside name and e-mail address
 */
public record PackageLimits(
        boolean createsEvents, boolean copiesEvents, long freeEvents, long ticketClasses, long questions) {
    /** As many as one likes. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    public PackageLimits {
        if (freeEvents < 0 || ticketClasses < 0 || questions < 0) {
            throw new IllegalArgumentException("no package allows less than nothing: " + freeEvents + " free events, "
                    + ticketClasses + " ticket classes, " + questions + " questions");
        }
    }
}
