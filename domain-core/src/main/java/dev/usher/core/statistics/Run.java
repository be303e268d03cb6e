package dev.usher.core.statistics;

import java.util.stream.IntStream;

/**
 * Part of a timeline: entries by time, with the sums of all before at every sixty-fourth.
 *
 * <pre>
 *   times    |t0 .. t63|t64 .. t127|t128 ..        one a entry
 *   changes  |c0 .. c63|c64 .. c127|c128 ..        one a entry, see {@link Changes}
 *   fences   |t0       |t64        |t128           the first time of each stretch of 64, small enough for the cache
 *   sums     |0        |c0+..+c63  |c0+..+c127     sixteen counters a stretch, one cache line
 * </pre>
 *
 * A question finds its stretch by the fences, its place by the times, adds the changes before it to the stretch's sums.
 * Immutable.
 */
final class Run {
    private static final int STRETCH = 64;
    /** How many stretches are worth a task of its own. */
    private static final int TASK = 4096;

    private final long[] times;
    private final short[] changes;
    private final long[] fences;
    private final int[] sums;

    private Run(long[] times, short[] changes, long[] fences, int[] sums) {
        this.times = times;
        this.changes = changes;
        this.fences = fences;
        this.sums = sums;
    }

    /** A run of entries that are in order of time; the arrays become the run's own. */
    static Run of(long[] times, short[] changes) {
        int stretches = (times.length + STRETCH - 1) / STRETCH;
        Run run = new Run(times, changes, new long[stretches], new int[stretches * Counter.LANES]);
        int tasks = (stretches + TASK - 1) / TASK;
        int[][] totals = IntStream.range(0, tasks)
                .parallel()
                .mapToObj(task -> run.sum(task * TASK, Math.min(stretches, (task + 1) * TASK)))
                .toArray(int[][]::new);
        for (int task = 1; task < tasks; task++) {
            for (int lane = 0; lane < Counter.LANES; lane++) {
                totals[task][lane] += totals[task - 1][lane];
            }
        }
        IntStream.range(1, tasks)
                .parallel()
                .forEach(task -> run.raise(task * TASK, Math.min(stretches, (task + 1) * TASK), totals[task - 1]));
        return run;
    }

    /** Fills the fences and sums of some stretches, as if nothing stood before them, and gives the sum of all. */
    private int[] sum(int fromStretch, int toStretch) {
        int[] running = new int[Counter.LANES];
        for (int stretch = fromStretch; stretch < toStretch; stretch++) {
            int from = stretch * STRETCH;
            int to = Math.min(from + STRETCH, times.length);
            fences[stretch] = times[from];
            System.arraycopy(running, 0, sums, stretch * Counter.LANES, Counter.LANES);
            long first = 0;
            long second = 0;
            for (int index = from; index < to; index++) {
                first += Changes.first(changes[index]);
                second += Changes.second(changes[index]);
            }
            Changes.addSteps(first, second, to - from, running);
        }
        return running;
    }

    /** Adds what stands before them to the sums of some stretches. */
    private void raise(int fromStretch, int toStretch, int[] before) {
        for (int at = fromStretch * Counter.LANES; at < toStretch * Counter.LANES; at += Counter.LANES) {
            for (int lane = 0; lane < Counter.LANES; lane++) {
                sums[at + lane] += before[lane];
            }
        }
    }

    int size() {
        return times.length;
    }

    /** How much memory it takes, in bytes. */
    long bytes() {
        return times.length * 10L + fences.length * 8L + sums.length * 4L + 128;
    }

    /**
     * Adds what the entries up to an instant, itself included, change.
     *
     * @return the time of the last of them; Long.MIN_VALUE when there is none
     */
    long addUpTo(long instant, long[] counters) {
        int stretch = stretchOf(instant);
        if (stretch < 0) {
            return Long.MIN_VALUE;
        }
        // The sums first: so they come from memory while the times and changes do, not after them.
        int line = stretch * Counter.LANES;
        for (int lane = 0; lane < Counter.LANES; lane++) {
            counters[lane] += sums[line + lane];
        }
        int from = stretch * STRETCH;
        int to = Math.min(from + STRETCH, times.length);
        int end = from + 1;
        long first = Changes.first(changes[from]);
        long second = Changes.second(changes[from]);
        while (end < to && times[end] <= instant) {
            first += Changes.first(changes[end]);
            second += Changes.second(changes[end]);
            end++;
        }
        for (int lane = 0; lane < Counter.LANES; lane++) {
            counters[lane] += Changes.step(first, second, lane, end - from);
        }
        return times[end - 1];
    }

    /** The last stretch that begins no later than the instant; -1 when none does. */
    private int stretchOf(long instant) {
        int least = 0;
        int most = fences.length;
        while (least < most) {
            int middle = (least + most) >>> 1;
            if (fences[middle] <= instant) {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        return least - 1;
    }

    /** Both runs as one. */
    Run merge(Run other) {
        int size = Math.addExact(times.length, other.times.length);
        long[] mergedTimes = new long[size];
        short[] mergedChanges = new short[size];
        int left = 0;
        int right = 0;
        for (int at = 0; at < size; at++) {
            boolean takeLeft =
                    right == other.times.length || (left < times.length && times[left] <= other.times[right]);
            if (takeLeft) {
                mergedTimes[at] = times[left];
                mergedChanges[at] = changes[left++];
            } else {
                mergedTimes[at] = other.times[right];
                mergedChanges[at] = other.changes[right++];
            }
        }
        return of(mergedTimes, mergedChanges);
    }
}
