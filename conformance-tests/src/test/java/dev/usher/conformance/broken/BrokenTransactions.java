package dev.usher.conformance.broken;

import static dev.usher.conformance.broken.Fault.fault;

import dev.usher.core.access.Organization;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.StoreUnavailable;
import dev.usher.core.store.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Stores that are broken in what they do with transactions. */
final class BrokenTransactions {

    static final List<Fault> FAULTS = List.of(
            fault("answers nothing", AnswersNothing::new, "aTransactionGivesTheResultOfItsWork"),
            fault(
                            "never sees what was written since it was opened",
                            SeesOnlyTheBeginning::new,
                            "aTransactionSeesWhatItWroteItself",
                            "anOrganizationAddedByTwoTransactionsAtOnceIsOne",
                            "anEventAddedByTwoTransactionsAtOnceIsOne",
                            "anEventOfOneNameAddedTwiceAtOnceIsOne")
                    .throwing(IllegalStateException.class),
            fault("forgets at the commit", ForgetsAtTheCommit::new, "whatWasCommittedIsSeenByTheNextRead"),
            fault("hides exceptions", HidesExceptions::new, "anExceptionOfTheWorkReachesTheCaller"),
            fault("keeps what was rolled back", KeepsWhatWasRolledBack::new, "workThatThrowsLeavesNoTrace"),
            fault(
                    "keeps the locks of what was rolled back",
                    KeepsLocksOfRolledBack::new,
                    "workThatThrowsReleasesItsLocks"),
            fault("runs actions at once", RunsActionsAtOnce::new, "actionsRunOnceAfterTheCommit"),
            fault("runs actions twice", RunsActionsTwice::new, "actionsRunOnceAfterTheCommit"),
            fault("runs actions after a rollback", RunsActionsAlways::new, "actionsNeverRunAfterARollback"),
            fault("repeats work without rolling it back", RepeatsWork::new, "workThatIsRunAgainCountsOnce")
                    .throwing(IllegalStateException.class),
            fault("does not isolate reads", DoesNotIsolateReads::new, "aReadSeesOneSnapshotWhileAWriterCommits"),
            fault("reads what is not committed", ReadsUncommitted::new, "nobodySeesWhatIsNotCommittedYet"),
            fault("lets readers write", LetsReadersWrite::new, "nothingIsWrittenWhileReading"),
            fault("never closes", NeverCloses::new, "aClosedStoreRefuses"),
            fault("closes only once", ClosesOnlyOnce::new, "aStoreMayBeClosedTwice")
                    .throwing(IllegalStateException.class),
            fault("breaks off running work when it is closed", BreaksOffWork::new, "closingLetsRunningWorkFinish"),
            fault(
                    "forgets everything when it is closed",
                    HandingOnStore::new,
                    "whatWasCommittedIsThereAfterReopening",
                    "whatWasRolledBackStaysAwayAfterReopening",
                    "numbersGoOnAfterReopening",
                    "aLogGoesOnAfterReopening"));

    private BrokenTransactions() {}

    private static final class AnswersNothing extends HandingOnStore {
        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T> T write(Function<Transaction, T> work) {
            T unused = super.write(work);
            return null;
        }
    }

    private static final class SeesOnlyTheBeginning extends HandingOnStore {
        private final Transaction beginning = snapshot();

        @Override
        public <T> T write(Function<Transaction, T> work) {
            return super.write(transaction -> work.apply(new HandingOnTransaction(transaction) {
                @Override
                public Optional<Organization> organization(String externalId) {
                    return beginning.identities().organization(externalId);
                }

                @Override
                public List<Organization> organizations() {
                    return beginning.identities().organizations();
                }

                @Override
                public Optional<KnownEvent> event(long organization, String externalId) {
                    return beginning.identities().event(organization, externalId);
                }
            }));
        }
    }

    private static final class ForgetsAtTheCommit extends HandingOnStore {
        @Override
        public <T> T write(Function<Transaction, T> work) {
            AtomicReference<T> result = new AtomicReference<>();
            try {
                return super.write(transaction -> {
                    result.set(work.apply(transaction));
                    throw new IllegalStateException("rolled back");
                });
            } catch (IllegalStateException rolledBack) {
                return result.get();
            }
        }
    }

