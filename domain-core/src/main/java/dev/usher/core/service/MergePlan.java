package dev.usher.core.service;

import dev.usher.core.store.BlockRange;
import java.util.List;
import java.util.Optional;

/**
 * Decides which neighbouring blocks of a log become one, so that an event has few blocks and each operation is rewritten
 * few times.
 *
 * <p>Blocks belong to levels, each eight times as large as the one below. Going from the oldest block to the newest,
 * levels never rise: a block takes in the smaller ones before it. When eight of one level stand at the end, they merge.
 * So there are at most seven blocks a level, and an operation is rewritten about once a level, as in a log-structured
 * merge tree. Where eight would make too large a block, the oldest that fit are merged, and blocks of the largest size are
 * left as they are.
 */
final class MergePlan {
    private static final int FAN = 8;
    private static final int LOWEST_LEVEL_OPERATIONS = 64;

    /** How many operations a block may hold that is merged inside an append, under the log's lock. */
    static final long MOST_WHILE_APPENDING = 16_384;

    /** How many operations one block may hold at the most, which keeps it below about 64 MiB. */
    static final long MOST_OPERATIONS = 5_000_000;

    /** A merge holds sources and result, operations and names, in this process and once more in an embedded store. */
    private static final long HEAP_BYTES_AN_OPERATION = 1_024;

    private MergePlan() {}

    /** How many operations a merged block may hold where the heap has so many bytes. */
    static long mostOperations(long heapBytes) {
        return Math.min(MOST_OPERATIONS, heapBytes / HEAP_BYTES_AN_OPERATION);
    }

    /**
     * The neighbours to merge next: the newest that belong together or, where they would be too large, the oldest of them
     * that fit.
     *
     * @param ranges all blocks by sequence
     * @param mostOperations how large a merged block may become
     * @return two or more neighbours; empty when nothing is worth merging
     */
    static Optional<List<BlockRange>> of(List<BlockRange> ranges, long mostOperations) {
        List<BlockRange> newest = newest(ranges);
        for (int from = 0; from < newest.size(); from++) {
            int to = endOfFitting(newest, from, mostOperations);
            if (to - from > 1) {
                return Optional.of(newest.subList(from, to));
            }
        }
        return Optional.empty();
    }

    private static int endOfFitting(List<BlockRange> ranges, int from, long mostOperations) {
        long operations = 0;
        int to = from;
        while (to < ranges.size() && operations + ranges.get(to).operations() <= mostOperations) {
            operations += ranges.get(to).operations();
            to++;
        }
        return to;
    }

    /** The newest neighbours that belong together, where all of them fit into a merge inside an append. */
    static Optional<List<BlockRange>> whileAppending(List<BlockRange> ranges) {
        int belonging = newest(ranges).size();
        return of(ranges, MOST_WHILE_APPENDING).filter(plan -> plan.size() == belonging);
    }

    private static List<BlockRange> newest(List<BlockRange> ranges) {
        if (ranges.isEmpty()) {
            return List.of();
        }
        int last = ranges.size() - 1;
        int level = level(ranges.get(last));
        int smallerFrom = last;
        while (smallerFrom > 0 && level(ranges.get(smallerFrom - 1)) < level) {
            smallerFrom--;
        }
        int equalFrom = smallerFrom;
        while (equalFrom > 0 && level(ranges.get(equalFrom - 1)) == level) {
            equalFrom--;
        }
        boolean full = smallerFrom - equalFrom >= FAN - 1;
        return ranges.subList(full ? equalFrom : smallerFrom, ranges.size());
    }

    /** How often the smallest size must grow by eight to hold a block. */
    static int level(BlockRange range) {
        int level = 0;
        for (long size = LOWEST_LEVEL_OPERATIONS; size < range.operations(); size *= FAN) {
            level++;
        }
        return level;
    }
}
