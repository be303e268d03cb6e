package dev.usher.core.service;

import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds events by the names their organizations gave them, or by number, and remembers the names.
 *
 * <p>An external id goes before a number, so an organization's own names always mean its own events. What was found by
 * number is not remembered, because the organization may give that number as a name to another event.
 */
final class EventDirectory {
    private static final int MOST_REMEMBERED = 100_000;

    private final Store store;
    private final Numbers numbers;
    private final Map<Name, EventRef> remembered = new ConcurrentHashMap<>();

    private record Name(long organization, String text) {}

    EventDirectory(Store store, Numbers numbers) {
        this.store = store;
        this.numbers = numbers;
    }

    /** The event, if it is remembered; never touches the store. */
    Optional<EventRef> recall(long organization, String name) {
        return Optional.ofNullable(remembered.get(new Name(organization, name)));
    }

    /** The event an organization knows by this external id or number. */
    Optional<EventRef> find(long organization, String name) {
        return named(organization, name)
                .or(() -> number(name)
                        .map(number -> new EventRef(organization, number))
                        .filter(this::has));
    }

    /** The event an organization knows by this external id; no event has a name that no store can keep. */
    Optional<EventRef> named(long organization, String name) {
        if (!OutsideText.isName(name)) {
            return Optional.empty();
        }
        return recall(organization, name)
                .or(() -> store.read(transaction -> transaction.identities().event(organization, name))
                        .map(this::remember));
    }

    /** True when an organization has an event of that number. */
    boolean has(EventRef event) {
        return store.read(transaction -> transaction.identities().event(event)).isPresent();
    }

    /** The event of this external id, or one with a new number that is to be added. Not inside a transaction. */
    KnownEvent propose(long organization, String externalId) {
        return store.read(transaction -> transaction.identities().event(organization, externalId))
                .orElseGet(() -> new KnownEvent(new EventRef(organization, numbers.next()), externalId));
    }

    /** Adds a proposed event unless another of its name was there first; returns the one that counts. */
    EventRef settle(Transaction transaction, KnownEvent proposed) {
        return transaction
                .identities()
                .event(proposed.ref().organization(), proposed.externalId())
                .map(KnownEvent::ref)
                .orElseGet(() -> {
                    transaction.identities().add(proposed);
                    return proposed.ref();
                });
    }

    private EventRef remember(KnownEvent event) {
        if (remembered.size() >= MOST_REMEMBERED) {
            remembered.clear();
        }
        remembered.put(new Name(event.ref().organization(), event.externalId()), event.ref());
        return event.ref();
    }

    /** What is written as a number. */
    static Optional<Long> number(String name) {
        return name.matches("0|[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(name)) : Optional.empty();
    }
}
