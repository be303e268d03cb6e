package dev.usher.conformance.broken;

import static dev.usher.conformance.broken.Fault.fault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.store.LogHead;
import dev.usher.core.store.Subscription;
import dev.usher.core.store.Transaction;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Stores that are broken in what they tell of heads that others moved. */
final class BrokenNews {

    static final List<Fault> FAULTS = List.of(
            fault("is shared and tells nothing", TellingStore.shared(TellsNothing::new), "headsThatOthersMoveAreHeard"),
            fault(
                    "tells half of a sequence number",
                    TellingStore.shared(TellsHalf::new),
                    "headsThatOthersMoveAreHeard"),
            fault(
                    "tells before the commit",
                    TellingStore.shared(TellsAtOnce::new),
                    "whatIsRolledBackIsNeverHeard",
                    "whatIsHeardIsThere"),
            fault(
                    "never ends a subscription",
                    TellingStore.shared(TellsForEver::new),
                    "whoClosesHearsNoMoreAndTheOthersGoOn"),
            fault(
                    "stops telling whoever throws",
                    TellingStore.shared(DropsWhoThrows::new),
                    "aListenerThatThrowsHearsTheNextToo"),
            fault(
                    "takes subscriptions when it is closed",
                    TellingStore.shared(TakesWhenClosed::new),
                    "nothingIsHeardFromAClosedStore"));

    private BrokenNews() {}

    private static final class TellsNothing extends TellingStore {
        @Override
        void tell(LogHead head) {
            // kept to itself
        }
    }

    private static final class TellsHalf extends TellingStore {
        @Override
        void tell(LogHead head) {
            super.tell(new LogHead(head.event(), (int) head.sequence(), head.recordedAt()));
        }
    }

    private static final class TellsAtOnce extends TellingStore {
        @Override
        public <T> T write(Function<Transaction, T> work) {
            return super.write(transaction -> work.apply(new HandingOnTransaction(transaction) {
                @Override
                public void moveHead(LogHead head) {
                    super.moveHead(head);
                    tell(head);
                }
            }));
        }
    }

    private static final class TellsForEver extends TellingStore {
        @Override
        public Subscription hear(Consumer<LogHead> listener) {
            Subscription neverClosed = super.hear(listener);
            assertThat(neverClosed).isNotNull();
            return () -> {};
        }
    }

    private static final class DropsWhoThrows extends TellingStore {
        @Override
        public Subscription hear(Consumer<LogHead> listener) {
            return super.hear(new Consumer<>() {
                @Override
                public void accept(LogHead head) {
                    try {
                        listener.accept(head);
                    } catch (IllegalStateException thrown) {
                        listeners.remove(this);
                    }
                }
            });
        }
    }

    private static final class TakesWhenClosed extends TellingStore {
        @Override
        public Subscription hear(Consumer<LogHead> listener) {
            return () -> listeners.remove(listener);
        }
    }
}
