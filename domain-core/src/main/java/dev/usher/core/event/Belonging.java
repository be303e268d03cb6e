package dev.usher.core.event;

import dev.usher.core.attribute.Attributes;

/** What an organization keeps once and any number of its events refer to: a venue, or an organizer. */
public sealed interface Belonging permits Venue, Organizer {

    /** Number of the organization whose it is. */
    long organization();

    /** Engine-wide number. */
    long id();

    /** Raised by every change. */
    long version();

    /** What is known of it. */
    Attributes attributes();

    /** Makes one of its parts. */
    interface Making<B extends Belonging> {
        B of(long organization, long id, long version, Attributes attributes);
    }
}
