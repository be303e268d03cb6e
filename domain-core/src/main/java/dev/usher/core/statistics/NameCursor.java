package dev.usher.core.statistics;

import java.util.Arrays;

/** Walks the names of one block by kind and key. */
final class NameCursor {
    private static final int KEY = 2 * Long.BYTES;

    private final byte[] bytes;
    private final int tickets;
    private final int names;
    private int index = -1;
    private int start = NameBlock.HEADER;
    private int end = NameBlock.HEADER;

    NameCursor(NameBlock block) {
        bytes = block.bytes();
        tickets = block.tickets();
        names = tickets + block.devices();
    }

    boolean advance() {
        index++;
        start = end;
        if (isAtEnd()) {
            return false;
        }
        end = NameCode.end(bytes, start + KEY);
        return true;
    }

    boolean isAtEnd() {
        return index >= names;
    }

    boolean isDevice() {
        return index >= tickets;
    }

    long high() {
        return Bits.getLong(bytes, start);
    }

    long low() {
        return Bits.getLong(bytes, start + Long.BYTES);
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    String name() {
        return NameCode.read(bytes, start + KEY);
    }

    boolean hasNameOf(NameCursor other) {
        return Arrays.equals(bytes, start + KEY, end, other.bytes, other.start + KEY, other.end);
    }

    /** Tickets before devices, each by key; a cursor at its end comes last. */
    int compareTo(NameCursor other) {
        if (isAtEnd() || other.isAtEnd()) {
            return Boolean.compare(isAtEnd(), other.isAtEnd());
        }
        return isDevice() != other.isDevice()
                ? Boolean.compare(isDevice(), other.isDevice())
                : OperationBlock.compareKeys(high(), low(), other.high(), other.low());
    }
}
