package dev.usher.adapters.persistence;

import dev.usher.core.event.EventsGiven;
import dev.usher.core.statistics.InstantText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * How many events organizers give: all of them from the counts, and of these the future ones along an index, for what is
 * past grows without end.
 *
 * @param handle the connection of the transaction
 * @param counts how many events there are
 */
record GivenEvents(Handle handle, EventCounts counts) {
    // One condition for each organizer: HSQLDB walks all that is past where several are in one.
    private static final String FUTURE = """
            SELECT MIN(g.organizer_id) AS organizer_id, COUNT(*) AS future FROM given_event g
            WHERE g.organization_id = :organization AND g.organizer_id = :organizer%d AND g.ends_or_last > :now""";

    private record Future(long organizer, long events) {}

    /** By the organizer's number; who gives none is left out. */
    Map<Long, EventsGiven> of(long organization, Set<Long> organizers, Instant now) {
        Map<Long, Long> all = counts.given(handle, organization, organizers);
        Map<Long, Long> future = future(organization, List.copyOf(all.keySet()), now);
        return all.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, events -> {
            long coming = future.getOrDefault(events.getKey(), 0L);
            return new EventsGiven(events.getValue() - coming, coming);
        }));
    }

    private Map<Long, Long> future(long organization, List<Long> organizers, Instant now) {
        if (organizers.isEmpty()) {
            return Map.of();
        }
        String sql = IntStream.range(0, organizers.size())
                .mapToObj(FUTURE::formatted)
                .collect(Collectors.joining(" UNION ALL "));
        try (Query query = handle.createQuery(sql)) {
            query.bind("organization", organization).bind("now", InstantText.microseconds(now));
            for (int at = 0; at < organizers.size(); at++) {
                query.bind("organizer" + at, organizers.get(at));
            }
            return query.map((row, context) -> new Future(row.getLong("organizer_id"), row.getLong("future"))).stream()
                    .filter(found -> found.events() > 0)
                    .collect(Collectors.toMap(Future::organizer, Future::events));
        }
    }
}
