package dev.usher.conformance;

import dev.usher.core.access.Organization;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.EventStatus;
import dev.usher.core.event.EventsGiven;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.EventOrder;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.listing.SeriesFilter;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.listing.TicketClassOrder;
import dev.usher.core.listing.TimeFilter;
import dev.usher.core.money.Money;
import dev.usher.core.statistics.NameKey;
import dev.usher.core.store.Transaction;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Events and ticket classes with much in common, and questions about them; the same for the same seed, in any store. */
final class RandomListings {
    static final Organization HOUSE = new Organization(700, "house of chance", new NameKey(1, 2));
    static final Organization NEIGHBOUR = new Organization(701, "neighbour of chance", new NameKey(3, 4));

    private static final Instant NOON = Instant.parse("2026-07-04T12:00:00Z");
    private static final List<Currency> CURRENCIES = List.of(Currency.getInstance("USD"), Currency.getInstance("JPY"));
    private static final List<String> WORDS = List.of(
            "a",
            "B",
            "ab",
            "50%_off",
            "\u03a3\u0391\u03a3",
            "\u03c3\u03b1\u03c2",
            "\ud55c\uad6d",
            "\uff21",
            "\ud83c\udfab",
            "\ud83c\udf9f",
            "\u00c9",
            "\u00e9",
            "\u00df",
            "\\");

    private static final List<Long> ORGANIZERS = List.of(31L, 32L, 33L);

    private final Random random;
    private final String beginning;

    RandomListings(long seed) {
        this(seed, "");
    }

    /** Things most of whose names begin alike. */
    RandomListings(long seed, String beginning) {
        this.random = new Random(seed);
        this.beginning = beginning;
    }

    /** Adds so many events, of which some have classes. */
    void fill(Transaction transaction, int events) {
        transaction.identities().add(HOUSE);
        transaction.identities().add(NEIGHBOUR);
        for (int event = 0; event < events; event++) {
            Organization owner = random.nextInt(8) == 0 ? NEIGHBOUR : HOUSE;
            EventRef ref = new EventRef(owner.id(), 1_000 + event);
            transaction.events().add(new Event(ref, name() + " " + event, 1, event()));
            for (int number = random.nextInt(3); number > 0; number--) {
                transaction
                        .ticketClasses()
                        .add(new TicketClass(ref, 1_000_000 + 10L * event + number, 1, ticketClass()));
            }
        }
    }

    private Attributes event() {
        Instant start = moment();
        Attributes some = Attributes.NONE.with(
                EventAttributes.STATE, one(List.of("draft", "published", "published", "canceled", "deleted")));
        some = maybe(some, EventAttributes.NAME, name() + name());
        some = maybe(some, EventAttributes.START, start);
        some = maybe(some, EventAttributes.END, start.plusSeconds(3_600L * random.nextInt(4)));
        some = maybe(some, EventAttributes.CREATED_AT, moment());
        some = maybe(some, EventAttributes.PUBLISHED_AT, moment());
        some = maybe(some, EventAttributes.CURRENCY, one(CURRENCIES));
        some = maybe(some, EventAttributes.VENUE, (long) random.nextInt(3));
        some = maybe(some, EventAttributes.ORGANIZER, one(ORGANIZERS));
        some = maybe(some, EventAttributes.LISTED, random.nextInt(4) > 0);
        some = maybe(some, EventAttributes.EVENT_GROUP, one(WORDS));
        some = maybe(some, EventAttributes.PAID_OUT, random.nextBoolean());
        if (random.nextInt(4) == 0) {
            some = random.nextBoolean()
                    ? some.with(EventAttributes.SERIES_PARENT, true)
                    : some.with(EventAttributes.SERIES, 1_000L);
        }
        return some;
    }

    private Attributes ticketClass() {
        Attributes some = maybe(Attributes.NONE, TicketClassAttributes.NAME, name());
        some = maybe(some, TicketClassAttributes.COST, new Money(random.nextInt(4) * 50L, one(CURRENCIES)));
        some = maybe(some, TicketClassAttributes.FREE, random.nextBoolean());
        some = maybe(some, TicketClassAttributes.DONATION, random.nextInt(3) == 0);
        some = maybe(some, TicketClassAttributes.HIDDEN, random.nextBoolean());
        some = maybe(some, TicketClassAttributes.SORTING, (long) random.nextInt(3));
        some = maybe(some, TicketClassAttributes.SALES_START, moment());
        return maybe(some, TicketClassAttributes.SALES_END, moment());
    }

