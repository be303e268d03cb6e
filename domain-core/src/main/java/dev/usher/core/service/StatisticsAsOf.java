package dev.usher.core.service;

import dev.usher.core.statistics.TicketStatistics;
import java.time.Instant;
import java.util.Optional;

/**
 * One event's statistics as of an instant, and what they were made from.
 *
 * @param eventId the event, as it was asked for
 * @param at the instant: the one asked for, else when the question came
 * @param knownAt what was recorded later does not count; empty where everything counts
 * @param sequence how far the event's log went when it was asked
 * @param statistics the numbers
 */
public record StatisticsAsOf(
        String eventId, Instant at, Optional<Instant> knownAt, long sequence, TicketStatistics statistics) {}
