package dev.usher.core.listing;

import java.util.Locale;

/** Which side of now is listed; an event that has no end yet is in the future. */
public enum TimeFilter {
    ALL,
    /** Over. */
    PAST,
    /** Going on or to come. */
    CURRENT_FUTURE;

    /** As it is written: {@code current_future}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
