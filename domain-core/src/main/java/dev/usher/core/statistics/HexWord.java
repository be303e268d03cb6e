package dev.usher.core.statistics;

/** Reads eight hexadecimal digits in one go, as they stand in eight bytes. */
final class HexWord {
    /** What is answered where a character is no digit in lower case. */
    static final long NONE = -1;

    private static final long ONES = 0x0101010101010101L;

    private HexWord() {}

    /**
     * The 32 bits that eight digits stand for, the first digit in the word's lowest byte.
     *
     * <p>A letter has bit 6 and is nine more than its low four bits. Written again, the digits must be what was read.
     */
    static long read(long word) {
        long letters = (word >>> 6) & ONES;
        long digits = (word & 0x0F0F0F0F0F0F0F0FL) + 9 * letters;
        long fromTen = ((digits + 6 * ONES) >>> 4) & ONES;
        long written = digits + '0' * ONES + ('a' - '0' - 10) * fromTen;
        if (((written ^ word) | (digits & 0xF0F0F0F0F0F0F0F0L)) != 0) {
            return NONE;
        }
        long pairs = (digits << 4 | digits >>> 8) & 0x00FF00FF00FF00FFL;
        long fours = (pairs | pairs >>> 8) & 0x0000FFFF0000FFFFL;
        return Integer.toUnsignedLong(Integer.reverseBytes((int) (fours | fours >>> 16)));
    }
}