    /** A question about the house's events. */
    EventListing events() {
        return new EventListing(
                random.nextInt(10) == 0 ? NEIGHBOUR.id() : HOUSE.id(),
                rarely(this::part),
                rarely(() -> one(CURRENCIES)),
                some(EventStatus.values()),
                rarely(() -> one(WORDS)),
                one(List.of(TimeFilter.values())),
                one(List.of(SeriesFilter.values())),
                random.nextInt(4) == 0 ? Set.of(0L, 2L) : Set.of(),
                one(List.of(EventOrder.values())),
                moment(),
                page());
    }

    /** Makes another of one of so many events. */
    Function<Transaction, Boolean> change(int events) {
        long number = 1_000L + random.nextInt(events);
        Attributes drawn = event();
        return transaction -> {
            Event found = transaction.events().find(number).orElseThrow();
            transaction.events().lock(found.ref());
            return transaction.events().replace(found.with(drawn));
        };
    }

    /** Adds a ticket class to one of so many events, or changes one, or removes one. */
    Function<Transaction, Boolean> changeOfClass(int events) {
        int event = random.nextInt(events);
        long number = 1_000_000 + 10L * event + random.nextInt(4);
        Attributes drawn = ticketClass();
        boolean stays = random.nextInt(3) > 0;
        return transaction -> {
            EventRef ref =
                    transaction.events().find(1_000L + event).orElseThrow().ref();
            transaction.events().lock(ref);
            Optional<TicketClass> found = transaction.ticketClasses().find(ref, number);
            if (found.isEmpty()) {
                transaction.ticketClasses().add(new TicketClass(ref, number, 1, drawn));
                return true;
            }
            return stays
                    ? transaction.ticketClasses().replace(found.get().with(drawn))
                    : transaction.ticketClasses().remove(ref, number);
        };
    }

    /** The events that some organizers of one of the houses give, counted at some instant. */
    Function<Transaction, Map<Long, EventsGiven>> given() {
        long organization = random.nextInt(4) == 0 ? NEIGHBOUR.id() : HOUSE.id();
        Set<Long> organizers = new HashSet<>(ORGANIZERS);
        organizers.add(34L);
        organizers.removeIf(organizer -> random.nextInt(4) == 0);
        Instant now = moment();
        return transaction -> transaction.events().given(organization, organizers, now);
    }

    /** A question about the house's ticket classes. */
    TicketClassListing ticketClasses() {
        return new TicketClassListing(
                events(),
                rarely(this::part),
                random.nextInt(4) == 0 ? Set.of(1_001L, 1_005L, 1_020L, 1_033L) : Set.of(),
                rarely(() -> new BigDecimal("0.5")),
                rarely(() -> new BigDecimal("1.00")),
                rarely(this::moment),
                rarely(this::moment),
                rarely(random::nextBoolean),
                one(List.of(TicketClassOrder.values())),
                page());
    }

    /** A question about the classes of all the house's events that are named like most. */
    TicketClassListing ticketClassesNamed(String part) {
        return TicketClassListing.all(HOUSE.id(), moment(), one(List.of(TicketClassOrder.values())))
                .named(part)
                .at(page());
    }

    private PageRequest page() {
        return new PageRequest(1 + random.nextInt(3), 1 + random.nextInt(PageRequest.MOST));
    }

    private Instant moment() {
        return NOON.plusSeconds(3_600L * random.nextInt(6));
    }

    private String name() {
        return beginning + one(WORDS);
    }

    private String part() {
        return random.nextInt(8) == 0 ? "" : one(WORDS);
    }

    private Set<EventStatus> some(EventStatus... statuses) {
        Set<EventStatus> wanted = new HashSet<>();
        if (random.nextBoolean()) {
            for (EventStatus status : statuses) {
                if (random.nextBoolean()) {
                    wanted.add(status);
                }
            }
        }
        return wanted;
    }

    private <T> Attributes maybe(Attributes others, Attribute<T> attribute, T value) {
        return random.nextInt(4) == 0 ? others : others.with(attribute, value);
    }

    private <T> Optional<T> rarely(Supplier<T> value) {
        return random.nextInt(4) == 0 ? Optional.of(value.get()) : Optional.empty();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
