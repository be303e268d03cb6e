package dev.usher.core.statistics;

import java.util.Arrays;
import java.util.List;

/** Makes one block of several that follow one another: the same operations, each once, with its earliest recording. */
public final class BlockMerge {
    private BlockMerge() {}

    /** One block for neighbours in the log, given by sequence. */
    public static OperationBlock of(List<OperationBlock> blocks) {
        long[] recordings = blocks.stream()
                .flatMapToLong(block -> Arrays.stream(block.recordings()))
                .sorted()
                .distinct()
                .toArray();
        long[][] ids = blocks.stream()
                .map(block -> Arrays.stream(block.recordings())
                        .map(recording -> Arrays.binarySearch(recordings, recording))
                        .toArray())
                .toArray(long[][]::new);
        int expectedBytes =
                blocks.stream().mapToInt(block -> block.bytes().length).sum();
        OperationBlockWriter writer = new OperationBlockWriter(
                blocks.get(0).first(), blocks.get(blocks.size() - 1).last(), recordings, expectedBytes);
        PortionCursor cursor = new PortionCursor(blocks, KeyRange.whole(OperationBlock.operations(blocks)), ids);
        while (cursor.advance()) {
            add(cursor.tickets, writer);
        }
        return OperationBlock.seal(writer.finish());
    }

    private static void add(TicketColumns columns, OperationBlockWriter writer) {
        for (int ticket = 0; ticket < columns.tickets; ticket++) {
            long high = columns.highs[ticket];
            long low = columns.lows[ticket];
            for (int index = columns.start(ticket); index < columns.ends[ticket]; index++) {
                writer.add(high, low, columns.moments[index], columns.devices[index], (int) columns.recordings[index]);
            }
        }
    }
}
