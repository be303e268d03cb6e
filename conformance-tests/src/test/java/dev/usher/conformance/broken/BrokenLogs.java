package dev.usher.conformance.broken;

import static dev.usher.conformance.broken.Fault.fault;

import dev.usher.core.event.EventRef;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.StoredBlock;
import dev.usher.core.store.Transaction;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/** Stores that are broken in what they do with logs: heads, locks and blocks. */
final class BrokenLogs {
    private static final int MOST_BYTES = 1 << 16;

    static final List<Fault> FAULTS = List.of(
            fault(
                            "throws for a log without appends",
                            () -> new HandingOnStore(ThrowsForEmptyLogs::new),
                            "aLogWithoutAppendsIsEmpty",
                            "theFirstLockOfALogGivesAHeadAtZero")
                    .throwing(NoSuchElementException.class),
            fault(
                            "keeps half the bits of a sequence number",
                            () -> new HandingOnStore(KeepsHalfTheBits::new),
                            "aMovedHeadComesBackWithAllItsBits",
                            "aRangeComesBackWithAllItsBits")
                    .throwing(IllegalArgumentException.class),
            fault("makes up heads", () -> new HandingOnStore(MakesUpHeads::new), "headsAreThoseOfTheEventsAskedFor"),
            fault(
                    "forgets moved heads",
                    () -> new HandingOnStore(ForgetsMovedHeads::new),
                    "aMovedHeadComesBackWithAllItsBits",
                    "concurrentAppendersLeaveNoGapAndNoOverlap"),
            fault(
                    "forgets blocks",
                    () -> new HandingOnStore(ForgetsBlocks::new),
                    "aBlockComesBackByteForByte",
                    "aBlockOfAMebibyteComesBackWhole",
                    "mergingReplacesBlocksInOneTransaction"),
            fault(
                    "truncates long blocks",
                    () -> new HandingOnStore(TruncatesBlocks::new),
                    "aBlockOfAMebibyteComesBackWhole"),
            fault(
                    "confuses empty and missing bytes",
                    () -> new HandingOnStore(ConfusesEmptyAndMissing::new),
                    "aBlockComesBackByteForByte"),
            fault(
                    "orders ranges as text",
                    () -> new HandingOnStore(OrdersRangesAsText::new),
                    "rangesAreListedByTheirFirstNumber"),
            fault(
                    "finds blocks by their first number alone",
                    () -> new HandingOnStore(FindsByFirstNumber::new),
                    "aBlockIsFoundByItsExactRangeOnly"),
            fault(
                    "always says that it removed a block",
                    () -> new HandingOnStore(AlwaysSaysRemoved::new),
                    "removingABlockTellsWhetherItWasThere",
                    "ofTwoWhoRemoveABlockAtOnceOneSucceeds"),
            fault(
                    "never removes a block",
                    () -> new HandingOnStore(NeverRemoves::new),
                    "removingABlockTellsWhetherItWasThere",
                    "mergingReplacesBlocksInOneTransaction"),
            fault(
                    "lets logs of two organizations meet",
                    () -> new HandingOnStore(transaction -> new MixesLogs(transaction, event -> event.event())),
                    "logsOfTwoOrganizationsNeverMeet"),
            fault(
                    "lets logs of two events meet",
                    () -> new HandingOnStore(transaction -> new MixesLogs(transaction, event -> event.organization())),
                    "logsOfTwoEventsNeverMeet"),
            fault(
                    "fetches a reader's blocks from the present",
                    FetchesFromThePresent::new,
                    "aReadKeepsItsBlocksWhileTheyAreMerged"),
            fault("does not lock", DoesNotLock::new, "whoLocksAHeadWaitsForWhoLockedItBefore"));

    private BrokenLogs() {}

    private static final class ThrowsForEmptyLogs extends HandingOnTransaction {
        ThrowsForEmptyLogs(Transaction to) {
            super(to);
        }

        @Override
        public LogHead lock(EventRef event) {
            return head(event).orElseThrow();
        }

        @Override
        public List<BlockRange> ranges(EventRef event) {
            LogHead unused = head(event).orElseThrow();
            return super.ranges(event);
        }
    }

    private static final class KeepsHalfTheBits extends HandingOnTransaction {
        KeepsHalfTheBits(Transaction to) {
            super(to);
        }

        @Override
        public void moveHead(LogHead head) {
            super.moveHead(new LogHead(head.event(), (int) head.sequence(), head.recordedAt()));
        }

        @Override
        public List<BlockRange> ranges(EventRef event) {
            return super.ranges(event).stream()
                    .map(range -> new BlockRange((int) range.first(), (int) range.last(), range.operations()))
                    .toList();
        }
    }

    private static final class MakesUpHeads extends HandingOnTransaction {
        MakesUpHeads(Transaction to) {
            super(to);
        }

