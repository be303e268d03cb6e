package dev.usher.conformance.runs;

import java.util.Comparator;
import java.util.List;

/**
 * One line of a log, as it stands in a file.
 *
 * @param event which event
 * @param ticket which ticket
 * @param kind what happened, by its word
 * @param occurredAt when, in microseconds since 1970-01-01T00:00Z
 * @param device on which device; empty when unknown
 */
record LogEntry(String event, String ticket, String kind, long occurredAt, String device) {

    /** All kinds, in the order in which those of one instant apply. */
    static final List<String> KINDS = List.of(
            "issued",
            "downloaded",
            "logged_off",
            "transfer_started",
            "transfer_accepted",
            "transfer_cancelled",
            "activated",
            "activated_offline",
            "activated_manually",
            "deactivated",
            "controlled",
            "control_reverted",
            "deleted");

    /** The order in which one ticket's operations apply. */
    static final Comparator<LogEntry> ORDER = Comparator.comparingLong(LogEntry::occurredAt)
            .thenComparingInt(entry -> KINDS.indexOf(entry.kind()))
            .thenComparing(LogEntry::device);
}
