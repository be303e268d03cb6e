package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Membership;
import dev.usher.core.access.Organization;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.statistics.NameKey;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import dev.usher.core.store.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a store must do with transactions: all or nothing, one snapshot, and actions after the commit. */
public interface TransactionContract extends TestedStore {

    /** If this fails, look at whether the store hands on what the work returned. */
    @Test
    default void aTransactionGivesTheResultOfItsWork() {
        try (Store store = open()) {
            assertThat(store.<String>write(transaction -> "written")).isEqualTo("written");
            assertThat(store.<String>read(transaction -> "read")).isEqualTo("read");
        }
    }

    /** If this fails, look at whether all repositories of a transaction work on one connection. */
    @Test
    default void aTransactionSeesWhatItWroteItself() {
        try (Store store = open()) {
            Contents inside = store.write(transaction -> {
                Samples.addEverything(transaction);
                return Contents.of(transaction);
            });
            assertThat(inside.organizations()).hasSize(1);
            assertThat(inside.events()).hasSize(2);
            assertThat(inside.tokens()).hasSize(1);
            assertThat(inside.heads()).hasSize(1);
            assertThat(inside.blocks()).hasSize(1);
        }
    }

    /** If this fails, look at when the commit happens: before the write returns. */
    @Test
    default void whatWasCommittedIsSeenByTheNextRead() {
        try (Store store = open()) {
            Contents inside = store.write(transaction -> {
                Samples.addEverything(transaction);
                return Contents.of(transaction);
            });
            assertThat(Contents.of(store)).isEqualTo(inside);
            assertThat(Concurrently.aside(() -> Contents.of(store))).isEqualTo(inside);
        }
    }

    /** If this fails, look at whether an exception from the work reaches the caller as it is. */
    @Test
    default void anExceptionOfTheWorkReachesTheCaller() {
        try (Store store = open()) {
            Abandoned abandoned = new Abandoned();
            assertThatThrownBy(() -> store.write(abandoning(abandoned, transaction -> {})))
                    .isSameAs(abandoned);
            assertThatThrownBy(() -> store.read(abandoning(abandoned, transaction -> {})))
                    .isSameAs(abandoned);
        }
    }

