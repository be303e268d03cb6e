package dev.usher.core.statistics;

/**
 * A batch packed and ready to be appended: all that is still open is its place in the log and the instant of recording.
 */
public final class PackedBatch {
    private final byte[] operations;
    private final NameBlock names;
    private final int size;

    PackedBatch(byte[] operations, NameBlock names, int size) {
        this.operations = operations;
        this.names = names;
        this.size = size;
    }

    /** How many operations it holds, each once. */
    public int size() {
        return size;
    }

    /** The operations at their place, each of which takes one sequence number. */
    public OperationBlock operationsAt(long first, long recordedAt) {
        byte[] placed = operations.clone();
        Bits.putLong(placed, 20, first);
        Bits.putLong(placed, 28, first + size - 1);
        Bits.putLong(placed, OperationBlock.HEADER, recordedAt);
        return OperationBlock.seal(placed);
    }

    /** The names that came with them, at the same place. */
    public NameBlock namesAt(long first) {
        return names.at(first, first + size - 1);
    }
}
