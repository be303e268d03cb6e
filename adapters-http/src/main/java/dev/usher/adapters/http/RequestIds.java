package dev.usher.adapters.http;

import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Makes ids for requests that bring none: a part drawn by chance, and a count. For one event loop's thread, so that two
 * loops share nothing that either writes.
 */
final class RequestIds {
    private static final int MOST_DIGITS = 16;

    /** The part that all ids of this event loop begin with, in ASCII. */
    private final byte[] drawn;

    private long count;

    RequestIds(RandomGenerator chance) {
        this.drawn = (HexFormat.of().toHexDigits(chance.nextLong()) + '-').getBytes(StandardCharsets.US_ASCII);
    }

    /** A new id, as bytes that go into an answer's header as they are. */
    CharSequence next() {
        long number = ++count;
        int digits = MOST_DIGITS - Long.numberOfLeadingZeros(number) / Integer.BYTES;
        byte[] id = Arrays.copyOf(drawn, drawn.length + digits);
        for (int at = id.length - 1; at >= drawn.length; at--) {
            id[at] = (byte) HexFormat.of().toLowHexDigit((int) number);
            number >>>= Integer.BYTES;
        }
        return new AsciiString(id, false);
    }
}
