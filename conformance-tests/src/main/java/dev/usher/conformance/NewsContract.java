package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.access.Organization;
import dev.usher.core.event.EventRef;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import dev.usher.core.store.Subscription;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a store must tell of heads that other processes move. A store of one process has nothing to tell, and says so. */
public interface NewsContract extends TestedStore {

    /** If this fails, look at what is sent with a commit: event, sequence and instant of recording, with all their bits. */
    @Test
    default void headsThatOthersMoveAreHeard() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            requireHeard(store, (other, heard) -> {
                for (LogHead head : List.of(
                        new LogHead(log, 1, -1),
                        new LogHead(log, 1L << 40, 1_747_807_200_000_001L),
                        new LogHead(log, Long.MAX_VALUE, Long.MAX_VALUE))) {
                    move(other, head);
                    heard.await(head);
                }
            });
        }
    }

    /** If this fails, look at when news are sent: with the commit, and never when there is none. */
    @Test
    default void whatIsRolledBackIsNeverHeard() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            requireHeard(store, (other, heard) -> {
                Abandoned abandoned = new Abandoned();
                assertThatThrownBy(() -> other.write(transaction -> {
                            Samples.append(transaction, log, 7);
                            throw abandoned;
                        }))
                        .isSameAs(abandoned);
                heard.await(Samples.append(other, log, 1));
                assertThat(heard.heads).extracting(LogHead::sequence).doesNotContain(7L);
            });
        }
    }

    /** If this fails, look at when news are sent: whoever hears of a head must find it in the store. */
    @Test
    default void whatIsHeardIsThere() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            requireHeard(store, (other, heard) -> {
                for (int append = 0; append < 20; append++) {
                    heard.await(Samples.append(other, log, 1));
                }
                assertThat(heard.tooEarly).hasValue(0);
            });
        }
    }

    /** If this fails, look at the end of a subscription: at once, for this listener alone, and a second time for nothing. */
    @Test
    default void whoClosesHearsNoMoreAndTheOthersGoOn() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            EventRef first = Samples.event(store, house, "first").ref();
            EventRef second = Samples.event(store, house, "second").ref();
            Hearing gone = new Hearing(store);
            Subscription subscription = store.hear(gone);
            requireHeard(store, (other, heard) -> {
                gone.await(Samples.append(other, first, 1));
                subscription.close();
                subscription.close();
                heard.await(Samples.append(other, second, 1));
                assertThat(gone.heads).extracting(LogHead::event).doesNotContain(second);
            });
        }
    }

    /** If this fails, look at who calls the listener: what it throws must not end the thread that does. */
    @Test
    default void aListenerThatThrowsHearsTheNextToo() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            Hearing heard = new Hearing(store);
            Subscription subscription = store.hear(head -> {
                heard.accept(head);
                throw new IllegalStateException("a listener that throws");
            });
            requireHeard(store, (other, others) -> {
                heard.await(Samples.append(other, log, 1));
                heard.await(Samples.append(other, log, 1));
            });
            subscription.close();
        }
    }

    /** If this fails, look at the first thing that hearing does: it refuses when the store is closed. */
    @Test
    default void nothingIsHeardFromAClosedStore() {
        Store store = open();
        boolean isShared = store.isShared();
        store.close();
        if (isShared) {
            assertThatThrownBy(() -> store.hear(head -> {})).isInstanceOf(StoreUnavailable.class);
        }
    }

    /** What another process does with the same store, and what is heard of it. */
    @FunctionalInterface
    interface Meanwhile {
        void act(Store other, Hearing heard);
    }

    /** Remembers what it hears, and whether it was there already. */
    final class Hearing implements Consumer<LogHead> {
        private final Store store;
        private final Queue<LogHead> heads = new ConcurrentLinkedQueue<>();
        private final AtomicInteger tooEarly = new AtomicInteger();

        private Hearing(Store store) {
            this.store = store;
        }

        @Override
        public void accept(LogHead head) {
            long there = store.<Long>read(transaction -> transaction
                    .operations()
                    .head(head.event())
                    .map(LogHead::sequence)
                    .orElse(0L));
            if (there < head.sequence()) {
                tooEarly.incrementAndGet();
            }
            heads.add(head);
        }

        private void await(LogHead head) {
            if (!Concurrently.isSoon(() -> heads.contains(head))) {
                throw new AssertionError("nothing was heard of " + head + ", only of " + heads);
            }
        }
    }

    /** Lets another process act and listens; where a store belongs to one process, nothing is to be heard. */
    private void requireHeard(Store store, Meanwhile meanwhile) {
        Hearing heard = new Hearing(store);
        Subscription subscription = store.hear(heard);
        if (store.isShared()) {
            try (Store other = open()) {
                meanwhile.act(other, heard);
            }
        }
        subscription.close();
        subscription.close();
    }

    private static void move(Store store, LogHead head) {
        store.write(transaction -> {
            LogHead before = transaction.operations().lock(head.event());
            transaction.operations().moveHead(head);
            return before;
        });
    }
}
