package dev.usher.adapters.imports;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes of a text looked at in one go, the first of them in the word's lowest byte. */
final class EightBytes {
    /** The highest bit of each byte, by which {@link #below} answers. */
    static final long HIGHEST_BITS = 0x8080808080808080L;

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;

    private EightBytes() {}

    /** The word that begins at this byte. */
    static long at(byte[] bytes, int at) {
        return (long) WORDS.get(bytes, at);
    }

    /** Eight times the same character. */
    static long all(char character) {
        return character * ONES;
    }

    /**
     * The highest bit of each byte that is below the bound's and below 128, and sometimes that of a byte behind such a one;
     * the other bits mean nothing.
     */
    static long below(long bound, long word) {
        return (word - bound) & ~word;
    }

    /** The highest bit of each byte that is this character, and sometimes that of a byte behind such a one. */
    static long is(char character, long word) {
        return below(ONES, word ^ all(character));
    }

    /** How many bytes stand before the first with a mark. */
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }
}
