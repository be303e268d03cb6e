package dev.usher.core.statistics;

import dev.usher.core.rule.Field;
import java.time.Instant;

/**
 * Which event a question is about, and what its answer may and must know of it.
 *
 * @param eventId the event, by external id or engine number
 * @param knownAt what was recorded later does not count; absent where everything counts that is recorded
 * @param atLeast the sequence number, as a receipt tells it, that must be in the answer; absent where none must
 */
public record EventInQuestion(String eventId, Field<Instant> knownAt, Field<Long> atLeast) {

    /** The event with all that is known of it. */
    public static EventInQuestion of(String eventId) {
        return new EventInQuestion(eventId, Field.absent(), Field.absent());
    }

    /** The event as it was known at an instant. */
    public EventInQuestion knownAt(Instant instant) {
        return new EventInQuestion(eventId, Field.said(instant), atLeast);
    }

    /** The event with so much of its log at the least. */
    public EventInQuestion atLeast(long sequence) {
        return new EventInQuestion(eventId, knownAt, Field.said(sequence));
    }
}
