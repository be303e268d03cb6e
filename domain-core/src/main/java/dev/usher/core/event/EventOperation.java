package dev.usher.core.event;

import dev.usher.core.rule.Operation;
import java.util.Locale;

/** What can be done with an event. */
public enum EventOperation implements Operation {
    /** Make a draft that says all a dialect requires. */
    CREATE,
    /** Make a draft that may say as little as one likes (decision 11). */
    DRAFT,
    /** Say something else of it. */
    UPDATE,
    /** Say otherwise how its page looks, or what buyers are told. */
    ARRANGE,
    /** Set what only the native API sets, such as the payout. */
    SETTLE,
    /** Show it to everybody. */
    PUBLISH,
    /** Take it back to a draft. */
    UNPUBLISH,
    /** Call it off. */
    CANCEL,
    /** Take it away for good. */
    DELETE,
    /** Make a new draft like it. */
    COPY,
    /** Make it a series, or add occurrences to one. */
    SCHEDULE;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
