package dev.usher.core.statistics;

import java.nio.charset.StandardCharsets;

/**
 * A text of ASCII characters from U+0001 to U+007F that stands somewhere in an array of bytes, looked at where it stands.
 *
 * <p>It makes an object for no row of a file: one serves for all values of a column, moved from row to row. So it means
 * something only until it is moved or its bytes change; who wants to keep the text keeps its {@link #toString}.
 */
public final class AsciiText implements CharSequence {
    private final byte[] bytes;
    private int from;
    private int length;

    /**
     * The empty text, to be moved over these bytes.
     *
     * @param bytes not copied
     */
    public AsciiText(byte[] bytes) {
        this.bytes = bytes;
    }

    /** From now on it is the text of this stretch, every byte of which must be from 1 to 127. */
    public void moveTo(int start, int end) {
        from = start;
        length = end - start;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return (char) bytes[from + index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return toString().subSequence(start, end);
    }

    @Override
    public String toString() {
        return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
    }

    /** A copy that does not move. */
    public static AsciiText copyOf(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        AsciiText copy = new AsciiText(bytes);
        copy.moveTo(0, bytes.length);
        return copy;
    }

    /** True when it has the same characters. */
    public boolean isSame(AsciiText other) {
        if (length != other.length) {
            return false;
        }
        if (length < Long.BYTES) {
            return isSameBelowEight(other);
        }
        for (int at = 0; at < length - Long.BYTES; at += Long.BYTES) {
            if (word(at) != other.word(at)) {
                return false;
            }
        }
        return word(length - Long.BYTES) == other.word(length - Long.BYTES);
    }

    private boolean isSameBelowEight(AsciiText other) {
        for (int at = 0; at < length; at++) {
            if (bytes[from + at] != other.bytes[other.from + at]) {
                return false;
            }
        }
        return true;
    }

    /** Eight characters from that place, the first in the lowest byte; there must be so many. */
    long word(int at) {
        return Bits.getLong(bytes, from + at);
    }

    void writeTo(Output output) {
        output.putBytes(bytes, from, length);
    }
}
