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
 * How many events and ticket classes an organization's lists have, by what the usual lists ask for, and how many events its
 * organizers give, with what a transaction has added to all.
 */
final class EventCounts {
    private static final String OF_ORGANIZATION = """
            SELECT organization_id, state, is_series_parent, is_occurrence, %s AS counted FROM %s
            WHERE organization_id = :organization""";
    private static final String OF_EVENTS = OF_ORGANIZATION.formatted("events", "event_count");
    private static final String OF_CLASSES = OF_ORGANIZATION.formatted("ticket_classes", "ticket_class_count");
    private static final String OF_ORGANIZERS = """
            SELECT organizer_id, events FROM given_count
            WHERE organization_id = :organization AND organizer_id IN (<organizers>)""";

    private final Counts<Bucket> listed = new Counts<>("event_count", "events", Bucket::columns);
    private final Counts<Bucket> classes = new Counts<>("ticket_class_count", "ticket_classes", Bucket::columns);
    private final Counts<Giver> given = new Counts<>("given_count", "events", Giver::columns);

    /** What an event is counted among, and its classes with it. */
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

    private record Count(Bucket bucket, long counted) {}

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

    /** Counts so many more ticket classes of events in a bucket. */
    void addClasses(Bucket bucket, long ticketClasses) {
        classes.add(bucket, ticketClasses);
    }

    /** How many events of an organization are in such buckets, as the transaction sees it. */
    long events(Handle handle, long organization, Predicate<Bucket> wanted) {
        return sum(handle, OF_EVENTS, listed, organization, wanted);
    }

    /** How many ticket classes an organization's events in such buckets have, as the transaction sees it. */
    long classes(Handle handle, long organization, Predicate<Bucket> wanted) {
        return sum(handle, OF_CLASSES, classes, organization, wanted);
    }

    private static long sum(
            Handle handle, String kept, Counts<Bucket> counts, long organization, Predicate<Bucket> wanted) {
        long written = handle
                .createQuery(kept)
                .bind("organization", organization)
                .map((row, context) -> new Count(bucket(row), row.getLong("counted")))
                .stream()
                .filter(count -> wanted.test(count.bucket()))
                .mapToLong(Count::counted)
                .sum();
        return written + counts.added(bucket -> bucket.organization() == organization && wanted.test(bucket));
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
        classes.write(handle);
        given.write(handle);
    }
}
