package dev.usher.core.service;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventRef;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.Page;
import dev.usher.core.store.EventTable;
import dev.usher.core.store.Identities;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.OperationLog;
import dev.usher.core.store.OrganizerTable;
import dev.usher.core.store.ProfileTable;
import dev.usher.core.store.QuestionTable;
import dev.usher.core.store.Store;
import dev.usher.core.store.Subscription;
import dev.usher.core.store.TicketClassTable;
import dev.usher.core.store.Tokens;
import dev.usher.core.store.Transaction;
import dev.usher.core.store.UserTable;
import dev.usher.core.store.VenueTable;
import java.util.List;
import java.util.Optional;
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

    private record Watched(Transaction transaction, RecentEvents recent) implements Transaction {
        @Override
        public EventTable events() {
            return new WatchedEvents(transaction, transaction.events(), recent);
        }

        @Override
        public Identities identities() {
            return transaction.identities();
        }

        @Override
        public Tokens tokens() {
            return transaction.tokens();
        }

        @Override
        public UserTable users() {
            return transaction.users();
        }

        @Override
        public ProfileTable profiles() {
            return transaction.profiles();
        }

        @Override
        public TicketClassTable ticketClasses() {
            return transaction.ticketClasses();
        }

        @Override
        public QuestionTable questions() {
            return transaction.questions();
        }

        @Override
        public VenueTable venues() {
            return transaction.venues();
        }

        @Override
        public OrganizerTable organizers() {
            return transaction.organizers();
        }

        @Override
        public OperationLog operations() {
            return transaction.operations();
        }

        @Override
        public void afterCommit(Runnable action) {
            transaction.afterCommit(action);
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
    }
}
