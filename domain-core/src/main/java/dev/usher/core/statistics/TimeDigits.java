package dev.usher.core.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers instants so that a later one never has the lesser number, and entries spread over the numbers.
 *
 * <p>The span is that of a sample without its outermost hundredths: a few instants far away (year 1, year 9999) get the
 * first and the last number instead of stretching the span.
 *
 * @param least the instant at which the first number begins, in microseconds since 1970
 * @param shift how many low bits make no difference
 * @param count how many numbers there are
 */
record TimeDigits(long least, int shift, int count) {
    /** About how many entries a number has: they are sorted in the cache. */
    private static final int ENTRIES_BITS = 14;

    private static final int MOST_BITS = 11;
    private static final int SAMPLE = 1024;

    /** Numbers fit for the entries of these parts, of which there are so many in all. */
    static TimeDigits of(List<Entries> parts, long size) {
        int bits = Math.min(MOST_BITS, Bits.width(size >>> ENTRIES_BITS));
        if (bits == 0) {
            return new TimeDigits(0, 0, 1);
        }
        long[] sample = sample(parts, size / SAMPLE);
        long least = sample[sample.length / 100];
        long greatest = sample[sample.length - 1 - sample.length / 100];
        int shift = Math.max(0, Bits.width(greatest - least) - bits);
        return new TimeDigits(least, shift, 1 << bits);
    }

    private static long[] sample(List<Entries> parts, long step) {
        long[] sample = new long[SAMPLE + parts.size()];
        int taken = 0;
        for (Entries part : parts) {
            for (long index = 0; index < part.size() && taken < sample.length; index += step) {
                sample[taken++] = part.time((int) index);
            }
        }
        sample = Arrays.copyOf(sample, taken);
        Arrays.sort(sample);
        return sample;
    }

    /** The number of an instant. */
    int of(long time) {
        return (int) Math.max(0, Math.min((time - least) >> shift, count - 1L));
    }
}