    private static final class HidesExceptions extends HandingOnStore {
        @Override
        public <T> T write(Function<Transaction, T> work) {
            try {
                return super.write(work);
            } catch (RuntimeException hidden) {
                throw new IllegalStateException("something went wrong");
            }
        }
    }

    private static final class KeepsWhatWasRolledBack extends HandingOnStore {
        @Override
        public <T> T write(Function<Transaction, T> work) {
            List<RuntimeException> thrown = new ArrayList<>();
            T result = super.write(transaction -> {
                try {
                    return work.apply(transaction);
                } catch (RuntimeException kept) {
                    thrown.add(kept);
                    return null;
                }
            });
            thrown.forEach(exception -> {
                throw exception;
            });
            return result;
        }
    }

    private static final class KeepsLocksOfRolledBack extends HandingOnStore {
        private final Set<EventRef> locked = new HashSet<>();

        @Override
        public <T> T write(Function<Transaction, T> work) {
            T result = super.write(transaction -> work.apply(new HandingOnTransaction(transaction) {
                @Override
                public LogHead lock(EventRef event) {
                    if (!locked.add(event)) {
                        throw new StoreUnavailable("somebody holds the lock for ever");
                    }
                    return super.lock(event);
                }
            }));
            locked.clear();
            return result;
        }
    }

    private static final class RunsActionsAtOnce extends HandingOnStore {
        @Override
        public <T> T write(Function<Transaction, T> work) {
            return super.write(transaction -> work.apply(new HandingOnTransaction(transaction) {
                @Override
                public void afterCommit(Runnable action) {
                    action.run();
                }
            }));
        }
    }

    private static final class RunsActionsTwice extends HandingOnStore {
        @Override
        public <T> T write(Function<Transaction, T> work) {
            return super.write(transaction -> work.apply(new HandingOnTransaction(transaction) {
                @Override
                public void afterCommit(Runnable action) {
                    super.afterCommit(action);
                    super.afterCommit(action);
                }
            }));
        }
    }

    private static final class RunsActionsAlways extends HandingOnStore {
        @Override
        public <T> T write(Function<Transaction, T> work) {
            List<Runnable> actions = new ArrayList<>();
            try {
                return super.write(transaction -> work.apply(new HandingOnTransaction(transaction) {
                    @Override
                    public void afterCommit(Runnable action) {
                        actions.add(action);
                    }
                }));
            } finally {
                actions.forEach(Runnable::run);
            }
        }
    }

    private static final class RepeatsWork extends HandingOnStore {
        @Override
        public <T> T write(Function<Transaction, T> work) {
            return super.write(transaction -> {
                T unused = work.apply(transaction);
                return work.apply(transaction);
            });
        }
    }

    private static final class DoesNotIsolateReads extends HandingOnStore {
        @Override
        public <T> T read(Function<Transaction, T> work) {
            return work.apply(new HandingOnTransaction(this::snapshot));
        }
    }

    private static final class ReadsUncommitted extends HandingOnStore {
        private final AtomicReference<Transaction> writing = new AtomicReference<>();

        @Override
        public <T> T read(Function<Transaction, T> work) {
            Transaction dirty = writing.get();
            return dirty == null ? super.read(work) : work.apply(dirty);
        }

        @Override
        public <T> T write(Function<Transaction, T> work) {
            try {
                return super.write(transaction -> {
                    writing.set(transaction);
                    return work.apply(transaction);
                });
            } finally {
                writing.set(null);
            }
        }
    }

    private static final class LetsReadersWrite extends HandingOnStore {
        @Override
        public <T> T read(Function<Transaction, T> work) {
            return super.write(work);
        }
    }

    private static final class NeverCloses extends HandingOnStore {
        @Override
        public void close() {
            // stays open
        }
    }

    private static final class ClosesOnlyOnce extends HandingOnStore {
        private boolean closed;

        @Override
        public void close() {
            if (closed) {
                throw new IllegalStateException("closed already");
            }
            closed = true;
            super.close();
        }
    }

    private static final class BreaksOffWork extends HandingOnStore {
        private volatile boolean closed;

        @Override
        public <T> T write(Function<Transaction, T> work) {
            return super.write(transaction -> {
                T result = work.apply(transaction);
                if (closed) {
                    throw new StoreUnavailable("closed while working");
                }
                return result;
            });
        }

        @Override
        public void close() {
            closed = true;
            super.close();
        }
    }
}
