package dev.usher.core.statistics;

import java.util.Arrays;

/** Bytes under construction, growing as they are written; what was skipped is zero. */
final class Output {
    private static final int LEAST_BYTES = 64;

    private byte[] bytes;
    private int size;

    Output(int expectedBytes) {
        bytes = new byte[Math.max(LEAST_BYTES, expectedBytes) + Bits.PADDING];
    }

    int size() {
        return size;
    }

    /** The array being written; valid until the next call that makes it grow. */
    byte[] bytes() {
        return bytes;
    }

    void putByte(int value) {
        int at = skip(1);
        bytes[at] = (byte) value;
    }

    void putShort(int value) {
        int at = skip(2);
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >>> 8);
    }

    void putInt(int value) {
        int at = skip(Integer.BYTES);
        Bits.putInt(bytes, at, value);
    }

    void putLong(long value) {
        int at = skip(Long.BYTES);
        Bits.putLong(bytes, at, value);
    }

    void putBytes(byte[] source, int from, int count) {
        int at = skip(count);
        System.arraycopy(source, from, bytes, at, count);
    }

    /** Leaves so many zero bytes and says where they begin. */
    int skip(int count) {
        int at = size;
        long needed = (long) size + count + Bits.PADDING;
        if (needed > bytes.length) {
            if (needed > Integer.MAX_VALUE - 64) {
                throw new IllegalStateException("a block cannot grow beyond 2 GiB");
            }
            long grown = Math.max(needed, (long) bytes.length + (bytes.length >> 1));
            bytes = Arrays.copyOf(bytes, (int) Math.min(grown, Integer.MAX_VALUE - 64));
        }
        size += count;
        return at;
    }

    /** Begins anew in the same array; what is skipped from now on is no longer zero. */
    void clear() {
        size = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
