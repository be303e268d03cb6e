package dev.usher.adapters.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * How many events an organization's lists have, counted by what the usual lists ask for, so that nobody counts rows.
 *
 * <p>What a transaction changes is written at its very end, in one order for all, because every writer of an
 * organization's events needs these few rows: none holds them longer than it must, and no two wait for each other.
 */
final class EventCounts {
    private static final String OF_ORGANIZATION = """
            SELECT organization_id, state, is_series_parent, is_occurrence, events FROM event_count
            WHERE organization_id = :organization""";
    private static final String RAISE = """
            UPDATE event_count SET events = events + :events
            WHERE organization_id = :organization AND state = :state
                AND is_series_parent = :parent AND is_occurrence = :occurrence""";
    private static final String FIRST = """
            INSERT INTO event_count (organization_id, state, is_series_parent, is_occurrence, events)
            VALUES (:organization, :state, :parent, :occurrence, :events)""";

    private final TreeMap<Bucket, Long> changes = new TreeMap<>();

    /** What an event is counted among. */
    record Bucket(long organization, String state, boolean isSeriesParent, boolean isOccurrence)
            implements Comparable<Bucket> {
        private static final Comparator<Bucket> ORDER = Comparator.comparingLong(Bucket::organization)
                .thenComparing(Bucket::state)
                .thenComparing(Bucket::isSeriesParent)
                .thenComparing(Bucket::isOccurrence);

        @Override
        public int compareTo(Bucket other) {
            return ORDER.compare(this, other);
        }
    }

    private record Count(Bucket bucket, long events) {}

    /** The bucket that a row of the listing or of the counts tells. */
    static Bucket bucket(ResultSet row) throws SQLException {
        return new Bucket(
                row.getLong("organization_id"),
                row.getString("state"),
                row.getBoolean("is_series_parent"),
                row.getBoolean("is_occurrence"));
    }

    /** Counts so many more. */
    void add(Bucket bucket, long events) {
        changes.merge(bucket, events, Long::sum);
    }

    /** How many events of an organization are in such buckets, as the transaction sees it. */
    long of(Handle handle, long organization, Predicate<Bucket> wanted) {
        long kept = handle
                .createQuery(OF_ORGANIZATION)
                .bind("organization", organization)
                .map((row, context) -> new Count(bucket(row), row.getLong("events")))
                .stream()
                .filter(count -> wanted.test(count.bucket()))
                .mapToLong(Count::events)
                .sum();
        long changed = changes.entrySet().stream()
                .filter(change -> change.getKey().organization() == organization && wanted.test(change.getKey()))
                .mapToLong(change -> change.getValue())
                .sum();
        return kept + changed;
    }

    /** Writes what was changed; when two make the first count at once, the second breaks the key and is run again. */
    void write(Handle handle) {
        changes.forEach((bucket, events) -> {
            if (events != 0 && of(bucket, events, handle.createUpdate(RAISE)).execute() == 0) {
                of(bucket, events, handle.createUpdate(FIRST)).execute();
            }
        });
        changes.clear();
    }

    private static <S extends SqlStatement<S>> S of(Bucket bucket, long events, S statement) {
        return statement
                .bind("organization", bucket.organization())
                .bind("state", bucket.state())
                .bind("parent", bucket.isSeriesParent())
                .bind("occurrence", bucket.isOccurrence())
                .bind("events", events);
    }
}
