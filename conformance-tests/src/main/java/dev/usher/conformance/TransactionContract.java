package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Profile;
import dev.usher.core.access.User;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.event.Venue;
import dev.usher.core.statistics.NameKey;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import dev.usher.core.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
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
                writeEverything(transaction);
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
                writeEverything(transaction);
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
            Contents before = Contents.of(store);
            assertThatThrownBy(() -> store.write(abandoning(new Abandoned(), transaction -> {
                        writeEverything(transaction);
                        Samples.append(transaction, log, 5);
                        Event event = transaction.events().lock(log).orElseThrow();
                        assertThat(transaction.events().replace(event.with(EventAttributes.NAME, "changed")))
                                .isTrue();
                        Samples.addConcepts(transaction, log);
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

    /** If this fails, look at the isolation of reads: all statements of one must answer from the moment of the first. */
    @Test
    default void aReadSeesOneSnapshotWhileAWriterCommits() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            Samples.append(store, log, 1);
            store.read(transaction -> {
                LogHead head = transaction.operations().head(log).orElseThrow();
                Concurrently.aside(() -> {
                    Samples.organization(store, "newcomer");
                    return Samples.append(store, log, 1);
                });
                assertThat(transaction.operations().ranges(log)).containsExactly(new BlockRange(1, 1, 1));
                assertThat(transaction.operations().head(log)).contains(head);
                assertThat(transaction.identities().organization("newcomer")).isEmpty();
                return head;
            });
            assertThat(Contents.of(store).blocks()).hasSize(2);
        }
    }

    /** If this fails, look at the isolation of reads: they neither see nor wait for what is not committed yet. */
    @Test
    default void nobodySeesWhatIsNotCommittedYet() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            Samples.append(store, log, 1);
            Contents before = Contents.of(store);
            Contents meanwhile = store.write(transaction -> {
                Samples.append(transaction, log, 1);
                writeEverything(transaction);
                return Concurrently.aside(() -> Contents.of(store));
            });
            assertThat(meanwhile).isEqualTo(before);
            assertThat(Contents.of(store)).isNotEqualTo(before);
        }
    }

    /** If this fails, look at how a read refuses to write: by an exception, whatever is written, and without a trace. */
    @Test
    default void nothingIsWrittenWhileReading() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "theatre");
            EventRef log = Samples.event(store, house, "premiere").ref();
            AccessToken token = Samples.token(store, house);
            LogHead head = Samples.append(store, log, 1);
            Contents before = Contents.of(store);
            List<Consumer<Transaction>> writes = List.of(
                    transaction -> transaction.identities().reserve(1),
                    transaction -> transaction.identities().add(new Organization(900, "circus", new NameKey(1, 2))),
                    transaction -> transaction.identities().add(new KnownEvent(new EventRef(house.id(), 901), "ball")),
                    transaction -> transaction.tokens().add(Samples.token(902, house.id(), "", Instant.EPOCH)),
                    transaction -> transaction.tokens().revoke(house.id(), token.id(), Instant.EPOCH),
                    transaction -> Samples.addConcepts(transaction, log),
                    transaction -> transaction.events().lock(log),
                    transaction -> transaction.events().replace(new Event(log, "premiere", 1, Attributes.NONE)),
                    transaction -> transaction.venues().add(new Venue(house.id(), 903, 1, Attributes.NONE)),
                    transaction -> transaction.profiles().replace(new Profile(house.id(), 0, Attributes.NONE)),
                    transaction -> transaction.users().add(new User(904, "ada@example.com", "", "")),
                    transaction -> transaction.operations().lock(log),
                    transaction -> transaction.operations().moveHead(new LogHead(log, 2, head.recordedAt() + 1)),
                    transaction -> transaction.operations().add(log, Samples.block(2, 2)),
                    transaction -> transaction.operations().remove(log, new BlockRange(1, 1, 1)));
            List<Integer> allowed = new ArrayList<>();
            for (int at = 0; at < writes.size(); at++) {
                if (!isRefused(store, writes.get(at))) {
                    allowed.add(at);
                }
            }
            assertThat(allowed)
                    .as("writes that a read allowed, by their place in the list")
                    .isEmpty();
            assertThat(Contents.of(store)).isEqualTo(before);
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

    private static boolean isRefused(Store store, Consumer<Transaction> write) {
        try {
            store.read(transaction -> {
                write.accept(transaction);
                return transaction;
            });
            return false;
        } catch (RuntimeException refused) {
            return true;
        }
    }

    private static void writeEverything(Transaction transaction) {
        Organization house = new Organization(transaction.identities().reserve(1), "opera", new NameKey(1, 2));
        transaction.identities().add(house);
        KnownEvent event =
                new KnownEvent(new EventRef(house.id(), transaction.identities().reserve(1)), "concert");
        transaction.identities().add(event);
        transaction.tokens().add(Samples.token(transaction.identities().reserve(1), house.id(), "", Instant.EPOCH));
        Samples.append(transaction, event.ref(), 3);
        Samples.addConcepts(transaction, event.ref());
    }

    private static Function<Transaction, Object> abandoning(Abandoned abandoned, Consumer<Transaction> work) {
        return transaction -> {
            work.accept(transaction);
            throw abandoned;
        };
    }
}
