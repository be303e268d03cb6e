package dev.usher.core.service;

import dev.usher.core.statistics.Instants;
import dev.usher.core.statistics.TicketStatistics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One event's statistics over time, and what they were made from.
 *
 * @param eventId the event, as it was asked for
 * @param instants the instants
 * @param knownAt what was recorded later does not count; empty where everything counts
 * @param sequence how far the event's log went when it was asked; the same for all points
 * @param points the numbers as of each instant, in their order
 */
public record StatisticsSeries(
        String eventId, Instants instants, Optional<Instant> knownAt, long sequence, List<TicketStatistics> points) {

    public StatisticsSeries {
        points = List.copyOf(points);
    }
}
