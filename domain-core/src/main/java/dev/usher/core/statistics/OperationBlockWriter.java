package dev.usher.core.statistics;

/** Packs operations that arrive in order, frame by frame, into a block. */
final class OperationBlockWriter {
    private final Output output;
    private final Output directory = new Output(1024);
    private final Frame frame = new Frame();
    private final int recordingWidth;
    private int operations;
    private int frames;

    /**
     * Begins a block.
     *
     * @param recordings the distinct instants at which its operations were recorded, ascending
     */
    OperationBlockWriter(long first, long last, long[] recordings, int expectedBytes) {
        output = new Output(expectedBytes);
        output.skip(OperationBlock.HEADER);
        byte[] header = output.bytes();
        header[0] = OperationBlock.FORMAT;
        Bits.putInt(header, 12, recordings.length);
        Bits.putLong(header, 20, first);
        Bits.putLong(header, 28, last);
        for (long recording : recordings) {
            output.putLong(recording);
        }
        recordingWidth = Bits.width(recordings.length - 1);
    }

    /** Adds an operation, which must come after the one added before. */
    void add(long high, long low, long moment, long device, int recording) {
        if (frame.isFull()) {
            endFrame();
        }
        frame.add(high, low, moment, device, recording);
    }

    private void endFrame() {
        directory.putLong(frame.highs[0]);
        directory.putLong(frame.lows[0]);
        directory.putInt(output.size());
        operations += frame.operations;
        frames++;
        frame.write(output, recordingWidth);
    }

    /** The packed bytes, complete but for the checksum. */
    byte[] finish() {
        if (frame.operations > 0) {
            endFrame();
        }
        int directoryStart = output.size();
        output.putBytes(directory.bytes(), 0, directory.size());
        output.skip(Integer.BYTES);
        byte[] bytes = output.toBytes();
        Bits.putInt(bytes, 4, operations);
        Bits.putInt(bytes, 8, frames);
        Bits.putInt(bytes, 16, directoryStart);
        return bytes;
    }
}
