package dev.usher.core.statistics;

import java.util.List;

/**
 * Walks several blocks as if they were one: all operations in order, each once, with the earliest instant at which it
 * was recorded.
 *
 * <p>A binary heap of one {@link BlockCursor} a block, the one whose operation comes next on top.
 */
public final class OperationCursor {
    private final BlockCursor[] heap;
    private int size;
    private boolean started;
    private long high;
    private long low;
    private long moment;
    private long device;
    private long recordedAt;

    /** A cursor before the first operation of these blocks, which must belong to one event. */
    public OperationCursor(List<OperationBlock> blocks) {
        heap = new BlockCursor[blocks.size()];
        for (OperationBlock block : blocks) {
            BlockCursor cursor = new BlockCursor(block);
            if (cursor.advance()) {
                heap[size++] = cursor;
            }
        }
        for (int index = (size >>> 1) - 1; index >= 0; index--) {
            siftDown(index);
        }
    }

    /** Goes to the next operation; false when there is none. */
    public boolean advance() {
        while (size > 0) {
            BlockCursor next = heap[0];
            boolean repeat =
                    started && next.high == high && next.low == low && next.moment == moment && next.device == device;
            if (!repeat) {
                started = true;
                high = next.high;
                low = next.low;
                moment = next.moment;
                device = next.device;
                recordedAt = next.recordedAt;
            }
            step(next);
            if (!repeat) {
                return true;
            }
        }
        return false;
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    long moment() {
        return moment;
    }

    long device() {
        return device;
    }

    /** When the operation was first recorded, in microseconds since 1970. */
    public long recordedAt() {
        return recordedAt;
    }

    private void step(BlockCursor top) {
        if (!top.advance()) {
            heap[0] = heap[--size];
        }
        if (size > 1) {
            siftDown(0);
        }
    }

    private void siftDown(int from) {
        int at = from;
        BlockCursor moving = heap[at];
        while (true) {
            int child = 2 * at + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && heap[child + 1].compareTo(heap[child]) < 0) {
                child++;
            }
            if (moving.compareTo(heap[child]) <= 0) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = moving;
    }
}
