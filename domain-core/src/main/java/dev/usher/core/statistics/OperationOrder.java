package dev.usher.core.statistics;

/**
 * Sorts the rows of a batch by ticket key, moment and device, moving row numbers instead of rows.
 *
 * <p>Two passes of a radix sort by the first 22 bits of the key, which are as good as random, leave short stretches; each
 * is finished by insertion, or by merging where one ticket fills a long stretch. Few rows are one such stretch from the
 * start.
 */
final class OperationOrder {
    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;
    private static final int SHORT = 24;

    private final long[] highs;
    private final long[] lows;
    private final long[] moments;
    private final long[] devices;

    OperationOrder(long[] highs, long[] lows, long[] moments, long[] devices) {
        this.highs = highs;
        this.lows = lows;
        this.moments = moments;
        this.devices = devices;
    }

    /** The numbers of the first {@code count} rows, in order. */
    int[] sort(int count) {
        int[] rows = new int[count];
        for (int row = 0; row < count; row++) {
            rows[row] = row;
        }
        int[] spare = new int[count];
        if (count <= DIGITS) {
            sort(rows, spare, 0, count);
            return rows;
        }
        distribute(rows, spare, Long.SIZE - 2 * DIGIT_BITS);
        distribute(spare, rows, Long.SIZE - DIGIT_BITS);
        int from = 0;
        while (from < count) {
            long prefix = prefix(rows[from]);
            int to = from + 1;
            while (to < count && prefix(rows[to]) == prefix) {
                to++;
            }
            sort(rows, spare, from, to);
            from = to;
        }
        return rows;
    }

    private long prefix(int row) {
        return highs[row] >>> (Long.SIZE - 2 * DIGIT_BITS);
    }

    private void distribute(int[] from, int[] to, int shift) {
        int[] starts = new int[DIGITS + 1];
        for (int row : from) {
            starts[1 + digit(row, shift)]++;
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            starts[digit + 1] += starts[digit];
        }
        for (int row : from) {
            to[starts[digit(row, shift)]++] = row;
        }
    }

    private int digit(int row, int shift) {
        return (int) (highs[row] >>> shift) & (DIGITS - 1);
    }

    private void sort(int[] rows, int[] spare, int from, int to) {
        if (to - from <= SHORT) {
            insert(rows, from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(rows, spare, from, middle);
        sort(rows, spare, middle, to);
        if (compare(rows[middle - 1], rows[middle]) <= 0) {
            return;
        }
        System.arraycopy(rows, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            rows[at] = right < to && compare(rows[right], spare[left]) < 0 ? rows[right++] : spare[left++];
        }
    }

    private void insert(int[] rows, int from, int to) {
        for (int next = from + 1; next < to; next++) {
            int row = rows[next];
            int at = next;
            while (at > from && compare(row, rows[at - 1]) < 0) {
                rows[at] = rows[at - 1];
                at--;
            }
            rows[at] = row;
        }
    }

    int compare(int row, int other) {
        if (highs[row] != highs[other]) {
            return Long.compareUnsigned(highs[row], highs[other]);
        }
        if (lows[row] != lows[other]) {
            return Long.compareUnsigned(lows[row], lows[other]);
        }
        if (moments[row] != moments[other]) {
            return Long.compare(moments[row], moments[other]);
        }
        return Long.compare(devices[row], devices[other]);
    }
}
