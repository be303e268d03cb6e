package dev.usher.core.service;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Profile;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.money.Money;
import dev.usher.core.store.MemoryStore;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Random;

/** Two houses over one memory store, with events that a test puts there as it needs them. */
final class TicketHouse {
    static final Currency DOLLAR = Currency.getInstance("USD");

    final HandMovedClock clock = new HandMovedClock();
    final MemoryStore store = new MemoryStore();
    final Services services = Services.over(store, clock, new Random(1), Terms.within(1 << 20));
    final long organization =
            services.organizations().findOrCreate("house").orThrow().id();
    final long elsewhere =
            services.organizations().findOrCreate("elsewhere").orThrow().id();
    final Actor member = new Actor(organization, Role.MEMBER);
    final Actor viewer = new Actor(organization, Role.VIEWER);
    final Actor stranger = new Actor(elsewhere, Role.OWNER);

    /** A free class of ten tickets. */
    static Change free(String name) {
        return Change.NONE
                .with(TicketClassAttributes.NAME, name)
                .with(TicketClassAttributes.FREE, true)
                .with(TicketClassAttributes.QUANTITY_TOTAL, 10L);
    }

    /** A paid class of ten tickets. */
    static Change paid(String name, long cents) {
        return Change.NONE
                .with(TicketClassAttributes.NAME, name)
                .with(TicketClassAttributes.COST, new Money(cents, DOLLAR))
                .with(TicketClassAttributes.QUANTITY_TOTAL, 10L);
    }

    /** An event in dollars that begins in ten days and is published since an hour. */
    long published() {
        return event(coming().with(EventAttributes.STATE, "published")
                .with(EventAttributes.PUBLISHED_AT, clock.instant().minus(Duration.ofHours(1))));
    }

    /** The same, not published yet. */
    long draft() {
        return event(coming());
    }

    Attributes coming() {
        Instant start = clock.instant().plus(Duration.ofDays(10));
        return Attributes.NONE
                .with(EventAttributes.NAME, "Concert")
                .with(EventAttributes.CURRENCY, DOLLAR)
                .with(EventAttributes.START, start)
                .with(EventAttributes.END, start.plus(Duration.ofHours(3)));
    }

    long event(Attributes attributes) {
        return store.write(transaction -> {
            long number = transaction.identities().reserve(1);
            transaction.events().add(new Event(new EventRef(organization, number), "event-" + number, 1, attributes));
            return number;
        });
    }

    Event event(long number) {
        return store.read(transaction -> transaction.events().find(number)).orElseThrow();
    }

    <T> void with(long event, Attribute<T> attribute, T value) {
        store.write(transaction -> transaction
                .events()
                .replace(transaction.events().find(event).orElseThrow().with(attribute, value)));
    }

    void profile(Attributes attributes) {
        store.write(transaction -> {
            long version = transaction.profiles().of(organization).version();
            return transaction.profiles().replace(new Profile(organization, version, attributes));
        });
    }

    /** Sells tickets of a class, as orders will. */
    void sell(long event, long id, long count) {
        store.write(transaction -> {
            TicketClass found = transaction
                    .ticketClasses()
                    .find(new EventRef(organization, event), id)
                    .orElseThrow();
            long sold = found.get(TicketClassAttributes.QUANTITY_SOLD).orElse(0L) + count;
            return transaction.ticketClasses().replace(found.with(TicketClassAttributes.QUANTITY_SOLD, sold));
        });
    }

    List<TicketClass> classes(long event) {
        return store.read(transaction -> transaction.ticketClasses().of(new EventRef(organization, event)));
    }
}