    /** If this fails, look at the rollback: it must take back additions, changes and removals of every kind. */
    @Test
    default void workThatThrowsLeavesNoTrace() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "theatre");
            EventRef log = Samples.event(store, house, "premiere").ref();
            AccessToken token = Samples.token(store, house);
            Samples.append(store, log, 1);
            Membership member = Samples.member(store, house);
            List<Shelved> shelved = Shelved.everything(store, log);
            Shelved seat = Shelved.on(store, Shelf.CLASSES, log);
            Contents before = Contents.of(store);
            assertThatThrownBy(() -> store.write(abandoning(new Abandoned(), transaction -> {
                        Samples.addEverything(transaction);
                        Samples.append(transaction, log, 5);
                        Event event = transaction.events().lock(log).orElseThrow();
                        assertThat(transaction.events().replace(event.with(EventAttributes.NAME, "changed")))
                                .isTrue();
                        shelved.forEach(each -> assertThat(each.clear(transaction))
                                .as("a replaced %s", each)
                                .isTrue());
                        assertThat(transaction.ticketClasses().remove(log, seat.number()))
                                .isTrue();
                        Samples.addConcepts(transaction, log);
                        assertThat(transaction.users().leave(member.user(), member.organization()))
                                .isTrue();
                        assertThat(transaction.operations().remove(log, new BlockRange(1, 1, 1)))
                                .isTrue();
                        assertThat(transaction.tokens().revoke(house.id(), token.id(), Instant.EPOCH))
                                .isTrue();
                    })))
                    .isInstanceOf(Abandoned.class);
            assertThat(Contents.of(store)).isEqualTo(before);
        }
    }

    /** If this fails, look at what a rolled back transaction leaves locked. */
    @Test
    default void workThatThrowsReleasesItsLocks() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            assertThatThrownBy(() -> store.write(abandoning(
                            new Abandoned(),
                            transaction -> transaction.operations().lock(log))))
                    .isInstanceOf(Abandoned.class);
            assertThat(Concurrently.aside(() -> Samples.append(store, log, 1)).sequence())
                    .isEqualTo(1);
        }
    }

    /** If this fails, look at when the actions run: after the commit, in the order given, before the write returns. */
    @Test
    default void actionsRunOnceAfterTheCommit() {
        try (Store store = open()) {
            List<String> happened = new CopyOnWriteArrayList<>();
            store.write(transaction -> {
                Organization added = new Organization(transaction.identities().reserve(1), "house", new NameKey(1, 2));
                transaction.afterCommit(() -> happened.add("first action, the store has "
                        + Concurrently.aside(() -> Contents.of(store))
                                .organizations()
                                .size()));
                transaction.afterCommit(() -> happened.add("second action"));
                transaction.identities().add(added);
                happened.add("work");
                return added;
            });
            assertThat(happened).containsExactly("work", "first action, the store has 1", "second action");
        }
    }

    /** If this fails, look at what a rollback does with the actions: it drops them. */
    @Test
    default void actionsNeverRunAfterARollback() {
        try (Store store = open()) {
            List<String> happened = new CopyOnWriteArrayList<>();
            assertThatThrownBy(() -> store.write(abandoning(
                            new Abandoned(), transaction -> transaction.afterCommit(() -> happened.add("action")))))
                    .isInstanceOf(Abandoned.class);
            Samples.organization(store, "house");
            assertThat(happened).isEmpty();
        }
    }

    /**
     * If this fails, look at what a repetition starts from: nothing that the first try wrote may be left, and its actions
     * are forgotten with it.
     */
    @Test
    default void workThatIsRunAgainCountsOnce() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            Meeting meeting = new Meeting(2);
            List<String> committed = new CopyOnWriteArrayList<>();
            List<Callable<LogHead>> both = Stream.of(Samples.number(store), Samples.number(store))
                    .map(number -> new KnownEvent(new EventRef(house.id(), number), "concert"))
                    .<Callable<LogHead>>map(proposed -> () -> store.write(transaction -> {
                        transaction.afterCommit(() -> committed.add("action"));
                        KnownEvent event = transaction
                                .identities()
                                .event(house.id(), "concert")
                                .orElseGet(() -> {
                                    meeting.join();
                                    transaction.identities().add(proposed);
                                    return proposed;
                                });
                        return Samples.append(transaction, event.ref(), 2);
                    }))
                    .toList();
            List<LogHead> heads = Concurrently.run(both);
            assertThat(heads).extracting(LogHead::sequence).containsExactlyInAnyOrder(2L, 4L);
            assertThat(Contents.of(store).events()).hasSize(1);
            assertThat(Contents.of(store).blocks()).hasSize(2);
            assertThat(committed).hasSize(2);
        }
    }

    /** If this fails, look at the first thing read and write do: they refuse when the store is closed. */
    @Test
    default void aClosedStoreRefuses() {
        Store store = open();
        store.close();
        assertThatThrownBy(() -> store.read(transaction -> "read")).isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> store.write(transaction -> "written")).isInstanceOf(StoreUnavailable.class);
    }

    /** If this fails, look at what a second close does: nothing. */
    @Test
    default void aStoreMayBeClosedTwice() {
        Store store = open();
        store.close();
        store.close();
    }

    /** If this fails, look at what close waits for: work that runs already ends as if nobody had closed. */
    @Test
    default void closingLetsRunningWorkFinish() {
        Store store = open();
        Organization house = Samples.organization(store, "house");
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Callable<Object> write = () -> store.write(transaction -> {
            Contents before = Contents.of(transaction);
            working.countDown();
            // A store that waits, as it should, closes after this moment only.
            boolean unused = Concurrently.withinAMoment(closed);
            transaction.identities().add(new KnownEvent(new EventRef(house.id(), 77), "concert"));
            return before;
        });
        Callable<Object> close = () -> {
            Concurrently.await(working);
            store.close();
            closed.countDown();
            return store;
        };
        assertThat(Concurrently.run(List.of(write, close))).hasSize(2);
        if (survivesClosing()) {
            try (Store reopened = open()) {
                assertThat(Contents.of(reopened).events()).hasSize(1);
            }
        }
    }

    private static Function<Transaction, Object> abandoning(Abandoned abandoned, Consumer<Transaction> work) {
        return transaction -> {
            work.accept(transaction);
            throw abandoned;
        };
    }
}
