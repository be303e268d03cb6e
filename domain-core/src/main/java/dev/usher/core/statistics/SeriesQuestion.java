package dev.usher.core.statistics;

import dev.usher.core.rule.Field;
import dev.usher.core.rule.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One event's statistics over time: as of {@code from}, a step later, and so on up to and including {@code to} where it
 * falls on a step.
 *
 * @param event the event, and what the answer may and must know of it
 * @param from the first instant
 * @param to no instant after this one; not before {@code from}
 * @param step from one instant to the next: above zero, in whole microseconds
 */
public record SeriesQuestion(EventInQuestion event, Field<Instant> from, Field<Instant> to, Field<Duration> step) {

    /** A question about the instants from one to another. */
    public static SeriesQuestion of(EventInQuestion event, Instant from, Instant to, Duration step) {
        return new SeriesQuestion(event, Field.said(from), Field.said(to), Field.said(step));
    }

    /** Every violation of {@link EventQuestionRules}; empty when the question can be answered. */
    public List<Violation> violations() {
        return EventQuestionRules.violations(this);
    }

    /** The instants that a question without violations asks for. */
    public Instants instants() {
        return Instants.between(
                from.said().orElseThrow(), to.said().orElseThrow(), step.said().orElseThrow());
    }
}
