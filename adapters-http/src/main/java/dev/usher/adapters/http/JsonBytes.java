package dev.usher.adapters.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes JSON straight into UTF-8 bytes, for answers that are made many thousand times a second.
 *
 * <p>Commas are put where they belong; that names and values alternate is the caller's part. Half of a surrogate pair is
 * written as U+FFFD. For one thread.
 */
public final class JsonBytes {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    /** {@code 00} to {@code 99}. */
    private static final byte[] PAIRS = IntStream.range(100, 200)
            .mapToObj(Integer::toString)
            .map(text -> text.substring(1))
            .collect(Collectors.joining())
            .getBytes(StandardCharsets.US_ASCII);

    /** 1, 10, 100 and so on, up to the last that fits. */
    private static final int[] POWERS_OF_TEN =
            IntStream.iterate(1, power -> power * 10).limit(10).toArray();

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final int LONGEST_NUMBER = 20;
    private static final int MOST_BYTES_A_CHARACTER = 6;

    private byte[] bytes;
    private int length;
    private boolean comma;

    public JsonBytes(int expectedBytes) {
        this.bytes = new byte[expectedBytes];
    }

    /** A member's name as it is written, quoted and with its colon, to be kept as a constant; the text is plain ASCII. */
    public static byte[] name(String name) {
        return ('"' + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    public JsonBytes beginObject() {
        return begin('{');
    }

    public JsonBytes endObject() {
        return end('}');
    }

    public JsonBytes beginArray() {
        return begin('[');
    }

    public JsonBytes endArray() {
        return end(']');
    }

    /** A member's name made by {@link #name(String)}. */
    public JsonBytes member(byte[] name) {
        separate(name.length);
        raw(name);
        comma = false;
        return this;
    }

    /** A member's name that may be any text. */
    public JsonBytes member(String name) {
        text(name);
        reserve(1);
        raw((byte) ':');
        comma = false;
        return this;
    }

    /** A member of the name made by {@link #name(String)} that is a number: both in one go, for answers are full of them. */
    public JsonBytes member(byte[] name, long number) {
        reserve(name.length + LONGEST_NUMBER + 1);
        int at = length;
        if (comma) {
            bytes[at++] = ',';
        }
        System.arraycopy(name, 0, bytes, at, name.length);
        length = at + name.length;
        write(number);
        comma = true;
        return this;
    }

    public JsonBytes text(String text) {
        int characters = text.length();
        separate(characters + 2);
        raw((byte) '"');
        int plain = plain(text);
        if (plain < characters) {
            reserve((characters - plain) * MOST_BYTES_A_CHARACTER + 1);
        }
        for (int at = plain; at < characters; at++) {
            char character = text.charAt(at);
            if (character < 0x80) {
                ascii(character);
            } else if (Character.isHighSurrogate(character)
                    && at + 1 < characters
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
                fourBytes(Character.toCodePoint(character, text.charAt(at)));
            } else {
                twoOrThreeBytes(Character.isSurrogate(character) ? 0xFFFD : character);
            }
        }
        raw((byte) '"');
        comma = true;
        return this;
    }

    public JsonBytes number(long number) {
        separate(LONGEST_NUMBER);
        write(number);
        comma = true;
        return this;
    }

    public JsonBytes flag(boolean set) {
        byte[] word = set ? TRUE : FALSE;
        separate(word.length);
        raw(word);
        comma = true;
        return this;
    }

    public JsonBytes nothing() {
        separate(NULL.length);
        raw(NULL);
        comma = true;
        return this;
    }

    /** Forgets what was written, and begins again in the same memory. */
    JsonBytes begin() {
        length = 0;
        comma = false;
        return this;
    }

    /** What was written. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private JsonBytes begin(char bracket) {
        separate(1);
        raw((byte) bracket);
        comma = false;
        return this;
    }

    private JsonBytes end(char bracket) {
        reserve(1);
        raw((byte) bracket);
        comma = true;
        return this;
    }

    /** Makes room for a value, and writes the comma before it where one belongs. */
    private void separate(int coming) {
        reserve(coming + 2);
        if (comma) {
            raw((byte) ',');
        }
    }

    private void reserve(int more) {
        int needed = Math.addExact(length, more);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
        }
    }

    private void raw(byte one) {
        bytes[length++] = one;
    }

    private void raw(byte[] many) {
        System.arraycopy(many, 0, bytes, length, many.length);
        length += many.length;
    }

    /** There must be room. Most numbers are counts of tickets: for what an int holds, divisions are cheaper. */
    private void write(long number) {
        if (number >= 0 && number <= Integer.MAX_VALUE) {
            digits((int) number);
        } else {
            raw(Long.toString(number).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Two digits at a time, because each costs a division. */
    private void digits(int number) {
        int digits = digitsOf(number);
        int at = length + digits;
        int rest = number;
        while (rest >= 10) {
            int pair = rest % 100 * 2;
            rest /= 100;
            bytes[--at] = PAIRS[pair + 1];
            bytes[--at] = PAIRS[pair];
        }
        if (at > length) {
            bytes[--at] = (byte) ('0' + rest);
        }
        length += digits;
    }

    /** How many digits a number has: log 10 is log 2 times 1233 / 4096, or one less. */
    private static int digitsOf(int number) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(number | 1);
        int guess = (bits * 1233) >> 12;
        return number < POWERS_OF_TEN[guess] ? Math.max(1, guess) : guess + 1;
    }

    /** Writes the characters up to the first that is more than one byte or needs an escape; gives how many they are. */
    private int plain(String text) {
        int characters = text.length();
        int at = 0;
        while (at < characters && isPlain(text.charAt(at))) {
            bytes[length + at] = (byte) text.charAt(at);
            at++;
        }
        length += at;
        return at;
    }

    private static boolean isPlain(char character) {
        return character >= 0x20 && character < 0x7F && character != '"' && character != '\\';
    }

    private void ascii(char character) {
        switch (character) {
            case '"', '\\' -> {
                raw((byte) '\\');
                raw((byte) character);
            }
            case '\n' -> escaped('n');
            case '\r' -> escaped('r');
            case '\t' -> escaped('t');
            default -> {
                if (character < 0x20 || character == 0x7F) {
                    escaped('u');
                    raw((byte) '0');
                    raw((byte) '0');
                    raw(HEX[character >> 4]);
                    raw(HEX[character & 0xF]);
                } else {
                    raw((byte) character);
                }
            }
        }
    }

    private void escaped(char letter) {
        raw((byte) '\\');
        raw((byte) letter);
    }

    private void twoOrThreeBytes(int point) {
        if (point < 0x800) {
            raw((byte) (0xC0 | (point >> 6)));
        } else {
            raw((byte) (0xE0 | (point >> 12)));
            raw((byte) (0x80 | ((point >> 6) & 0x3F)));
        }
        raw((byte) (0x80 | (point & 0x3F)));
    }

    private void fourBytes(int point) {
        raw((byte) (0xF0 | (point >> 18)));
        raw((byte) (0x80 | ((point >> 12) & 0x3F)));
        raw((byte) (0x80 | ((point >> 6) & 0x3F)));
        raw((byte) (0x80 | (point & 0x3F)));
    }
}
