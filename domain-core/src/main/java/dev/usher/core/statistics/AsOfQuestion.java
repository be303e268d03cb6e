package dev.usher.core.statistics;

import dev.usher.core.rule.Field;
import dev.usher.core.rule.Violation;
import java.time.Instant;
import java.util.List;

/**
 * One event's statistics as of an instant.
 *
 * @param event the event, and what the answer may and must know of it
 * @param at the instant; now when absent, and one in the future answers from what is known now
 */
public record AsOfQuestion(EventInQuestion event, Field<Instant> at) {

    /** A question as of an instant. */
    public static AsOfQuestion of(EventInQuestion event, Instant at) {
        return new AsOfQuestion(event, Field.said(at));
    }

    /** Every violation of {@link EventQuestionRules}; empty when the question can be answered. */
    public List<Violation> violations() {
        return EventQuestionRules.violations(this);
    }
}
