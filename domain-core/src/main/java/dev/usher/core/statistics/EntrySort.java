package dev.usher.core.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Brings entries into order of time.
 *
 * <pre>
 *   parts    |9 2 5 ..|7 1 8 ..|       as they were replayed
 *   buckets  |2 1 |5 |9 7 8 |          each entry behind those of its {@link TimeDigits}: two passes over all
 *   sorted   |1 2 |5 |7 8 9 |          bucket by bucket, in the cache
 * </pre>
 *
 * Parts, and then buckets, are independent of one another and are worked on side by side, in the common pool. One bucket
 * is sorted by distributing it over as many digits as it has entries and a pass of insertion; where many entries share a
 * digit, these are distributed again first.
 */
final class EntrySort {
    private static final int FEW = 24;
    private static final int MOST_BITS = 14;
    /** How many entries are worth a task of its own. */
    private static final int TASK = 1 << 17;

    private final long[] times;
    private final short[] changes;
    private final int size;

    private EntrySort(int size) {
        this.size = size;
        times = new long[size];
        changes = new short[size];
    }

    /** All entries of the parts, which are empty afterwards, as one run. */
    static Run run(List<Entries> parts) {
        long size = parts.stream().mapToLong(Entries::size).sum();
        EntrySort sort = new EntrySort(Math.toIntExact(size));
        int[] ends = sort.distribute(parts, TimeDigits.of(parts, size));
        sort.sortBuckets(ends);
        return Run.of(sort.times, sort.changes);
    }

    /** Fills the buckets and says where each ends. */
    private int[] distribute(List<Entries> parts, TimeDigits digits) {
        List<int[]> starts =
                parts.parallelStream().map(part -> part.count(digits)).toList();
        int[] ends = new int[digits.count()];
        int end = 0;
        for (int digit = 0; digit < ends.length; digit++) {
            for (int[] start : starts) {
                int count = start[digit];
                start[digit] = end;
                end += count;
            }
            ends[digit] = end;
        }
        IntStream.range(0, parts.size())
                .parallel()
                .forEach(part -> parts.get(part).distribute(digits, starts.get(part), times, changes));
        return ends;
    }

    /** Sorts all buckets; those that end within the same stretch of entries are one task. */
    private void sortBuckets(int[] ends) {
        IntStream.rangeClosed(0, size / TASK).parallel().forEach(task -> {
            long[] spareTimes = new long[0];
            short[] spareChanges = new short[0];
            for (int bucket = 0; bucket < ends.length; bucket++) {
                if (ends[bucket] / TASK == task) {
                    int from = bucket == 0 ? 0 : ends[bucket - 1];
                    if (ends[bucket] - from > spareTimes.length) {
                        spareTimes = new long[ends[bucket] - from];
                        spareChanges = new short[ends[bucket] - from];
                    }
                    sort(from, ends[bucket], spareTimes, spareChanges);
                }
            }
        });
    }

    private void sort(int from, int to, long[] spareTimes, short[] spareChanges) {
        if (to - from > FEW) {
            distribute(from, to, spareTimes, spareChanges);
        }
        insert(from, to);
    }

    /** Brings entries so near to their places that insertion is quick. */
    private void distribute(int from, int to, long[] spareTimes, short[] spareChanges) {
        long least = Long.MAX_VALUE;
        long greatest = Long.MIN_VALUE;
        for (int index = from; index < to; index++) {
            least = Math.min(least, times[index]);
            greatest = Math.max(greatest, times[index]);
        }
        int width = Bits.width(greatest - least);
        int shift = Math.max(0, width - Math.min(MOST_BITS, Bits.width(to - from)));
        int[] starts = new int[(int) ((greatest - least) >>> shift) + 2];
        for (int index = from; index < to; index++) {
            starts[1 + (int) ((times[index] - least) >>> shift)]++;
        }
        for (int digit = 1; digit < starts.length; digit++) {
            starts[digit] += starts[digit - 1];
        }
        for (int index = from; index < to; index++) {
            int at = starts[(int) ((times[index] - least) >>> shift)]++;
            spareTimes[at] = times[index];
            spareChanges[at] = changes[index];
        }
        System.arraycopy(spareTimes, 0, times, from, to - from);
        System.arraycopy(spareChanges, 0, changes, from, to - from);
        for (int digit = 0; shift > 0 && digit < starts.length - 1; digit++) {
            int start = digit == 0 ? 0 : starts[digit - 1];
            if (starts[digit] - start > FEW) {
                distribute(from + start, from + starts[digit], spareTimes, spareChanges);
            }
        }
    }

    private void insert(int from, int to) {
        for (int next = from + 1; next < to; next++) {
            long time = times[next];
            if (times[next - 1] <= time) {
                continue;
            }
            short change = changes[next];
            int at = next;
            do {
                times[at] = times[at - 1];
                changes[at] = changes[at - 1];
                at--;
            } while (at > from && times[at - 1] > time);
            times[at] = time;
            changes[at] = change;
        }
    }
}
