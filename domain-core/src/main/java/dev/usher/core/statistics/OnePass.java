package dev.usher.core.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Answers questions about an event without an index: in one pass over its blocks, ticket by ticket, where each operation
 * adds its change to the first instant asked for that is not before it.
 *
 * <pre>
 *   operations     .  . ..   .|  .   ..  |      .   |  . ..      later ones count nowhere
 *   instants                 t0          t1         t2           ascending
 *   buckets       first 0, second 0   1, 1       2, 2            changes not yet unpacked, see {@link Changes}
 *   counters      sixteen of bucket 0   of 1      of 2           unpacked; an answer is the sum up to its bucket
 *   latest        the last operation of each bucket              an answer's is the greatest up to its bucket
 * </pre>
 *
 * Takes time in proportion to the operations and memory to the instants, beside the blocks.
 */
public final class OnePass {
    /** What the blocks of an event take at the most, where they are not very small. */
    public static final long BYTES_AN_OPERATION = 28;

    private final long[] instants;
    private final long[] first;
    private final long[] second;
    private final int[] packed;
    private final long[] counters;
    private final long[] latest;

    private OnePass(long[] instants) {
        this.instants = instants;
        this.first = new long[instants.length];
        this.second = new long[instants.length];
        this.packed = new int[instants.length];
        this.counters = new long[instants.length * Counter.LANES];
        this.latest = new long[instants.length];
        Arrays.fill(latest, Long.MIN_VALUE);
    }

    /**
     * The statistics as of each instant, of what had been recorded by another.
     *
     * @param blocks all blocks of the event
     * @param knownAt in microseconds since 1970; Long.MAX_VALUE for all that is recorded
     */
    public static List<TicketStatistics> over(List<OperationBlock> blocks, long knownAt, Instants instants) {
        return over(blocks, knownAt, instants.microseconds());
    }

    /** The same for any ascending instants, in microseconds since 1970. */
    static List<TicketStatistics> over(List<OperationBlock> blocks, long knownAt, long[] instants) {
        OnePass pass = new OnePass(instants);
        if (instants.length > 0) {
            pass.run(new OperationCursor(blocks), knownAt);
        }
        return pass.sums();
    }

    /**
     * The same with less memory: goes through the blocks several times, each time for a part of the tickets, and keeps
     * only what the blocks have of those.
     *
     * @param blocks all blocks of the event, each of which may be read anew whenever they are gone through
     * @param operations how many operations the blocks hold
     * @param mostBytes how much memory a part may take, blocks as such apart
     */
    public static List<TicketStatistics> inParts(
            Iterable<OperationBlock> blocks, long operations, long mostBytes, long knownAt, Instants instants) {
        OnePass pass = new OnePass(instants.microseconds());
        for (KeyRange part : KeyRange.split(operations, mostBytes / BYTES_AN_OPERATION)) {
            List<OperationBlock> slices = new ArrayList<>();
            blocks.forEach(block -> slices.add(block.slice(part)));
            pass.run(new OperationCursor(slices, part), knownAt);
        }
        return pass.sums();
    }

    private void run(OperationCursor cursor, long knownAt) {
        TicketReplay replay = new TicketReplay();
        long high = 0;
        long low = 0;
        int bucket = 0;
        while (cursor.advance()) {
            if (cursor.high() != high || cursor.low() != low) {
                high = cursor.high();
                low = cursor.low();
                bucket = 0;
                replay.begin();
            }
            if (cursor.recordedAt() <= knownAt) {
                long time = Moment.microseconds(cursor.moment());
                short change = replay.apply(cursor.moment(), cursor.device());
                bucket = bucketOf(time, bucket);
                if (bucket < instants.length) {
                    add(bucket, time, change, replay.transfersCounted());
                }
            }
        }
    }

    /** The first instant from a place on that is not before a time; a ticket's times ascend, so it is often the same. */
    private int bucketOf(long time, int from) {
        if (from == instants.length || instants[from] >= time) {
            return from;
        }
        int least = from + 1;
        int most = instants.length;
        while (least < most) {
            int middle = (least + most) >>> 1;
            if (instants[middle] < time) {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        return least;
    }

    private void add(int bucket, long time, short change, int transfersCounted) {
        first[bucket] += Changes.first(change);
        second[bucket] += Changes.second(change);
        if (++packed[bucket] == Changes.MOST_ADDED) {
            unpack(bucket);
        }
        counters[bucket * Counter.LANES + Counter.TRANSFERS.lane()] += transfersCounted;
        latest[bucket] = Math.max(latest[bucket], time);
    }

    private void unpack(int bucket) {
        int line = bucket * Counter.LANES;
        for (int lane = 0; lane < Counter.LANES; lane++) {
            counters[line + lane] += Changes.step(first[bucket], second[bucket], lane, packed[bucket]);
        }
        first[bucket] = 0;
        second[bucket] = 0;
        packed[bucket] = 0;
    }

    private List<TicketStatistics> sums() {
        List<TicketStatistics> answers = new ArrayList<>(instants.length);
        long[] sums = new long[Counter.LANES];
        long updatedAt = Long.MIN_VALUE;
        for (int bucket = 0; bucket < instants.length; bucket++) {
            unpack(bucket);
            for (int lane = 0; lane < Counter.LANES; lane++) {
                sums[lane] += counters[bucket * Counter.LANES + lane];
            }
            updatedAt = Math.max(updatedAt, latest[bucket]);
            answers.add(Timeline.statistics(sums, updatedAt));
        }
        return answers;
    }
}
