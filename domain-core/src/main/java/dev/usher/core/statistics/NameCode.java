package dev.usher.core.statistics;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * Names as bytes.
 *
 * <pre>
 *  | length in bytes u16 | UTF-8 |   or   | 0xFFFF | the 16 bytes of a UUID written in lower case |
 * </pre>
 */
final class NameCode {
    private static final int MARK_BYTES = 2;
    private static final int UUID_MARK = 0xFFFF;
    private static final int UUID_BYTES = 2 * Long.BYTES;
    private static final int UUID_LENGTH = 36;

    /** What each character stands for as a hexadecimal digit in lower case, -1 for nothing. */
    private static final byte[] DIGITS = new byte[128];

    static {
        Arrays.fill(DIGITS, (byte) -1);
        for (int digit = 0; digit < 16; digit++) {
            DIGITS[Character.forDigit(digit, 16)] = (byte) digit;
        }
    }

    private NameCode() {}

    static void write(CharSequence name, Output output) {
        if (name instanceof AsciiText ascii) {
            write(ascii, output);
        } else {
            write(name.toString(), output);
        }
    }

    private static void write(AsciiText name, Output output) {
        if (name.length() == UUID_LENGTH && hasDashes(name)) {
            long first = HexWord.read(name.word(0));
            long second = HexWord.read(fours(name.word(9), name.word(14)));
            long third = HexWord.read(fours(name.word(19), name.word(24)));
            long fourth = HexWord.read(name.word(28));
            if ((first | second | third | fourth) >= 0) {
                output.putShort(UUID_MARK);
                output.putLong(first << 32 | second);
                output.putLong(third << 32 | fourth);
                return;
            }
        }
        output.putShort(name.length());
        name.writeTo(output);
    }

    /** The first four characters of each of two words. */
    private static long fours(long word, long next) {
        return (word & 0xFFFFFFFFL) | next << 32;
    }

    private static void write(String name, Output output) {
        if (name.length() == UUID_LENGTH && hasDashes(name)) {
            long first = hexadecimal(name, 0, 8);
            long second = hexadecimal(name, 9, 4);
            long third = hexadecimal(name, 14, 4);
            long fourth = hexadecimal(name, 19, 4);
            long fifth = hexadecimal(name, 24, 12);
            if ((first | second | third | fourth | fifth) >= 0) {
                output.putShort(UUID_MARK);
                output.putLong(first << 32 | second << 16 | third);
                output.putLong(fourth << 48 | fifth);
                return;
            }
        }
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        output.putShort(text.length);
        output.putBytes(text, 0, text.length);
    }

    /** Where the name that begins at a byte ends, exclusive. */
    static int end(byte[] bytes, int at) {
        int length = length(bytes, at);
        return at + MARK_BYTES + (length == UUID_MARK ? UUID_BYTES : length);
    }

    static String read(byte[] bytes, int at) {
        int text = at + MARK_BYTES;
        int length = length(bytes, at);
        return length == UUID_MARK
                ? new UUID(Bits.getLong(bytes, text), Bits.getLong(bytes, text + Long.BYTES)).toString()
                : new String(bytes, text, length, StandardCharsets.UTF_8);
    }

    private static int length(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    private static boolean hasDashes(CharSequence name) {
        return name.charAt(8) == '-' && name.charAt(13) == '-' && name.charAt(18) == '-' && name.charAt(23) == '-';
    }

    /** The number these digits stand for; negative when one is none. A table, because random digits defeat branches. */
    private static long hexadecimal(String name, int from, int digits) {
        long value = 0;
        for (int at = from; at < from + digits; at++) {
            value = value << 4 | DIGITS[Math.min(name.charAt(at), DIGITS.length - 1)];
        }
        return value;
    }
}
