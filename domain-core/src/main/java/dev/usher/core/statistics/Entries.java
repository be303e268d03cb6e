package dev.usher.core.statistics;

import java.util.Arrays;

/** Entries of a timeline under construction, in any order: when, and which change. */
final class Entries {
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

    long time(int index) {
        return times[index];
    }

    /** How many entries each digit of time has. */
    int[] count(TimeDigits digits) {
        int[] counts = new int[digits.count()];
        for (int index = 0; index < size; index++) {
            counts[digits.of(times[index])]++;
        }
        return counts;
    }

    /** Puts each entry behind those of its digit; afterwards nothing is left here. */
    void distribute(TimeDigits digits, int[] starts, long[] toTimes, short[] toChanges) {
        for (int index = 0; index < size; index++) {
            int to = starts[digits.of(times[index])]++;
            toTimes[to] = times[index];
            toChanges[to] = changes[index];
        }
        times = new long[0];
        changes = new short[0];
        size = 0;
    }
}
