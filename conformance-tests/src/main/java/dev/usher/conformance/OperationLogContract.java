package dev.usher.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Organization;
import dev.usher.core.event.EventRef;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.OperationLog;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoredBlock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What a store must do with the logs of ticket operations: heads, locks and blocks. */
public interface OperationLogContract extends TestedStore {

    /** If this fails, look at what the log of an event without any append answers: nothing, and no error. */
    @Test
    default void aLogWithoutAppendsIsEmpty() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            BlockRange range = new BlockRange(1, 1, 1);
            assertThat(head(store, log)).isEmpty();
            assertThat(heads(store, List.of(log))).isEmpty();
            assertThat(ranges(store, log)).isEmpty();
            assertThat(operations(store, log, range)).isEmpty();
            assertThat(names(store, log, range)).isEmpty();
        }
    }

    /** If this fails, look at how the first lock makes a head: at sequence zero, once, and found by the next lock. */
    @Test
    default void theFirstLockOfALogGivesAHeadAtZero() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            assertThat(lock(store, log)).isEqualTo(LogHead.empty(log));
            assertThat(lock(store, log)).isEqualTo(LogHead.empty(log));
        }
    }

    /** If this fails, look at the width of the head's columns: both numbers have 64 bits, the instant may be negative. */
    @Test
    default void aMovedHeadComesBackWithAllItsBits() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            for (LogHead head : List.of(
                    new LogHead(log, 1, -1),
                    new LogHead(log, 1L << 40, 1_747_807_200_000_001L),
                    new LogHead(log, Long.MAX_VALUE, Long.MAX_VALUE))) {
                write(store, operations -> {
                    LogHead before = operations.lock(log);
                    operations.moveHead(head);
                    return before;
                });
                assertThat(head(store, log)).contains(head);
                assertThat(lock(store, log)).isEqualTo(head);
            }
        }
    }

    /** If this fails, look at the look-up of several heads: those that exist, each once, and no others. */
    @Test
    default void headsAreThoseOfTheEventsAskedFor() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            List<LogHead> heads = new ArrayList<>();
            for (int number = 0; number < 3; number++) {
                EventRef log = Samples.event(store, house, "event " + number).ref();
                heads.add(Samples.append(store, log, number + 1));
            }
            List<EventRef> asked =
                    new ArrayList<>(List.of(heads.get(2).event(), heads.get(0).event()));
            LongStream.range(0, 1_000)
                    .mapToObj(number -> new EventRef(house.id(), 1_000_000 + number))
                    .forEach(asked::add);
            assertThat(heads(store, asked)).containsExactlyInAnyOrder(heads.get(0), heads.get(2));
            assertThat(heads(store, List.of())).isEmpty();
        }
    }

    /** If this fails, look at the binary columns: every byte comes back, and an empty value stays an empty value. */
    @Test
    default void aBlockComesBackByteForByte() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            byte[] allBytes = new byte[256];
            for (int at = 0; at < allBytes.length; at++) {
                allBytes[at] = (byte) at;
            }
            requireRoundTrip(store, log, new StoredBlock(new BlockRange(1, 1, 1), allBytes, new byte[] {0}));
            requireRoundTrip(store, log, new StoredBlock(new BlockRange(2, 2, 1), new byte[] {-1, 0, 0}, new byte[0]));
            requireRoundTrip(store, log, new StoredBlock(new BlockRange(3, 3, 1), new byte[0], allBytes));
        }
    }

    /** If this fails, look at the width of the binary columns, and at how a value longer than one page or packet is read. */
    @Test
    default void aBlockOfAMebibyteComesBackWhole() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            requireRoundTrip(
                    store,
                    log,
                    new StoredBlock(
                            new BlockRange(1, 500_000, 500_000),
                            Samples.bytes((1 << 20) + 1, 1),
                            Samples.bytes(1 << 20, 2)));
        }
    }

    /** If this fails, look at the width of the range's columns: 64 bits for its ends, 32 for its count, which may be zero. */
    @Test
    default void aRangeComesBackWithAllItsBits() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            List<BlockRange> ranges = List.of(
                    new BlockRange(1, 1, 0),
                    new BlockRange(2, 1L << 33, Integer.MAX_VALUE),
                    new BlockRange(Long.MAX_VALUE - 1, Long.MAX_VALUE, 2));
            write(store, operations -> {
                ranges.forEach(range -> operations.add(log, new StoredBlock(range, new byte[] {1}, new byte[] {2})));
                return log;
            });
            assertThat(ranges(store, log)).isEqualTo(ranges);
        }
    }

    /** If this fails, look at the order of the ranges: by their first number, as numbers and not as text. */
    @Test
    default void rangesAreListedByTheirFirstNumber() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            List<BlockRange> ascending = List.of(
                    new BlockRange(1, 8, 8),
                    new BlockRange(9, 9, 1),
                    new BlockRange(10, 99, 90),
                    new BlockRange(100, 100, 1));
            for (int at : new int[] {3, 1, 0, 2}) {
                write(store, operations -> {
                    operations.add(log, new StoredBlock(ascending.get(at), new byte[] {1}, new byte[] {2}));
                    return log;
                });
            }
            assertThat(ranges(store, log)).isEqualTo(ascending);
        }
    }

    /** If this fails, look at the look-up of a block: both ends of the range must be equal. */
    @Test
    default void aBlockIsFoundByItsExactRangeOnly() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            write(store, operations -> {
                operations.add(log, Samples.block(5, 9));
                return log;
            });
            for (BlockRange other :
                    List.of(new BlockRange(5, 8, 4), new BlockRange(5, 10, 6), new BlockRange(4, 9, 6))) {
                assertThat(operations(store, log, other)).isEmpty();
                assertThat(names(store, log, other)).isEmpty();
                assertThat(remove(store, log, other)).isFalse();
            }
            assertThat(ranges(store, log)).containsExactly(new BlockRange(5, 9, 5));
        }
    }

    /** If this fails, look at the count that a deletion answers, and at whether names are deleted with their operations. */
    @Test
    default void removingABlockTellsWhetherItWasThere() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            StoredBlock gone = Samples.block(1, 4);
            StoredBlock kept = Samples.block(5, 5);
            write(store, operations -> {
                operations.add(log, gone);
                operations.add(log, kept);
                return log;
            });
            assertThat(remove(store, log, gone.range())).isTrue();
            assertThat(remove(store, log, gone.range())).isFalse();
            assertThat(ranges(store, log)).containsExactly(kept.range());
            assertThat(operations(store, log, gone.range())).isEmpty();
            assertThat(names(store, log, gone.range())).isEmpty();
        }
    }

    /** If this fails, look at whether a removed block's key is free again within the same transaction. */
    @Test
    default void mergingReplacesBlocksInOneTransaction() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            Samples.append(store, log, 1);
            Samples.append(store, log, 2);
            StoredBlock merged = new StoredBlock(new BlockRange(1, 3, 2), Samples.bytes(9, 1), Samples.bytes(9, 2));
            List<Boolean> removed = write(store, operations -> {
                boolean first = operations.remove(log, new BlockRange(1, 1, 1));
                boolean second = operations.remove(log, new BlockRange(2, 3, 2));
                operations.add(log, merged);
                return List.of(first, second);
            });
            assertThat(removed).containsExactly(true, true);
            assertThat(ranges(store, log)).containsExactly(merged.range());
            requireSameBytes(store, log, merged);
        }
    }

    /** If this fails, look at where long blocks stand: a reader must find those of its snapshot after others merged them. */
    @Test
    default void aReadKeepsItsBlocksWhileTheyAreMerged() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            StoredBlock before =
                    new StoredBlock(new BlockRange(1, 2, 2), Samples.bytes(1 << 18, 1), Samples.bytes(1 << 18, 2));
            StoredBlock after =
                    new StoredBlock(new BlockRange(1, 3, 3), Samples.bytes(1 << 18, 3), Samples.bytes(1 << 18, 4));
            write(store, operations -> {
                operations.add(log, before);
                return before;
            });
            store.read(transaction -> {
                assertThat(transaction.operations().ranges(log)).containsExactly(before.range());
                boolean replaced = Concurrently.aside(() -> write(store, operations -> {
                    boolean removed = operations.remove(log, before.range());
                    operations.add(log, after);
                    return removed;
                }));
                assertThat(replaced).isTrue();
                assertThat(transaction.operations().operations(log, before.range()))
                        .hasValue(before.operations());
                assertThat(transaction.operations().names(log, before.range())).hasValue(before.names());
                return before;
            });
            requireSameBytes(store, log, after);
            assertThat(operations(store, log, before.range())).isEmpty();
        }
    }

    /** If this fails, look at how a deletion that waited for another one counts: whoever comes second removed nothing. */
    @Test
    default void ofTwoWhoRemoveABlockAtOnceOneSucceeds() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            BlockRange range = new BlockRange(1, 1, 1);
            Samples.append(store, log, 1);
            Meeting meeting = new Meeting(2);
            Callable<Boolean> removal = () -> write(store, operations -> {
                assertThat(operations.head(log)).isPresent();
                meeting.join();
                return operations.remove(log, range);
            });
            assertThat(Concurrently.run(Collections.nCopies(2, removal))).containsExactlyInAnyOrder(true, false);
        }
    }

    /** If this fails, look at the key of heads and blocks, and at every condition: organization and event together. */
    @Test
    default void logsOfTwoOrganizationsNeverMeet() {
        try (Store store = open()) {
            Organization neighbour = Samples.organization(store, "neighbour");
            EventRef ours = Samples.log(store);
            EventRef guessed = new EventRef(neighbour.id(), ours.event());
            Samples.append(store, ours, 1);
            BlockRange range = new BlockRange(1, 1, 1);
            assertThat(head(store, guessed)).isEmpty();
            assertThat(heads(store, List.of(guessed))).isEmpty();
            assertThat(ranges(store, guessed)).isEmpty();
            assertThat(operations(store, guessed, range)).isEmpty();
            assertThat(names(store, guessed, range)).isEmpty();
            assertThat(remove(store, guessed, range)).isFalse();
            assertThat(ranges(store, ours)).containsExactly(range);
        }
    }

    /** If this fails, look at whether each block and head is kept under its own event, also within one organization. */
    @Test
    default void logsOfTwoEventsNeverMeet() {
        try (Store store = open()) {
            Organization house = Samples.organization(store, "house");
            EventRef first = Samples.event(store, house, "first").ref();
            EventRef second = Samples.event(store, house, "second").ref();
            Samples.append(store, first, 2);
            Samples.append(store, second, 3);
            assertThat(ranges(store, first)).containsExactly(new BlockRange(1, 2, 2));
            assertThat(ranges(store, second)).containsExactly(new BlockRange(1, 3, 3));
            requireSameBytes(store, first, Samples.block(1, 2));
            requireSameBytes(store, second, Samples.block(1, 3));
        }
    }

    /** If this fails, look at the lock of a head: it must be held until the transaction ends, the first lock's too. */
    @Test
    default void whoLocksAHeadWaitsForWhoLockedItBefore() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            for (int round = 0; round < 2; round++) {
                CountDownLatch firstHasIt = new CountDownLatch(1);
                CountDownLatch secondHasIt = new CountDownLatch(1);
                Callable<LogHead> first = () -> store.write(transaction -> {
                    LogHead moved = Samples.append(transaction, log, 1);
                    firstHasIt.countDown();
                    assertThat(Concurrently.withinAMoment(secondHasIt))
                            .as("a second transaction got the lock while the first one held it")
                            .isFalse();
                    return moved;
                });
                Callable<LogHead> second = () -> {
                    Concurrently.await(firstHasIt);
                    return write(store, operations -> {
                        LogHead locked = operations.lock(log);
                        secondHasIt.countDown();
                        return locked;
                    });
                };
                List<LogHead> heads = Concurrently.run(List.of(first, second));
                assertThat(heads.get(1)).isEqualTo(heads.get(0));
            }
        }
    }

    /** If this fails, look at what a lock reads: the head as it is once the lock is held, not as it was when it was asked for. */
    @Test
    default void concurrentAppendersLeaveNoGapAndNoOverlap() {
        try (Store store = open()) {
            EventRef log = Samples.log(store);
            Callable<List<LogHead>> appender = () -> IntStream.rangeClosed(1, 15)
                    .mapToObj(operations -> Samples.append(store, log, operations))
                    .toList();
            List<LogHead> heads = Concurrently.run(Collections.nCopies(4, appender)).stream()
                    .flatMap(List::stream)
                    .toList();
            assertThat(heads).extracting(LogHead::recordedAt).doesNotHaveDuplicates();
            List<BlockRange> ranges = ranges(store, log);
            long covered = 0;
            for (BlockRange range : ranges) {
                assertThat(range.first()).isEqualTo(covered + 1);
                covered = range.last();
            }
            long last = covered;
            assertThat(last).isEqualTo(4 * 15 * 16 / 2);
            assertThat(head(store, log))
                    .hasValueSatisfying(head -> assertThat(head.sequence()).isEqualTo(last));
        }
    }

    private static void requireRoundTrip(Store store, EventRef log, StoredBlock block) {
        write(store, operations -> {
            operations.add(log, block);
            return block;
        });
        requireSameBytes(store, log, block);
    }

    private static void requireSameBytes(Store store, EventRef log, StoredBlock block) {
        Optional<byte[]> operations = operations(store, log, block.range());
        Optional<byte[]> names = names(store, log, block.range());
        assertThat(operations).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(block.operations()));
        assertThat(names).hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(block.names()));
    }

    private static Optional<LogHead> head(Store store, EventRef log) {
        return store.read(transaction -> transaction.operations().head(log));
    }

    private static List<LogHead> heads(Store store, List<EventRef> logs) {
        return store.read(transaction -> transaction.operations().heads(logs));
    }

    private static List<BlockRange> ranges(Store store, EventRef log) {
        return store.read(transaction -> transaction.operations().ranges(log));
    }

    private static Optional<byte[]> operations(Store store, EventRef log, BlockRange range) {
        return store.read(transaction -> transaction.operations().operations(log, range));
    }

    private static Optional<byte[]> names(Store store, EventRef log, BlockRange range) {
        return store.read(transaction -> transaction.operations().names(log, range));
    }

    private static LogHead lock(Store store, EventRef log) {
        return store.write(transaction -> transaction.operations().lock(log));
    }

    private static boolean remove(Store store, EventRef log, BlockRange range) {
        return store.write(transaction -> transaction.operations().remove(log, range));
    }

    private static <T> T write(Store store, Function<OperationLog, T> work) {
        return store.write(transaction -> work.apply(transaction.operations()));
    }
}
