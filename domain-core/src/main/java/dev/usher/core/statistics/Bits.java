package dev.usher.core.statistics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Numbers in byte arrays, little-endian: whole ones, and columns of numbers packed to as many bits as the widest needs.
 *
 * <p>Reading a packed number looks at up to 16 bytes from the one it begins in, so a packed column must not be the last
 * thing in its array.
 */
final class Bits {
    /** How many bytes must follow a packed column. */
    static final int PADDING = 16;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    /** How wide a number may be to lie within one long, whichever bit of a byte it begins at. */
    private static final int WITHIN_A_LONG = Long.SIZE - 7;

    private Bits() {}

    static long getLong(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    static void putLong(byte[] bytes, int at, long value) {
        LONGS.set(bytes, at, value);
    }

    static int getInt(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }

    static void putInt(byte[] bytes, int at, int value) {
        INTS.set(bytes, at, value);
    }

    /** How many bits a number needs, read as unsigned; 0 for 0. */
    static int width(long value) {
        return Long.SIZE - Long.numberOfLeadingZeros(value);
    }

    /** How many bytes a column of so many numbers of that width takes. */
    static int packedBytes(int width, int count) {
        return (width * count + 7) >>> 3;
    }

    /** Reads one number of a column. */
    static long unpack(byte[] bytes, int column, int width, int index) {
        if (width == 0) {
            return 0;
        }
        int bit = width * index;
        int from = column + (bit >>> 3);
        int shift = bit & 7;
        long number = getLong(bytes, from) >>> shift;
        if (shift + width > Long.SIZE) {
            number |= getLong(bytes, from + Long.BYTES) << (Long.SIZE - shift);
        }
        return number & mask(width);
    }

    /** Reads a column's first {@code count} numbers, each increased by the least. */
    static void unpackAll(byte[] bytes, int column, int width, long[] numbers, int count, long least) {
        if (width == 0) {
            Arrays.fill(numbers, 0, count, least);
            return;
        }
        long mask = mask(width);
        if (width <= WITHIN_A_LONG) {
            int bit = 0;
            for (int index = 0; index < count; index++) {
                numbers[index] = least + ((getLong(bytes, column + (bit >>> 3)) >>> (bit & 7)) & mask);
                bit += width;
            }
            return;
        }
        for (int index = 0; index < count; index++) {
            numbers[index] = least + unpack(bytes, column, width, index);
        }
    }

    private static long mask(int width) {
        return width == 0 ? 0 : -1L >>> (Long.SIZE - width);
    }

    /** Writes the first {@code count} numbers, less the least, as a column whose bytes are zero so far. */
    static void packAll(byte[] bytes, int column, int width, long[] numbers, int count, long least) {
        if (width == 0) {
            return;
        }
        long word = 0;
        int filled = 0;
        int at = column;
        for (int index = 0; index < count; index++) {
            long number = numbers[index] - least;
            word |= number << filled;
            filled += width;
            if (filled >= Long.SIZE) {
                putLong(bytes, at, word);
                at += Long.BYTES;
                filled -= Long.SIZE;
                word = filled == 0 ? 0 : number >>> (width - filled);
            }
        }
        if (filled > 0) {
            putLong(bytes, at, word);
        }
    }
}
