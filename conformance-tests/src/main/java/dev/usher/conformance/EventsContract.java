package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Organization;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.listing.EventListing;
import dev.usher.core.store.Store;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a store must do with events beside keeping their attributes: names, numbers and locks. */
public interface EventsContract extends TestedStore {

    /** If this fails, look at whether events and the names of events are two tables: they are one. */
    @Test
    default void anEventKnownFromItsTicketsIsADraft() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            KnownEvent known = Samples.event(store, house, "from a file");
            Event draft = new Event(known.ref(), "from a file", 1, Attributes.NONE);
            store.read(transaction -> {
                assertThat(transaction.events().find(known.ref())).contains(draft);
                assertThat(transaction.events().find(known.ref().event())).contains(draft);
                assertThat(transaction
                                .events()
                                .list(EventListing.all(house.id(), Instant.EPOCH))
                                .items())
                        .containsExactly(draft);
                return known;
            });
        }
    }

    /** If this fails, look at the look-up of a series: its number and its organization together, deleted ones found too. */
    @Test
    default void occurrencesOfASeriesAreFoundByNumber() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Event series = event(store, house, "every night");
            long number = series.ref().event();
            List<EventRef> occurrences = Stream.of("first night", "second night", "third night")
                    .map(name -> {
                        Event occurrence = event(store, house, name).with(EventAttributes.SERIES, number);
                        assertThat(replace(store, occurrence.with(EventAttributes.STATE, "deleted")))
                                .isTrue();
                        return occurrence.ref();
                    })
                    .toList();
            event(store, house, "one night");
            EventRef misplaced =
                    new EventRef(Samples.organization(store, "neighbour").id(), number);
            store.read(transaction -> {
                assertThat(transaction.events().occurrences(series.ref()))
                        .extracting(Event::ref)
                        .containsExactlyElementsOf(occurrences);
                assertThat(transaction.events().occurrences(misplaced)).isEmpty();
                assertThat(transaction.events().occurrences(occurrences.get(0))).isEmpty();
                return series;
            });
        }
    }

    /** If this fails, look at the names of events that were added with all that is known of them, changed ones too. */
    @Test
    default void anAddedEventIsKnownByItsName() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Event event = event(store, house, "summer concert");
            assertThat(replace(store, event.with(EventAttributes.NAME, "winter concert")))
                    .isTrue();
            KnownEvent known = new KnownEvent(event.ref(), "summer concert");
            store.read(transaction -> {
                assertThat(transaction.identities().event(house.id(), "summer concert"))
                        .contains(known);
                assertThat(transaction.identities().event(event.ref())).contains(known);
                assertThat(transaction.identities().events(house.id())).containsExactly(known);
                return known;
            });
        }
    }

    /** If this fails, look at the look-ups by organization and number together: number alone is for those who may. */
    @Test
    default void anEventIsFoundByItsOwnersOnly() {
        try (Store store = open()) {
            Organization neighbour = Samples.organization(store, "neighbour");
            Event event = event(store, Samples.organization(store, "house"), "concert");
            EventRef guessed = new EventRef(neighbour.id(), event.ref().event());
            store.write(transaction -> {
                assertThat(transaction.events().find(event.ref())).contains(event);
                assertThat(transaction.events().lock(event.ref())).contains(event);
                assertThat(transaction.events().find(event.ref().event())).contains(event);
                assertThat(transaction.events().find(guessed)).isEmpty();
                assertThat(transaction.events().lock(guessed)).isEmpty();
                assertThat(transaction.events().find(guessed.event() + 1_000)).isEmpty();
                return event;
            });
        }
    }

    /** If this fails, look at the unique key on organization and external id, also of events added with attributes. */
    @Test
    default void anEventOfOneNameAddedTwiceAtOnceIsOne() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Meeting meeting = new Meeting(2);
            List<Callable<EventRef>> both = Stream.of(Samples.number(store), Samples.number(store))
                    .map(number -> new Event(new EventRef(house.id(), number), "concert", 1, Attributes.NONE))
                    .<Callable<EventRef>>map(proposed -> () -> store.write(transaction -> transaction
                            .identities()
                            .event(house.id(), "concert")
                            .map(KnownEvent::ref)
                            .orElseGet(() -> {
                                meeting.join();
                                transaction.events().add(proposed);
                                return proposed.ref();
                            })))
                    .toList();
            List<EventRef> found = Concurrently.run(both);
            assertThat(found.get(0)).isEqualTo(found.get(1));
            List<KnownEvent> known =
                    store.read(transaction -> transaction.identities().events(house.id()));
            assertThat(known).hasSize(1);
        }
    }

    /** If this fails, look at the lock of an event: it must be held until the transaction ends, and show what was committed. */
    @Test
    default void whoLocksAnEventWaitsForWhoLockedItBefore() {
        try (Store store = open()) {
            Event event = event(store, Samples.organization(store, "house"), "concert");
            CountDownLatch firstHasIt = new CountDownLatch(1);
            CountDownLatch secondHasIt = new CountDownLatch(1);
            Callable<Optional<Long>> first = () -> store.write(transaction -> {
                Event locked = transaction.events().lock(event.ref()).orElseThrow();
                firstHasIt.countDown();
                // Who does not wait has it before the change.
                boolean unused = Concurrently.withinAMoment(secondHasIt);
                assertThat(transaction.events().replace(locked.with(EventAttributes.BOOKMARKS, 1L)))
                        .isTrue();
                return Optional.of(locked.version());
            });
            Callable<Optional<Long>> second = () -> {
                Concurrently.await(firstHasIt);
                return store.write(transaction -> {
                    Event locked = transaction.events().lock(event.ref()).orElseThrow();
                    secondHasIt.countDown();
                    return locked.get(EventAttributes.BOOKMARKS);
                });
            };
            assertThat(Concurrently.run(List.of(first, second))).containsExactly(Optional.of(1L), Optional.of(1L));
        }
    }

    /** If this fails, look at how locks and counts of one organization meet: many writers of many events all get through. */
    @Test
    default void writersOfManyEventsAllGetThrough() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Callable<Integer> writer = () -> IntStream.range(0, 10)
                    .map(time -> {
                        Event event = event(store, house, Thread.currentThread().getId() + " " + time);
                        boolean deleted = time % 2 == 0
                                && store.<Boolean>write(transaction -> {
                                    Event locked = transaction
                                            .events()
                                            .lock(event.ref())
                                            .orElseThrow();
                                    return transaction.events().replace(locked.with(EventAttributes.STATE, "deleted"));
                                });
                        return deleted ? 0 : 1;
                    })
                    .sum();
            assertThat(Concurrently.run(Collections.nCopies(4, writer))).containsOnly(5);
            long total = store.<Long>read(transaction -> transaction
                    .events()
                    .list(EventListing.all(house.id(), Instant.EPOCH))
                    .total());
            assertThat(total).isEqualTo(20);
        }
    }

    private static Event event(Store store, Organization house, String externalId) {
        return store.write(transaction -> {
            Event added = new Event(
                    new EventRef(house.id(), transaction.identities().reserve(1)), externalId, 1, Attributes.NONE);
            transaction.events().add(added);
            return added;
        });
    }

    private static boolean replace(Store store, Event event) {
        return store.write(transaction -> transaction.events().replace(event));
    }
}
