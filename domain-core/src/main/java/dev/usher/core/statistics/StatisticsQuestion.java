package dev.usher.core.statistics;

import dev.usher.core.rule.Field;
import java.time.Instant;
import java.util.List;

/**
 * Which events' statistics are asked for, and as of when.
 *
 * @param eventIds 1 to 8 events, by external id or engine number, none twice (TX.p.eventIds)
 * @param at the instant (TX.p.dateTime); one in the future answers from what is known now
 */
public record StatisticsQuestion(List<String> eventIds, Field<Instant> at) {

    public StatisticsQuestion {
        eventIds = List.copyOf(eventIds);
    }

    /** A question about these events as of an instant. */
    public static StatisticsQuestion of(List<String> eventIds, Instant at) {
        return new StatisticsQuestion(eventIds, Field.said(at));
    }
}
