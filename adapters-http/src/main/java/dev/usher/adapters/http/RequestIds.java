package dev.usher.adapters.http;

import io.netty.util.AsciiString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Makes ids for requests that bring none: a part that differs from process to process, and a count. */
final class RequestIds {
    private static final int MOST_DIGITS = 16;

    /** The part that all ids of this process begin with, in ASCII. */
    private final byte[] process;

    private final AtomicLong count = new AtomicLong();

    RequestIds(RandomGenerator chance) {
        this.process = (HexFormat.of().toHexDigits(chance.nextLong()) + '-').getBytes(StandardCharsets.US_ASCII);
    }

    /** A new id, as bytes that go into an answer's header as they are. */
    CharSequence next() {
        long number = count.incrementAndGet();
        int digits = MOST_DIGITS - Long.numberOfLeadingZeros(number) / Integer.BYTES;
        byte[] id = Arrays.copyOf(process, process.length + digits);
        for (int at = id.length - 1; at >= process.length; at--) {
            id[at] = (byte) HexFormat.of().toLowHexDigit((int) number);
            number >>>= Integer.BYTES;
        }
        return new AsciiString(id, false);
    }
}
