package dev.usher.core.store;

import dev.usher.core.event.EventRef;

/**
 * How far an event's log goes.
 *
 * @param event whose log
 * @param sequence the last sequence number given out; 0 when the log is empty
 * @param recordedAt when the last append was recorded, in microseconds since 1970-01-01T00:00Z; grows with every append
 */
public record LogHead(EventRef event, long sequence, long recordedAt) {

    /** The head of a log to which nothing was appended yet. */
    public static LogHead empty(EventRef event) {
        return new LogHead(event, 0, Long.MIN_VALUE);
    }
}
