package dev.usher.core.statistics;

import java.util.List;

/**
 * Walks several blocks as if they were one: all operations in order, each once, with the earliest instant at which it
 * was recorded.
 */
public final class OperationCursor {
    private final PortionCursor portions;
    private int ticket;
    private int index;

    /** A cursor before the first operation of these blocks, which must belong to one event. */
    public OperationCursor(List<OperationBlock> blocks) {
        this(blocks, KeyRange.whole(OperationBlock.operations(blocks)));
    }

    /** A cursor before the first operation of these blocks whose ticket's key is in a range. */
    OperationCursor(List<OperationBlock> blocks, KeyRange range) {
        portions = new PortionCursor(blocks, range);
    }

    /** Goes to the next operation; false when there is none. */
    public boolean advance() {
        if (++index < portions.tickets.operations) {
            if (index == portions.tickets.ends[ticket]) {
                ticket++;
            }
            return true;
        }
        ticket = 0;
        index = 0;
        return portions.advance();
    }

    long high() {
        return portions.tickets.highs[ticket];
    }

    long low() {
        return portions.tickets.lows[ticket];
    }

    long moment() {
        return portions.tickets.moments[index];
    }

    long device() {
        return portions.tickets.devices[index];
    }

    /** When the operation was first recorded, in microseconds since 1970. */
    public long recordedAt() {
        return portions.tickets.recordings[index];
    }
}
