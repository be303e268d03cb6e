package dev.usher.core.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/** Makes one block of several that follow one another: the same operations, each once, with its earliest recording. */
public final class BlockMerge {
    private BlockMerge() {}

    /** One block for neighbours in the log, given by sequence. */
    public static OperationBlock of(List<OperationBlock> blocks) {
        long[] recordings = blocks.stream()
                .flatMapToLong(
                        block -> LongStream.range(0, block.recordingCount()).map(id -> block.recording((int) id)))
                .sorted()
                .distinct()
                .toArray();
        int expectedBytes =
                blocks.stream().mapToInt(block -> block.bytes().length).sum();
        OperationBlockWriter writer = new OperationBlockWriter(
                blocks.get(0).first(), blocks.get(blocks.size() - 1).last(), recordings, expectedBytes);
        OperationCursor cursor = new OperationCursor(blocks);
        while (cursor.advance()) {
            int recording = Arrays.binarySearch(recordings, cursor.recordedAt());
            writer.add(cursor.high(), cursor.low(), cursor.moment(), cursor.device(), recording);
        }
        return OperationBlock.seal(writer.finish());
    }
}