        @Override
        public List<LogHead> heads(Collection<EventRef> events) {
            return events.stream()
                    .map(event -> head(event).orElse(LogHead.empty(event)))
                    .toList();
        }
    }

    private static final class ForgetsMovedHeads extends HandingOnTransaction {
        ForgetsMovedHeads(Transaction to) {
            super(to);
        }

        @Override
        public void moveHead(LogHead head) {
            // forgotten
        }
    }

    private static final class ForgetsBlocks extends HandingOnTransaction {
        ForgetsBlocks(Transaction to) {
            super(to);
        }

        @Override
        public void add(EventRef event, StoredBlock block) {
            // forgotten
        }
    }

    private static final class TruncatesBlocks extends HandingOnTransaction {
        TruncatesBlocks(Transaction to) {
            super(to);
        }

        @Override
        public void add(EventRef event, StoredBlock block) {
            int kept = Math.min(block.operations().length, MOST_BYTES);
            super.add(event, new StoredBlock(block.range(), Arrays.copyOf(block.operations(), kept), block.names()));
        }
    }

    private static final class ConfusesEmptyAndMissing extends HandingOnTransaction {
        ConfusesEmptyAndMissing(Transaction to) {
            super(to);
        }

        @Override
        public Optional<byte[]> names(EventRef event, BlockRange range) {
            return super.names(event, range).filter(bytes -> bytes.length > 0);
        }
    }

    private static final class OrdersRangesAsText extends HandingOnTransaction {
        OrdersRangesAsText(Transaction to) {
            super(to);
        }

        @Override
        public List<BlockRange> ranges(EventRef event) {
            return super.ranges(event).stream()
                    .sorted(Comparator.comparing(BlockRange::toString))
                    .toList();
        }
    }

    private static final class FindsByFirstNumber extends HandingOnTransaction {
        FindsByFirstNumber(Transaction to) {
            super(to);
        }

        @Override
        public Optional<byte[]> operations(EventRef event, BlockRange range) {
            return ranges(event).stream()
                    .filter(known -> known.first() == range.first())
                    .findFirst()
                    .flatMap(known -> super.operations(event, known));
        }
    }

    private static final class AlwaysSaysRemoved extends HandingOnTransaction {
        AlwaysSaysRemoved(Transaction to) {
            super(to);
        }

        @Override
        public boolean remove(EventRef event, BlockRange range) {
            boolean unused = super.remove(event, range);
            return true;
        }
    }

    private static final class NeverRemoves extends HandingOnTransaction {
        NeverRemoves(Transaction to) {
            super(to);
        }

        @Override
        public boolean remove(EventRef event, BlockRange range) {
            return operations(event, range).isPresent();
        }
    }

    /** Keeps logs under a part of their key only. */
    private static final class MixesLogs extends HandingOnTransaction {
        private final Function<EventRef, Long> part;

        MixesLogs(Transaction to, Function<EventRef, Long> part) {
            super(to);
            this.part = part;
        }

        @Override
        public Optional<LogHead> head(EventRef event) {
            return super.head(mixed(event)).map(head -> new LogHead(event, head.sequence(), head.recordedAt()));
        }

        @Override
        public LogHead lock(EventRef event) {
            LogHead head = super.lock(mixed(event));
            return new LogHead(event, head.sequence(), head.recordedAt());
        }

        @Override
        public void moveHead(LogHead head) {
            super.moveHead(new LogHead(mixed(head.event()), head.sequence(), head.recordedAt()));
        }

        @Override
        public List<BlockRange> ranges(EventRef event) {
            return super.ranges(mixed(event));
        }

        @Override
        public Optional<byte[]> operations(EventRef event, BlockRange range) {
            return super.operations(mixed(event), range);
        }

        @Override
        public void add(EventRef event, StoredBlock block) {
            super.add(mixed(event), block);
        }

        private EventRef mixed(EventRef event) {
            return new EventRef(0, part.apply(event));
        }
    }

    /** Lists the blocks of a reader's snapshot, but what they hold comes from wherever it is by now. */
    private static final class FetchesFromThePresent extends HandingOnStore {
        @Override
        public <T> T read(Function<Transaction, T> work) {
            return super.read(transaction -> work.apply(new HandingOnTransaction(transaction) {
                @Override
                public Optional<byte[]> operations(EventRef event, BlockRange range) {
                    return snapshot().operations().operations(event, range);
                }
            }));
        }
    }

    /** Tells whoever locks a head how it was when the transaction began, whatever others have done since. */
    private static final class DoesNotLock extends HandingOnStore {
        @Override
        public <T> T write(Function<Transaction, T> work) {
            Transaction before = snapshot();
            return super.write(transaction -> work.apply(new HandingOnTransaction(transaction) {
                @Override
                public LogHead lock(EventRef event) {
                    return before.operations().head(event).orElse(LogHead.empty(event));
                }
            }));
        }
    }
}
