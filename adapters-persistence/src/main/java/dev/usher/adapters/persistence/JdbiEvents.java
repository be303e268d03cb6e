package dev.usher.adapters.persistence;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.EventsGiven;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.Page;
import dev.usher.core.store.EventTable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Events in their table, and how they are listed beside it.
 *
 * @param handle the connection of the transaction
 * @param dialect what the database says differently
 * @param turns the events the transaction has the turn on
 * @param counts how many events there are, and how many more the transaction makes
 */
record JdbiEvents(Handle handle, Dialect dialect, Turns.Held turns, EventCounts counts) implements EventTable {
    private static final ConceptTable<Event> EVENTS = new ConceptTable<>(
            "event", "id", List.of("organization_id", "id", "external_id"), EventAttributes.ALL, row -> {
                EventRef ref = new EventRef(row.getLong("organization_id"), row.getLong("id"));
                String externalId = row.getString("external_id");
                long version = row.getLong("version");
                return attributes -> new Event(ref, externalId, version, attributes);
            });
    private static final String HOLD = """
            UPDATE event SET version = version
            WHERE organization_id = :organization AND id = :id""";

    @Override
    public void add(Event event) {
        Map<String, Object> identity = Map.of(
                "organization_id", event.ref().organization(),
                "id", event.ref().event(),
                "external_id", event.externalId());
        EVENTS.add(handle, event.ref().event(), identity, event.attributes());
        ListedEvent.change(handle, counts, Optional.empty(), ListedEvent.of(event));
    }

    @Override
    public Optional<Event> find(EventRef ref) {
        return find(ref.event()).filter(event -> event.ref().equals(ref));
    }

    @Override
    public Optional<Event> find(long number) {
        return EVENTS.of(handle, List.of(number)).stream().findFirst();
    }

    @Override
    public List<Event> occurrences(EventRef series) {
        return EVENTS.in(handle, "series_id", List.of(series.event()), " ORDER BY c.id").stream()
                .filter(event -> event.ref().organization() == series.organization())
                .toList();
    }

    // An update that changes nothing holds the row on every database.
    @Override
    public Optional<Event> lock(EventRef ref) {
        turns.take(ref);
        int held = handle.createUpdate(HOLD)
                .bind("organization", ref.organization())
                .bind("id", ref.event())
                .execute();
        return held == 0 ? Optional.empty() : find(ref);
    }

    @Override
    public boolean replace(Event event) {
        turns.take(event.ref());
        Map<String, Long> identity = Map.of(
                "organization_id", event.ref().organization(), "id", event.ref().event());
        boolean replaced =
                EVENTS.replace(handle, event.ref().event(), event.version(), identity, Map.of(), event.attributes());
        if (replaced) {
            Optional<ListedEvent> before = ListedEvent.find(handle, event.ref().event());
            find(event.ref()).ifPresent(changed -> list(event.ref().event(), before, ListedEvent.of(changed)));
        }
        return replaced;
    }

    private void list(long event, Optional<ListedEvent> before, Optional<ListedEvent> after) {
        if (ListedEvent.change(handle, counts, before, after)) {
            new ListedClasses(handle, counts).follow(event, before, after);
        }
    }

    @Override
    public Map<Long, EventsGiven> given(long organization, Set<Long> organizers, Instant now) {
        return new GivenEvents(handle, counts).of(organization, organizers, now);
    }

    @Override
    public Page<Event> list(EventListing listing) {
        ListedRows.Found found = new EventPages(handle, dialect, counts).find(listing);
        return new Page<>(EVENTS.of(handle, found.ids()), found.total(), listing.page());
    }
}
