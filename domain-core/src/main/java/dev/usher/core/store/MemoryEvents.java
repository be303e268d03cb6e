package dev.usher.core.store;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.EventsGiven;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.Page;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Events, in memory. */
record MemoryEvents(MemoryTransaction transaction) implements EventTable {
    private static final MemoryTable<EventRef, Event> EVENTS = new MemoryTable<>("events");
    private static final MemoryTable<Long, EventRef> BY_NUMBER = new MemoryTable<>("event by number");
    private static final MemoryTable<NameInOrganization, EventRef> BY_NAME = new MemoryTable<>("event by name");

    private record NameInOrganization(long organization, String name) implements Comparable<NameInOrganization> {
        @Override
        public int compareTo(NameInOrganization other) {
            int byOrganization = Long.compare(organization, other.organization);
            return byOrganization != 0 ? byOrganization : name.compareTo(other.name);
        }
    }

    @Override
    public void add(Event event) {
        NameInOrganization name = new NameInOrganization(event.ref().organization(), event.externalId());
        transaction.putNew(BY_NAME, name, event.ref(), event.externalId());
        transaction.putNew(
                BY_NUMBER,
                event.ref().event(),
                event.ref(),
                "event " + event.ref().event());
        put(event, 1);
    }

    @Override
    public Optional<Event> find(EventRef ref) {
        return transaction.row(EVENTS, ref);
    }

    @Override
    public Optional<Event> find(long number) {
        return transaction.row(BY_NUMBER, number).flatMap(this::find);
    }

    @Override
    public Optional<Event> lock(EventRef ref) {
        transaction.requireWritable();
        return find(ref);
    }

    @Override
    public boolean replace(Event event) {
        Optional<Event> known = find(event.ref()).filter(found -> found.version() == event.version());
        known.ifPresent(found -> put(
                new Event(found.ref(), found.externalId(), found.version(), event.attributes()), event.version() + 1));
        return known.isPresent();
    }

    @Override
    public List<Event> occurrences(EventRef series) {
        return of(series.organization()).stream()
                .filter(event -> event.series().equals(Optional.of(series.event())))
                .toList();
    }

    @Override
    public Page<Event> list(EventListing listing) {
        List<Event> found =
                new ListedEvents(listing).of(of(listing.organization()), new MemoryTicketClasses(transaction)::of);
        return ListedEvents.page(found, listing.page());
    }

    @Override
    public Map<Long, EventsGiven> given(long organization, Set<Long> organizers, Instant now) {
        Map<Long, EventsGiven> given = new HashMap<>();
        of(organization)
                .forEach(event -> event.giver()
                        .filter(organizers::contains)
                        .ifPresent(giver -> given.merge(
                                giver,
                                event.hasEnded(now) ? new EventsGiven(1, 0) : new EventsGiven(0, 1),
                                EventsGiven::plus)));
        return given;
    }

    /** The event that an organization knows by this name. */
    Optional<Event> named(long organization, String externalId) {
        return transaction
                .row(BY_NAME, new NameInOrganization(organization, externalId))
                .flatMap(this::find);
    }

    /** All events of an organization, by number. */
    List<Event> of(long organization) {
        return transaction.from(
                EVENTS, new EventRef(organization, Long.MIN_VALUE), ref -> ref.organization() == organization);
    }

    private void put(Event event, long version) {
        transaction.put(EVENTS, event.ref(), new Event(event.ref(), event.externalId(), version, event.attributes()));
    }
}
