package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Organization;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.statistics.NameKey;
import dev.usher.core.store.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a store must do with organizations, events and the numbers behind their names. */
public interface IdentitiesContract extends TestedStore {

    /** If this fails, look at how a reservation moves the counter: by the count, not by one; the first number is 1 or more. */
    @Test
    default void aReservationIsARunOfNumbersOfItsOwn() {
        try (Store store = open()) {
            long one = store.write(transaction -> transaction.identities().reserve(1));
            long thousand = store.write(transaction -> transaction.identities().reserve(1_000));
            long next = store.write(transaction -> transaction.identities().reserve(1));
            assertThat(one).isGreaterThanOrEqualTo(1);
            assertThat(thousand).isGreaterThan(one);
            assertThat(next).isGreaterThanOrEqualTo(thousand + 1_000);
        }
    }

    /** If this fails, look at whether a transaction sees the counter it has moved itself. */
    @Test
    default void twoReservationsInOneTransactionDoNotOverlap() {
        try (Store store = open()) {
            List<Long> firsts = store.write(transaction -> List.of(
                    transaction.identities().reserve(10),
                    transaction.identities().reserve(10)));
            assertThat(firsts.get(1)).isGreaterThanOrEqualTo(firsts.get(0) + 10);
        }
    }

    /** If this fails, look at whether the counter is read and written under one lock, or by one statement. */
    @Test
    default void noNumberIsHandedOutTwiceToConcurrentTransactions() {
        try (Store store = open()) {
            Callable<List<Long>> reservations = () -> IntStream.range(0, 20)
                    .mapToObj(time ->
                            store.write(transaction -> transaction.identities().reserve(3)))
                    .toList();
            List<List<Long>> firsts = Concurrently.run(Collections.nCopies(4, reservations));
            List<Long> numbers = firsts.stream()
                    .flatMap(List::stream)
                    .flatMap(first -> LongStream.range(first, first + 3).boxed())
                    .toList();
            assertThat(numbers).hasSize(4 * 20 * 3).doesNotHaveDuplicates();
        }
    }

