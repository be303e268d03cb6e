package dev.usher.core.service;

import dev.usher.core.statistics.TicketStatistics;

/**
 * One event's line in a report.
 *
 * @param eventId the event, as it was asked for
 * @param statistics its numbers
 */
public record EventStatistics(String eventId, TicketStatistics statistics) {}
