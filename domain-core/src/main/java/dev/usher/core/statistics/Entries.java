package dev.usher.core.statistics;

import java.util.Arrays;

/** Entries of a timeline under construction, in any order: when, and which change. */
final class Entries {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int FEW = 48;

    private long[] times;
    private short[] changes;
    private int size;

    Entries(int expected) {
        times = new long[Math.max(16, expected)];
        changes = new short[Math.max(16, expected)];
    }

    void add(long time, short change) {
        if (size == times.length) {
            int capacity = (int) Math.min(Integer.MAX_VALUE - 8L, size * 3L / 2);
            times = Arrays.copyOf(times, capacity);
            changes = Arrays.copyOf(changes, capacity);
        }
        times[size] = time;
        changes[size++] = change;
    }

    /** Adds a change so many times. */
    void add(long time, short change, int count) {
        for (int index = 0; index < count; index++) {
            add(time, change);
        }
    }

    int size() {
        return size;
    }

    /** The entries by time, as a run. Afterwards this is used up. */
    Run toRun() {
        times = Arrays.copyOf(times, size);
        changes = Arrays.copyOf(changes, size);
        if (size <= FEW) {
            insert();
        } else {
            distribute();
        }
        return Run.of(times, changes);
    }

    private void insert() {
        for (int next = 1; next < size; next++) {
            long time = times[next];
            short change = changes[next];
            int at = next;
            while (at > 0 && times[at - 1] > time) {
                times[at] = times[at - 1];
                changes[at] = changes[at - 1];
                at--;
            }
            times[at] = time;
            changes[at] = change;
        }
    }

    /** Radix sort, least digit first, over as many digits as the span of times has. */
    private void distribute() {
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (long time : times) {
            least = Math.min(least, time);
            greatest = Math.max(greatest, time);
        }
        int width = Bits.width(greatest - least);
        long[] spareTimes = new long[size];
        short[] spareChanges = new short[size];
        for (int shift = 0; shift < width; shift += DIGIT_BITS) {
            int[] starts = new int[DIGITS + 1];
            for (long time : times) {
                starts[1 + digit(time - least, shift)]++;
            }
            for (int digit = 0; digit < DIGITS; digit++) {
                starts[digit + 1] += starts[digit];
            }
            for (int index = 0; index < size; index++) {
                int to = starts[digit(times[index] - least, shift)]++;
                spareTimes[to] = times[index];
                spareChanges[to] = changes[index];
            }
            long[] sortedTimes = spareTimes;
            short[] sortedChanges = spareChanges;
            spareTimes = times;
            spareChanges = changes;
            times = sortedTimes;
            changes = sortedChanges;
        }
    }

    private static int digit(long number, int shift) {
        return (int) (number >>> shift) & (DIGITS - 1);
    }
}
