package dev.usher.core.listing;

import java.util.Locale;

/** What of a series is listed beside events that belong to none. */
public enum SeriesFilter {
    /** Its occurrences, not the parent. */
    CHILDREN,
    /** The parent, not its occurrences. */
    PARENTS,
    /** Neither. */
    NONE,
    /** Both. */
    ALL;

    /** As it is written: {@code children}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
