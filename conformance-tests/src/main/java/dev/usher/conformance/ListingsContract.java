package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.access.Organization;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.EventsGiven;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.EventOrder;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.listing.TicketClassOrder;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a store must answer when it is asked for a page of many events or ticket classes. */
public interface ListingsContract extends TestedStore {
    /** When the examples are asked. */
    Instant NOW = Instant.parse("2026-07-04T12:00:00Z");

    /** If this fails, look at the order: what has no value is last in both directions, and equal ones follow their number. */
    @Test
    default void eventsAreInTheOrderAskedFor() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Map<Integer, Attributes> events = new TreeMap<>(Map.of(
                    1, Attributes.NONE.with(EventAttributes.NAME, "b").with(EventAttributes.START, NOW),
                    2, Attributes.NONE.with(EventAttributes.NAME, "B").with(EventAttributes.START, NOW.plusSeconds(1)),
                    3, Attributes.NONE.with(EventAttributes.NAME, "\ud83c\udfab"),
                    4, Attributes.NONE.with(EventAttributes.NAME, "\uff21").with(EventAttributes.START, NOW),
                    5, Attributes.NONE.with(EventAttributes.NAME, "a")));
            events.forEach((number, attributes) -> add(
                    store, house, number, attributes.with(EventAttributes.CREATED_AT, NOW.minusSeconds(number % 4))));
            Map<EventOrder, List<Integer>> orders = Map.of(
                    EventOrder.START_ASC, List.of(1, 4, 2, 3, 5),
                    EventOrder.START_DESC, List.of(2, 4, 1, 5, 3),
                    EventOrder.NAME_ASC, List.of(5, 1, 2, 4, 3),
                    EventOrder.NAME_DESC, List.of(3, 4, 2, 1, 5),
                    EventOrder.CREATED_ASC, List.of(3, 2, 1, 5, 4),
                    EventOrder.CREATED_DESC, List.of(4, 5, 1, 2, 3));
            orders.forEach((order, numbers) -> assertThat(numbers(store, listing(house, Optional.empty(), order, 1)))
                    .as("%s", order)
                    .isEqualTo(numbers));
        }
    }

    /** If this fails, look at where pages begin and end; beyond the last there is an empty one, which tells the total too. */
    @Test
    default void pagesTileTheList() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            for (int number = 1; number <= 5; number++) {
                add(store, house, number, Attributes.NONE.with(EventAttributes.START, NOW.plusSeconds(number)));
            }
            List<List<Integer>> pages = List.of(List.of(1, 2), List.of(3, 4), List.of(5), List.of(), List.of());
            for (int page = 1; page <= pages.size(); page++) {
                EventListing asked = listing(house, Optional.empty(), EventOrder.START_ASC, page);
                EventListing twoAPage = asked.of(house.id(), new PageRequest(page, 2));
                assertThat(numbers(store, twoAPage)).isEqualTo(pages.get(page - 1));
                assertThat(list(store, twoAPage).total()).isEqualTo(5);
            }
        }
    }

    /** If this fails, look at how the part of a name is compared: as a text and no pattern, whatever the case of each letter. */
    @Test
    default void aPartOfANameIsFoundWhateverItsCase() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            List<String> names = List.of(
                    "Summer Concert",
                    "50%_off",
                    "50x5off",
                    "\u03a3\u0391\u03a3 OK",
                    "\ud55c\uad6d \ud83c\udfab",
                    "\\o/");
            for (int number = 1; number <= names.size(); number++) {
                add(store, house, number, Attributes.NONE.with(EventAttributes.NAME, names.get(number - 1)));
            }
            Map<String, List<Integer>> parts = Map.of(
                    "mer con", List.of(1),
                    "MER CON", List.of(1),
                    "%_", List.of(2),
                    "OFF", List.of(2, 3),
                    "\u03c3\u03b1\u03c2", List.of(4),
                    "\uad6d", List.of(5),
                    "\ud83c\udf9f", List.of(),
                    "\\", List.of(6),
                    "o", List.of(1, 2, 3, 4, 6),
                    "", List.of(1, 2, 3, 4, 5, 6));
            parts.forEach((part, found) -> {
                EventListing asked = listing(house, Optional.of(part), EventOrder.START_ASC, 1);
                assertThat(numbers(store, asked)).as("events named '%s'", part).isEqualTo(found);
                assertThat(list(store, asked).total()).isEqualTo(found.size());
            });
        }
    }

    /** If this fails, look at what a change of an event does to lists and totals, within the transaction and after it. */
    @Test
    default void listsFollowEachChange() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Event event = add(store, house, 1, Attributes.NONE.with(EventAttributes.NAME, "first"));
            add(store, house, 2, Attributes.NONE.with(EventAttributes.NAME, "second"));
            requireNamed(store, house, 1, 1);
            change(store, event.ref(), found -> found.with(EventAttributes.NAME, "renamed"));
            requireNamed(store, house, 0, 1);
            change(store, event.ref(), found -> found.with(EventAttributes.SERIES_PARENT, true));
            EventListing all = EventListing.all(house.id(), NOW);
            assertThat(numbers(store, all)).containsExactly(2);
            assertThat(list(store, all).total()).isEqualTo(1);
            change(store, event.ref(), found -> found.with(Attributes.NONE.with(EventAttributes.NAME, "first")));
            assertThatThrownBy(() -> store.write(transaction -> {
                        delete(transaction, event.ref());
                        assertThat(transaction.events().list(all).total()).isEqualTo(1);
                        throw new Abandoned();
                    }))
                    .isInstanceOf(Abandoned.class);
            assertThat(list(store, all).total()).isEqualTo(2);
            requireNamed(store, house, 1, 1);
            Page<Event> afterwards = store.write(transaction -> {
                delete(transaction, event.ref());
                return transaction.events().list(all);
            });
            assertThat(afterwards.total()).isEqualTo(1);
            assertThat(numbers(store, all)).containsExactly(2);
            requireNamed(store, house, 0, 1);
        }
    }

    /** If this fails, look at what is counted for an organizer: what everybody may see, each event on its side of now. */
    @Test
    default void eventsAreCountedForWhoGivesThem() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Organization other = Samples.organization(store, "other");
            Attributes shown = Attributes.NONE
                    .with(EventAttributes.STATE, "published")
                    .with(EventAttributes.ORGANIZER, 31L)
                    .with(EventAttributes.END, NOW);
            Event over = add(store, house, 1, shown);
            Event coming = add(store, house, 2, shown.with(EventAttributes.END, NOW.plusNanos(1_000)));
            add(store, house, 3, shown.with(EventAttributes.STATE, "draft"));
            add(store, house, 4, shown.with(EventAttributes.STATE, "canceled"));
            add(store, house, 5, shown.with(EventAttributes.LISTED, false));
            add(store, house, 6, shown.with(EventAttributes.SERIES_PARENT, true));
            add(store, house, 7, shown.with(EventAttributes.SERIES, 5_006L).with(EventAttributes.ORGANIZER, 32L));
            add(store, other, 8, shown);
            Set<Long> organizers = Set.of(31L, 32L, 33L);
            EventsGiven one = new EventsGiven(1, 0);
            assertThat(given(store, house, organizers)).isEqualTo(Map.of(31L, new EventsGiven(1, 1), 32L, one));
            assertThat(given(store, house, Set.of(33L))).isEmpty();
            assertThat(given(store, house, Set.of())).isEmpty();
            assertThat(given(store, other, organizers)).isEqualTo(Map.of(31L, one));
            change(store, over.ref(), found -> found.with(EventAttributes.ORGANIZER, 33L));
            change(store, coming.ref(), found -> found.with(EventAttributes.END, NOW));
            assertThat(given(store, house, organizers)).isEqualTo(Map.of(31L, one, 32L, one, 33L, one));
            change(store, over.ref(), found -> found.with(EventAttributes.STATE, "deleted"));
            change(store, coming.ref(), found -> found.with(EventAttributes.LISTED, false));
            assertThat(given(store, house, organizers)).isEqualTo(Map.of(32L, one));
        }
    }

    /** If this fails, look at what becomes of an event's classes in lists and totals when the event or one of them changes. */
    @Test
    default void ticketClassesAreListedAsTheirEventIs() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Event event = add(store, house, 1, Attributes.NONE.with(EventAttributes.STATE, "draft"));
            add(store, event, 21, Attributes.NONE);
            add(store, event, 22, Attributes.NONE.with(TicketClassAttributes.NAME, "second"));
            requireClasses(store, house, "", 21, 22);
            requireClasses(store, house, "second", 22);
            change(store, event.ref(), found -> found.with(EventAttributes.NAME, "The second"));
            requireClasses(store, house, "second", 21, 22);
            store.write(transaction -> transaction
                    .ticketClasses()
                    .replace(transaction
                            .ticketClasses()
                            .find(event.ref(), 22)
                            .orElseThrow()
                            .with(Attributes.NONE.with(TicketClassAttributes.NAME, "third"))));
            requireClasses(store, house, "third", 22);
            change(store, event.ref(), found -> found.with(EventAttributes.SERIES_PARENT, true));
            requireClasses(store, house, "");
            change(store, event.ref(), found -> found.with(EventAttributes.SERIES_PARENT, false));
            requireClasses(store, house, "", 21, 22);
            change(store, event.ref(), found -> found.with(EventAttributes.STATE, "deleted"));
            requireClasses(store, house, "");
            add(store, event, 23, Attributes.NONE);
            requireClasses(store, house, "");
            change(store, event.ref(), found -> found.with(EventAttributes.STATE, "draft"));
            requireClasses(store, house, "", 21, 22, 23);
            assertThat(store.write(transaction -> {
                                transaction.ticketClasses().remove(event.ref(), 21);
                                return transaction.ticketClasses().list(classes(house, ""));
                            })
                            .total())
                    .isEqualTo(2);
            requireClasses(store, house, "", 22, 23);
        }
    }

    private static void requireNamed(Store store, Organization house, int first, int second) {
        assertThat(list(store, listing(house, Optional.of("first"), EventOrder.NAME_ASC, 1))
                        .total())
                .isEqualTo(first);
        assertThat(list(store, listing(house, Optional.of("second"), EventOrder.NAME_ASC, 1))
                        .total())
                .isEqualTo(second);
    }

    private static void requireClasses(Store store, Organization house, String part, long... numbers) {
        Page<TicketClass> page = classes(store, classes(house, part));
        assertThat(page.items())
                .extracting(TicketClass::id)
                .containsExactly(LongStream.of(numbers).boxed().toArray(Long[]::new));
        assertThat(page.total()).isEqualTo(numbers.length);
    }

    private static void change(Store store, EventRef ref, UnaryOperator<Event> change) {
        store.write(transaction -> {
            change(transaction, ref, change);
            return ref;
        });
    }

    private static void delete(Transaction transaction, EventRef ref) {
        change(transaction, ref, found -> found.with(EventAttributes.STATE, "deleted"));
    }

    private static void change(Transaction transaction, EventRef ref, UnaryOperator<Event> change) {
        Event before = transaction.events().lock(ref).orElseThrow();
        assertThat(transaction.events().replace(change.apply(before))).isTrue();
    }

    private static EventListing listing(Organization house, Optional<String> part, EventOrder order, int page) {
        EventListing any =
                EventListing.all(house.id(), NOW).in(order).of(house.id(), new PageRequest(page, PageRequest.MOST));
        return part.map(any::named).orElse(any);
    }

    private static Map<Long, EventsGiven> given(Store store, Organization house, Set<Long> organizers) {
        return store.read(transaction -> transaction.events().given(house.id(), organizers, NOW));
    }

    private static Event add(Store store, Organization house, int number, Attributes attributes) {
        Event event = new Event(new EventRef(house.id(), 5_000 + number), "event " + number, 1, attributes);
        return store.write(transaction -> {
            transaction.events().add(event);
            return event;
        });
    }

    private static void add(Store store, Event event, long number, Attributes attributes) {
        store.write(transaction -> {
            transaction.ticketClasses().add(new TicketClass(event.ref(), number, 1, attributes));
            return number;
        });
    }

    private static TicketClassListing classes(Organization house, String part) {
        return TicketClassListing.all(house.id(), NOW, TicketClassOrder.NONE).named(part);
    }

    private static Page<TicketClass> classes(Store store, TicketClassListing listing) {
        return store.read(transaction -> transaction.ticketClasses().list(listing));
    }

    private static Page<Event> list(Store store, EventListing listing) {
        return store.read(transaction -> transaction.events().list(listing));
    }

    private static List<Integer> numbers(Store store, EventListing listing) {
        return list(store, listing).items().stream()
                .map(event -> (int) (event.ref().event() - 5_000))
                .toList();
    }
}
