package dev.usher.core.service;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.EventsGiven;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.Page;
import dev.usher.core.store.EventTable;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import dev.usher.core.store.Subscription;
import dev.usher.core.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A store that tells which events were changed, once that is committed and before whoever changed them goes on.
 *
 * <p>Whoever changes what belongs to an event replaces the event too, so replaced ones are all there are.
 */
record WatchedStore(Store store, RecentEvents recent) implements Store {

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return store.read(work);
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        return store.write(transaction -> work.apply(new Watched(transaction, recent)));
    }

    @Override
    public boolean isShared() {
        return store.isShared();
    }

    @Override
    public Subscription hear(Consumer<LogHead> listener) {
        return store.hear(listener);
    }

    @Override
    public void close() {
        store.close();
    }

    private record Watched(Transaction transaction, RecentEvents recent) implements HandedOn {
        @Override
        public EventTable events() {
            return new WatchedEvents(transaction, transaction.events(), recent);
        }
    }

    private record WatchedEvents(Transaction transaction, EventTable events, RecentEvents recent)
            implements EventTable {
        @Override
        public void add(Event event) {
            events.add(event);
        }

        @Override
        public Optional<Event> find(EventRef ref) {
            return events.find(ref);
        }

        @Override
        public Optional<Event> find(long number) {
            return events.find(number);
        }

        @Override
        public Optional<Event> lock(EventRef ref) {
            return events.lock(ref);
        }

        @Override
        public boolean replace(Event event) {
            transaction.afterCommit(() -> recent.changed(event.ref().event()));
            return events.replace(event);
        }

        @Override
        public List<Event> occurrences(EventRef series) {
            return events.occurrences(series);
        }

        @Override
        public Page<Event> list(EventListing listing) {
            return events.list(listing);
        }

        @Override
        public Map<Long, EventsGiven> given(long organization, Set<Long> organizers, Instant now) {
            return events.given(organization, organizers, now);
        }
    }
}
