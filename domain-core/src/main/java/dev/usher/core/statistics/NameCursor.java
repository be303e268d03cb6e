package dev.usher.core.statistics;

import java.util.Arrays;

/** Walks the names of one block by kind and key. */
final class NameCursor {
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
        end = NameCode.end(bytes, nameStart());
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
        return isDevice() ? 0 : Bits.getLong(bytes, start + Long.BYTES);
    }

    private int nameStart() {
        return start + (isDevice() ? Long.BYTES : 2 * Long.BYTES);
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
        return NameCode.read(bytes, nameStart());
    }

    boolean hasNameOf(NameCursor other) {
        return Arrays.equals(bytes, nameStart(), end, other.bytes, other.nameStart(), other.end);
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
