package dev.usher.core.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Counts how many operations of an event some of its appends were the first to bring. */
public final class OperationCount {
    private OperationCount() {}

    /**
     * Counts on all cores, each operation once, however often it was recorded.
     *
     * @param blocks all blocks of the event
     * @param recordings when the appends were recorded, in microseconds since 1970
     */
    public static long firstRecordedAt(List<OperationBlock> blocks, Set<Long> recordings) {
        long[][] marked = blocks.stream()
                .map(block -> Arrays.stream(block.recordings())
                        .map(instant -> marked(instant, recordings.contains(instant)))
                        .toArray())
                .toArray(long[][]::new);
        return KeyRange.split(OperationBlock.operations(blocks)).parallelStream()
                .mapToLong(range -> count(new PortionCursor(blocks, range, marked)))
                .sum();
    }

    /** An instant that still comes before all later ones, with a mark in its last bit. */
    private static long marked(long instant, boolean isCounted) {
        return instant << 1 | (isCounted ? 1 : 0);
    }

    private static long count(PortionCursor cursor) {
        long count = 0;
        while (cursor.advance()) {
            TicketColumns tickets = cursor.tickets;
            for (int index = 0; index < tickets.operations; index++) {
                count += tickets.recordings[index] & 1;
            }
        }
        return count;
    }
}
