package dev.usher.adapters.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * How many events an organization's lists have, by what the usual lists ask for, and how many its organizers give, with
 * what a transaction has added to both.
 */
final class EventCounts {
    private static final String OF_ORGANIZATION = """
            SELECT organization_id, state, is_series_parent, is_occurrence, events FROM event_count
            WHERE organization_id = :organization""";
    private static final String OF_ORGANIZERS = """
            SELECT organizer_id, events FROM given_count
            WHERE organization_id = :organization AND organizer_id IN (<organizers>)""";

    private final Counts<Bucket> listed = new Counts<>("event_count", Bucket::columns);
    private final Counts<Giver> given = new Counts<>("given_count", Giver::columns);

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

        private SortedMap<String, Object> columns() {
            return new TreeMap<>(Map.of(
                    "organization_id", organization,
                    "state", state,
                    "is_series_parent", isSeriesParent,
                    "is_occurrence", isOccurrence));
        }
    }

    /** Whom an event that everybody may see is counted for. */
    record Giver(long organization, long organizer) implements Comparable<Giver> {
        private static final Comparator<Giver> ORDER =
                Comparator.comparingLong(Giver::organization).thenComparingLong(Giver::organizer);

        @Override
        public int compareTo(Giver other) {
            return ORDER.compare(this, other);
        }

        private SortedMap<String, Object> columns() {
            return new TreeMap<>(Map.of("organization_id", organization, "organizer_id", organizer));
        }
    }

    private record Count(Bucket bucket, long events) {}

    private record Given(long organizer, long events) {}

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
        listed.add(bucket, events);
    }

    /** Counts so many more. */
    void add(Giver giver, long events) {
        given.add(giver, events);
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
        return kept + listed.added(bucket -> bucket.organization() == organization && wanted.test(bucket));
    }

    /** How many events some organizers have given and will give, as the transaction sees it; who gives none is left out. */
    Map<Long, Long> given(Handle handle, long organization, Set<Long> organizers) {
        if (organizers.isEmpty()) {
            return Map.of();
        }
        Map<Long, Long> events = new HashMap<>();
        organizers.forEach(organizer -> events.put(organizer, given.added(new Giver(organization, organizer))));
        try (Query query = handle.createQuery(OF_ORGANIZERS)) {
            query.bind("organization", organization)
                    .bindList("organizers", List.copyOf(organizers))
                    .map((row, context) -> new Given(row.getLong("organizer_id"), row.getLong("events")))
                    .forEach(kept -> events.merge(kept.organizer(), kept.events(), Long::sum));
        }
        events.values().removeIf(none -> none == 0);
        return events;
    }

    /** Writes what was added, in one order for all. */
    void write(Handle handle) {
        listed.write(handle);
        given.write(handle);
    }
}
