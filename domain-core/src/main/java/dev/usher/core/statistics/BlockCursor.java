package dev.usher.core.statistics;

/** Walks one block, operation by operation. */
final class BlockCursor {
    private final OperationBlock block;
    private final Frame frame = new Frame();
    private int nextFrame;
    private int index = -1;
    private int ticket;

    long high;
    long low;
    long moment;
    long device;
    long recordedAt;

    BlockCursor(OperationBlock block) {
        this.block = block;
    }

    boolean advance() {
        index++;
        if (index >= frame.operations) {
            if (nextFrame >= block.frames()) {
                return false;
            }
            block.readFrame(nextFrame++, frame);
            index = 0;
            ticket = 0;
        } else if (index >= frame.ends[ticket]) {
            ticket++;
        }
        high = frame.highs[ticket];
        low = frame.lows[ticket];
        moment = frame.moments[index];
        device = frame.devices[index];
        recordedAt = block.recording(frame.recordings[index]);
        return true;
    }

    /** By operation, then by when it was recorded, so that of repeats the earliest comes first. */
    int compareTo(BlockCursor other) {
        if (high != other.high) {
            return Long.compareUnsigned(high, other.high);
        }
        if (low != other.low) {
            return Long.compareUnsigned(low, other.low);
        }
        if (moment != other.moment) {
            return Long.compare(moment, other.moment);
        }
        if (device != other.device) {
            return Long.compare(device, other.device);
        }
        return Long.compare(recordedAt, other.recordedAt);
    }
}
