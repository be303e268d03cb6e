package dev.usher.core.statistics;

import java.util.List;

/**
 * The names behind keys: which ticket or device a key of an {@link OperationBlock} stands for.
 *
 * <p>A name is written once, with the append that first brought it; no statistics need it. Immutable.
 *
 * <pre>
 *   0  format = 2, three zero bytes
 *   4  tickets i32    8  devices i32   12  first sequence i64   20  last sequence i64
 *  28  tickets by key: high bits i64, low bits i64, name
 *  ..  devices by key: key i64, name
 *  ..  CRC32C of all bytes before it i32
 * </pre>
 *
 * How a name is written, {@link NameCode} tells.
 */
public final class NameBlock {
    static final int HEADER = 28;
    static final byte FORMAT = 2;
    private static final int CHECKSUM = Integer.BYTES;

    private final byte[] bytes;

    private NameBlock(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * Reads a block that was packed before.
     *
     * @throws OperationBlock.Damaged when the checksum, the format or the place in the log is not what it must be
     */
    public static NameBlock read(byte[] bytes, long first, long last) {
        if (bytes.length < HEADER + CHECKSUM) {
            throw new OperationBlock.Damaged("its names have " + bytes.length + " bytes, too few for a block");
        }
        if (bytes[0] != FORMAT) {
            throw new OperationBlock.Damaged(
                    "its names have format " + bytes[0] + "; this version of Usher reads format " + FORMAT);
        }
        if (Bits.getInt(bytes, bytes.length - CHECKSUM) != OperationBlock.checksum(bytes)) {
            throw new OperationBlock.Damaged("the checksum of its names does not match their bytes");
        }
        NameBlock block = new NameBlock(bytes);
        if (Bits.getLong(bytes, 12) != first || Bits.getLong(bytes, 20) != last) {
            throw new OperationBlock.Damaged(
                    "its names are those of " + Bits.getLong(bytes, 12) + ".." + Bits.getLong(bytes, 20) + " instead");
        }
        return block;
    }

    /** The packed bytes, to be stored; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many ticket names it holds. */
    public int tickets() {
        return Bits.getInt(bytes, 4);
    }

    /** How many device names it holds. */
    public int devices() {
        return Bits.getInt(bytes, 8);
    }

    /** Hears each name with its key. */
    @FunctionalInterface
    public interface Visit {
        /** One name; {@code low} is 0 for a device. */
        void name(boolean device, long high, long low, String name);
    }

    /** Visits all names, tickets first, each kind by key. */
    public void visit(Visit visit) {
        NameCursor cursor = new NameCursor(this);
        while (cursor.advance()) {
            visit.name(cursor.isDevice(), cursor.high(), cursor.low(), cursor.name());
        }
    }

    /**
     * One block with the names of all, each once.
     *
     * @throws OperationBlock.Damaged when one key stands for two names
     */
    public static NameBlock merge(List<NameBlock> blocks, long first, long last) {
        Writer writer =
                new Writer(blocks.stream().mapToInt(block -> block.bytes.length).reduce(0, Math::addExact));
        List<NameCursor> cursors = blocks.stream().map(NameCursor::new).toList();
        cursors.forEach(NameCursor::advance);
        while (true) {
            NameCursor next = cursors.get(0);
            for (NameCursor cursor : cursors) {
                if (cursor.compareTo(next) < 0) {
                    next = cursor;
                }
            }
            if (next.isAtEnd()) {
                return writer.seal(first, last);
            }
            writer.copy(next);
            for (NameCursor cursor : cursors) {
                if (cursor != next && cursor.compareTo(next) == 0) {
                    requireSameName(cursor, next);
                    cursor.advance();
                }
            }
            next.advance();
        }
    }

    private static void requireSameName(NameCursor one, NameCursor other) {
        if (!one.hasNameOf(other)) {
            throw new OperationBlock.Damaged(
                    "'" + one.name() + "' and '" + other.name() + "' have the same key; one of them must be renamed");
        }
    }

    /** Packs names that come by key, tickets before devices. */
    static final class Writer {
        private final Output output;
        private int tickets;
        private int devices;

        /** Begins a block whose names and keys take about so many bytes. */
        Writer(int expectedBytes) {
            output = new Output(HEADER + expectedBytes + CHECKSUM);
            output.skip(HEADER);
        }

        /** Adds a ticket's key, whose name follows. */
        void addTicket(long high, long low) {
            tickets++;
            output.putLong(high);
            output.putLong(low);
        }

        /** Adds a device's key, whose name follows. */
        void addDevice(long key) {
            devices++;
            output.putLong(key);
        }

        /** Adds a name as {@link NameCode} has written it. */
        void putName(byte[] names, int from, int length) {
            output.putBytes(names, from, length);
        }

        private void copy(NameCursor cursor) {
            if (cursor.isDevice()) {
                devices++;
            } else {
                tickets++;
            }
            output.putBytes(cursor.bytes(), cursor.start(), cursor.end() - cursor.start());
        }

        NameBlock seal(long first, long last) {
            output.skip(CHECKSUM);
            byte[] packed = output.toBytes();
            packed[0] = FORMAT;
            Bits.putInt(packed, 4, tickets);
            Bits.putInt(packed, 8, devices);
            return placed(packed, first, last);
        }
    }

    /** The same names, at another place of the log. */
    NameBlock at(long first, long last) {
        return placed(bytes.clone(), first, last);
    }

    private static NameBlock placed(byte[] bytes, long first, long last) {
        Bits.putLong(bytes, 12, first);
        Bits.putLong(bytes, 20, last);
        Bits.putInt(bytes, bytes.length - CHECKSUM, OperationBlock.checksum(bytes));
        return new NameBlock(bytes);
    }
}
