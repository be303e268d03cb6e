package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** A run of entries from several parts counts as adding them up one by one does, however their times are spread. */
class EntrySortProperties {
    private static final long YEAR_1 = -62_135_596_800_000_000L;
    private static final long YEAR_9999 = 253_402_300_799_999_999L;

    private enum Spread {
        EVEN,
        EQUAL,
        CLUSTERED,
        FAR_AWAY,
        EXTREME
    }

    @Property(tries = 150)
    void countsAsAddingUpOneByOneDoes(
            @ForAll long seed,
            @ForAll Spread spread,
            @ForAll("sizes") int size,
            @ForAll @IntRange(min = 1, max = 7) int partCount) {
        SplittableRandom random = new SplittableRandom(seed);
        LongSupplier instants = instants(random, spread);
        List<Entries> parts = new ArrayList<>();
        for (int part = 0; part < partCount; part++) {
            parts.add(new Entries(0));
        }
        TreeMap<Long, int[]> stepsAt = new TreeMap<>();
        for (int entry = 0; entry < size; entry++) {
            long time = instants.getAsLong();
            short change = (short) random.nextInt(Changes.count());
            parts.get(random.nextInt(partCount)).add(time, change);
            int[] steps = stepsAt.computeIfAbsent(time, absent -> new int[Counter.LANES]);
            for (int lane = 0; lane < Counter.LANES; lane++) {
                steps[lane] += Changes.step(Changes.first(change), Changes.second(change), lane, 1);
            }
        }
        Run run = EntrySort.run(parts);
        assertThat(run.size()).isEqualTo(size);
        requireSums(run, stepsAt);
    }

    private static void requireSums(Run run, SortedMap<Long, int[]> stepsAt) {
        long[] sums = new long[Counter.LANES];
        long before = Long.MIN_VALUE;
        for (var steps : stepsAt.entrySet()) {
            long time = steps.getKey();
            requireSums(run, time - 1, before, sums);
            for (int lane = 0; lane < Counter.LANES; lane++) {
                sums[lane] += steps.getValue()[lane];
            }
            requireSums(run, time, time, sums);
            before = time;
        }
        requireSums(run, Long.MAX_VALUE, before, sums);
    }

    private static void requireSums(Run run, long instant, long last, long[] sums) {
        long[] counters = new long[Counter.LANES];
        long found = run.addUpTo(instant, counters);
        if (found != last || !Arrays.equals(counters, sums)) {
            assertThat(found).as("last entry as of %d", instant).isEqualTo(last);
            assertThat(counters).as("sums as of %d", instant).isEqualTo(sums);
        }
    }

    private static LongSupplier instants(SplittableRandom random, Spread spread) {
        long start = random.nextLong(1_000_000_000_000_000L);
        return switch (spread) {
            case EVEN -> () -> start + random.nextLong(10_000_000_000_000L);
            case EQUAL -> () -> start;
            case CLUSTERED -> () -> start + random.nextInt(3) * 1_000_000_000_000L + random.nextInt(50);
            case FAR_AWAY ->
                () -> random.nextInt(500) > 0
                        ? start + random.nextInt(1_000_000)
                        : random.nextBoolean() ? YEAR_1 : YEAR_9999;
            case EXTREME -> () -> random.nextBoolean() ? Moment.EARLIEST : Moment.LATEST;
        };
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(1, 300)),
                Tuple.of(2, Arbitraries.integers().between(10_000, 100_000)),
                Tuple.of(1, Arbitraries.integers().between(300_000, 400_000)));
    }
}
