package dev.usher.core.service;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Profile;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import dev.usher.core.money.Money;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.MemoryStore;
import dev.usher.core.store.Transaction;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** An organization with people, an organizer and a venue, over a memory store and a clock moved by hand. */
final class EventHouse {
    static final Instant NOON = Instant.parse("2030-05-01T12:00:00Z");
    static final Currency USD = Currency.getInstance("USD");

    final HandMovedClock clock = new HandMovedClock(NOON);
    final MemoryStore store = new MemoryStore();
    final Usher usher;
    final Events events;
    final long organization;
    final Actor owner;
    final Actor member;
    final Actor viewer;
    final Actor stranger;
    final long organizer = number();
    final long venue = number();

    EventHouse() {
        this(Terms.usual());
    }

    EventHouse(Terms terms) {
        usher = Usher.over(store, clock, new Random(4), terms);
        events = usher.events();
        organization = usher.organizations().findOrCreate("house").orThrow().id();
        owner = new Actor(organization, Role.OWNER);
        member = new Actor(organization, Role.MEMBER);
        viewer = new Actor(organization, Role.VIEWER);
        stranger =
                new Actor(usher.organizations().findOrCreate("others").orThrow().id(), Role.OWNER);
        write(transaction -> {
            transaction.organizers().add(new Organizer(organization, organizer, 1, Attributes.NONE));
            transaction.venues().add(new Venue(organization, venue, 1, Attributes.NONE));
        });
        profile(Profile.DEFAULT_ORGANIZER, organizer);
    }

    /** What a complete event says. */
    static Change complete() {
        return Change.NONE
                .with(EventAttributes.NAME, "Night of <b>jazz</b>")
                .with(EventAttributes.START, Instant.parse("2030-07-04T18:00:00Z"))
                .with(EventAttributes.START_ZONE, "Europe/Zurich")
                .with(EventAttributes.END, Instant.parse("2030-07-04T22:00:00Z"))
                .with(EventAttributes.END_ZONE, "Europe/Zurich")
                .with(EventAttributes.CURRENCY, USD);
    }

    /** A draft that could be published. */
    EventView draft() {
        EventView made = events.create(member, organization, complete().with(EventAttributes.DESCRIPTION, "All night."))
                .orThrow();
        ticketClass(made, free());
        return again(made);
    }

    /** An event that everybody sees. */
    EventView published() {
        return events.publish(member, number(draft()), Optional.empty()).orThrow();
    }

    /** The event as it stands in the store, into which this house also writes past the services. */
    EventView again(EventView event) {
        return Usher.over(store, clock, new Random(5))
                .events()
                .find(Optional.of(owner), number(event))
                .orThrow();
    }

    TicketClass ticketClass(EventView event, Attributes attributes) {
        return ticketClass(event.event().ref(), attributes);
    }

    TicketClass ticketClass(EventRef event, Attributes attributes) {
        TicketClass made = new TicketClass(event, number(), 1, attributes);
        write(transaction -> transaction.ticketClasses().add(made));
        return made;
    }

    Attributes free() {
        return Attributes.NONE
                .with(TicketClassAttributes.NAME, "Seat")
                .with(TicketClassAttributes.FREE, true)
                .with(TicketClassAttributes.QUANTITY_TOTAL, 20L);
    }

    Attributes paid(long cents) {
        return Attributes.NONE
                .with(TicketClassAttributes.NAME, "Box")
                .with(TicketClassAttributes.COST, new Money(cents, USD))
                .with(TicketClassAttributes.QUANTITY_TOTAL, 10L);
    }

    /** What a request says that wants a class of these attributes. */
    Change said(Attributes attributes) {
        Change said = Change.NONE;
        for (Attribute<?> attribute : attributes.said()) {
            said = said(said, attribute, attributes);
        }
        return said;
    }

    private static <T> Change said(Change said, Attribute<T> attribute, Attributes attributes) {
        return said.with(attribute, attributes.get(attribute).orElseThrow());
    }

    /** Puts an event in its place, past the services. */
    void put(Event event) {
        write(transaction -> transaction
                .events()
                .replace(new Event(
                        event.ref(),
                        event.externalId(),
                        transaction.events().find(event.ref()).orElseThrow().version(),
                        event.attributes())));
    }

    List<TicketClass> classes(EventView event) {
        return store.read(
                transaction -> transaction.ticketClasses().of(event.event().ref()));
    }

    <T> void profile(Attribute<T> attribute, T value) {
        write(transaction -> {
            Profile kept = transaction.profiles().of(organization);
            transaction
                    .profiles()
                    .replace(new Profile(
                            organization, kept.version(), kept.attributes().with(attribute, value)));
        });
    }

    void write(Consumer<Transaction> work) {
        store.write(transaction -> {
            work.accept(transaction);
            return true;
        });
    }

    private long number() {
        return store.write(transaction -> transaction.identities().reserve(1));
    }

    /** The event as it is kept, deleted or not. */
    Event kept(EventView event) {
        return store.read(
                transaction -> transaction.events().find(number(event)).orElseThrow());
    }

    static long number(EventView view) {
        return view.event().ref().event();
    }

    /** The codes of all violations, with their paths where they have one. */
    static List<String> codes(Outcome<?> outcome) {
        return outcome.violations().stream().map(EventHouse::code).toList();
    }

    private static String code(Violation violation) {
        return violation.path().isEmpty() ? violation.code() : violation.path() + ":" + violation.code();
    }
}