    /** If this fails, look at the look-ups: nothing found is an empty answer, neither an error nor something made up. */
    @Test
    default void whatWasNeverAddedIsEmpty() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            store.read(transaction -> {
                assertThat(transaction.identities().organization("nobody")).isEmpty();
                assertThat(transaction.identities().organization(house.id() + 1_000))
                        .isEmpty();
                assertThat(transaction.identities().event(house.id(), "nothing"))
                        .isEmpty();
                assertThat(transaction.identities().event(new EventRef(house.id(), house.id() + 1_000)))
                        .isEmpty();
                assertThat(transaction.identities().events(house.id())).isEmpty();
                assertThat(transaction.identities().events(house.id() + 1_000)).isEmpty();
                return house;
            });
        }
    }

    /** If this fails, look at the width and sign of the number and key columns: all 64 bits must come back. */
    @Test
    default void anOrganizationComesBackWithAllItsBits() {
        try (Store store = open()) {
            Organization greatest =
                    new Organization(Long.MAX_VALUE, "greatest", new NameKey(Long.MIN_VALUE, Long.MAX_VALUE));
            Organization least = new Organization(1, "least", new NameKey(0, -1));
            store.write(transaction -> {
                transaction.identities().add(greatest);
                transaction.identities().add(least);
                return greatest;
            });
            store.read(transaction -> {
                assertThat(transaction.identities().organization(Long.MAX_VALUE))
                        .contains(greatest);
                assertThat(transaction.identities().organization("greatest")).contains(greatest);
                assertThat(transaction.identities().organization(1)).contains(least);
                assertThat(transaction.identities().organization("least")).contains(least);
                return greatest;
            });
        }
    }

    /**
     * If this fails, look at the name column: its width (255 UTF-16 units, up to 765 bytes in UTF-8), its collation (binary),
     * its padding (none), and whether values reach SQL as parameters.
     */
    @Test
    default void anOrganizationIsFoundByItsNameToTheLetter() {
        try (Store store = open()) {
            List<Organization> added = Samples.AWKWARD_NAMES.stream()
                    .map(name -> Samples.organization(store, name))
                    .toList();
            List<Optional<Organization>> byName = store.read(transaction -> added.stream()
                    .map(organization -> transaction.identities().organization(organization.externalId()))
                    .toList());
            assertThat(byName).isEqualTo(added.stream().map(Optional::of).toList());
        }
    }

    /** If this fails, look at the name column of events, as for organizations. */
    @Test
    default void anEventIsFoundByItsNameToTheLetter() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            List<KnownEvent> added = Samples.AWKWARD_NAMES.stream()
                    .map(name -> Samples.event(store, house, name))
                    .toList();
            List<Optional<KnownEvent>> byName = store.read(transaction -> added.stream()
                    .map(event -> transaction.identities().event(house.id(), event.externalId()))
                    .toList());
            List<Optional<KnownEvent>> byNumber = store.read(transaction -> added.stream()
                    .map(event -> transaction.identities().event(event.ref()))
                    .toList());
            List<Optional<KnownEvent>> expected =
                    added.stream().map(Optional::of).toList();
            assertThat(byName).isEqualTo(expected);
            assertThat(byNumber).isEqualTo(expected);
        }
    }

    /** If this fails, look at the order of the listing: by number, not by name and not by order of arrival. */
    @Test
    default void organizationsAreListedByNumber() {
        try (Store store = open()) {
            List<Organization> ascending = LongStream.of(3, 20, 100, 1L << 40)
                    .mapToObj(id -> new Organization(id, "house " + id, new NameKey(id, id)))
                    .toList();
            List<Organization> shuffled = new ArrayList<>(ascending);
            Collections.reverse(shuffled);
            Collections.swap(shuffled, 0, 1);
            shuffled.forEach(organization -> store.write(transaction -> {
                transaction.identities().add(organization);
                return organization;
            }));
            assertThat(organizations(store)).isEqualTo(ascending);
        }
    }

    /** If this fails, look at the order of the listing, and at whether it is limited to the organization. */
    @Test
    default void eventsAreListedByNumberAndOfTheirOrganizationOnly() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Organization neighbour = Samples.organization(store, "neighbour");
            List<KnownEvent> ascending = LongStream.of(2_003, 2_020, 2_100, 1L << 40)
                    .mapToObj(number -> new KnownEvent(new EventRef(house.id(), number), "event " + number))
                    .toList();
            KnownEvent foreign = new KnownEvent(new EventRef(neighbour.id(), 2_010), "event 2010");
            store.write(transaction -> {
                transaction.identities().add(ascending.get(3));
                transaction.identities().add(ascending.get(1));
                transaction.identities().add(foreign);
                transaction.identities().add(ascending.get(2));
                transaction.identities().add(ascending.get(0));
                return foreign;
            });
            assertThat(events(store, house)).isEqualTo(ascending);
            assertThat(events(store, neighbour)).containsExactly(foreign);
        }
    }

    /** If this fails, look at the key of event names: it is organization and name together. */
    @Test
    default void twoOrganizationsMayUseOneEventNameAndNeverMeet() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Organization neighbour = Samples.organization(store, "neighbour");
            KnownEvent ours = Samples.event(store, house, "summer concert");
            KnownEvent theirs = Samples.event(store, neighbour, "summer concert");
            store.read(transaction -> {
                assertThat(transaction.identities().event(house.id(), "summer concert"))
                        .contains(ours);
                assertThat(transaction.identities().event(neighbour.id(), "summer concert"))
                        .contains(theirs);
                return ours;
            });
        }
    }

    /** If this fails, look at the look-up by number: it must compare the organization too. */
    @Test
    default void anEventIsUnknownToAnotherOrganization() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Organization neighbour = Samples.organization(store, "neighbour");
            KnownEvent ours = Samples.event(store, house, "summer concert");
            store.read(transaction -> {
                assertThat(transaction.identities().event(neighbour.id(), "summer concert"))
                        .isEmpty();
                assertThat(transaction
                                .identities()
                                .event(new EventRef(neighbour.id(), ours.ref().event())))
                        .isEmpty();
                return ours;
            });
        }
    }

    /**
     * If this fails, look at the unique key on the name of an organization, and at whether its breach makes the store run
     * the work again in a new transaction.
     */
    @Test
    default void anOrganizationAddedByTwoTransactionsAtOnceIsOne() {
        try (Store store = open()) {
            Meeting meeting = new Meeting(2);
            List<Callable<Organization>> both = Stream.of(Samples.number(store), Samples.number(store))
                    .map(number -> new Organization(number, "house", new NameKey(number, number)))
                    .<Callable<Organization>>map(proposed -> () -> store.write(transaction -> transaction
                            .identities()
                            .organization("house")
                            .orElseGet(() -> {
                                meeting.join();
                                transaction.identities().add(proposed);
                                return proposed;
                            })))
                    .toList();
            List<Organization> found = Concurrently.run(both);
            assertThat(organizations(store)).hasSize(1).containsOnly(found.get(0), found.get(1));
        }
    }

    /** If this fails, look at the unique key on organization and name of an event, as for organizations. */
    @Test
    default void anEventAddedByTwoTransactionsAtOnceIsOne() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Meeting meeting = new Meeting(2);
            List<Callable<KnownEvent>> both = Stream.of(Samples.number(store), Samples.number(store))
                    .map(number -> new KnownEvent(new EventRef(house.id(), number), "concert"))
                    .<Callable<KnownEvent>>map(proposed -> () -> store.write(transaction -> transaction
                            .identities()
                            .event(house.id(), "concert")
                            .orElseGet(() -> {
                                meeting.join();
                                transaction.identities().add(proposed);
                                return proposed;
                            })))
                    .toList();
            List<KnownEvent> found = Concurrently.run(both);
            assertThat(events(store, house)).hasSize(1).containsOnly(found.get(0), found.get(1));
        }
    }

    /** If this fails, look at the lock of an organization: it must be held until the transaction ends. */
    @Test
    default void whoLocksAnOrganizationSeesWhatWasDoneUnderTheLockBefore() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            CountDownLatch firstHasIt = new CountDownLatch(1);
            CountDownLatch secondHasIt = new CountDownLatch(1);
            Callable<List<KnownEvent>> first = () -> store.write(transaction -> {
                transaction.identities().lock(house.id());
                firstHasIt.countDown();
                assertThat(Concurrently.withinAMoment(secondHasIt))
                        .as("a second transaction got the lock while the first one held it")
                        .isFalse();
                KnownEvent added = new KnownEvent(
                        new EventRef(house.id(), transaction.identities().reserve(1)), "premiere");
                transaction.identities().add(added);
                return List.of(added);
            });
            Callable<List<KnownEvent>> second = () -> {
                Concurrently.await(firstHasIt);
                return store.write(transaction -> {
                    transaction.identities().lock(house.id());
                    secondHasIt.countDown();
                    return transaction.identities().events(house.id());
                });
            };
            List<List<KnownEvent>> seen = Concurrently.run(List.of(first, second));
            assertThat(seen.get(1)).isEqualTo(seen.get(0));
        }
    }

    private static List<Organization> organizations(Store store) {
        return store.read(transaction -> transaction.identities().organizations());
    }

    private static List<KnownEvent> events(Store store, Organization organization) {
        return store.read(transaction -> transaction.identities().events(organization.id()));
    }
}
