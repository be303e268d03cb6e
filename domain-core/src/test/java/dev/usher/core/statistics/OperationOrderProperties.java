package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The radix sort of a batch gives the order that the comparison alone would give, rows that are equal as they came. */
class OperationOrderProperties {
    private final long[] highs = new long[60_000];
    private final long[] lows = new long[60_000];
    private final long[] moments = new long[60_000];
    private final long[] devices = new long[60_000];

    @Property(tries = 300)
    void sortsAsTheComparisonDoes(@ForAll("seeds") long seed, @ForAll @IntRange(max = 400) int size) {
        Random random = new Random(seed);
        int tickets = 1 + random.nextInt(20);
        long[] keys = random.longs(tickets).toArray();
        for (int row = 0; row < size; row++) {
            highs[row] = switch (random.nextInt(4)) {
                case 0 -> random.nextLong();
                case 1 -> keys[0] ^ random.nextInt(3);
                default -> keys[random.nextInt(tickets)];
            };
            lows[row] = random.nextInt(5) - 2L;
            moments[row] = random.nextBoolean() ? random.nextLong() : random.nextInt(7) - 3L;
            devices[row] = random.nextInt(3);
        }
        requireSorted(size);
    }

    @Example
    void aHotTicketWithFiftyThousandRowsIsSortedToo() {
        Random random = new Random(3);
        for (int row = 0; row < 50_000; row++) {
            highs[row] = -7;
            lows[row] = 7;
            moments[row] = random.nextInt(30_000);
            devices[row] = random.nextInt(2);
        }
        requireSorted(50_000);
    }

    @Example
    void manyRowsThatCameInReverseAreSortedToo() {
        for (int row = 0; row < 50_000; row++) {
            highs[row] = -row / 1_000;
            lows[row] = 0;
            moments[row] = -row;
            devices[row] = 0;
        }
        requireSorted(50_000);
    }

    private void requireSorted(int size) {
        OperationOrder order = new OperationOrder(highs, lows, moments, devices);
        int[] expected = IntStream.range(0, size)
                .boxed()
                .sorted(this::compare)
                .mapToInt(Integer::intValue)
                .toArray();
        assertThat(order.sort(size)).isEqualTo(expected);
    }

    private int compare(int row, int other) {
        int byHigh = Long.compareUnsigned(highs[row], highs[other]);
        int byLow = Long.compareUnsigned(lows[row], lows[other]);
        int byMoment = Long.compare(moments[row], moments[other]);
        int byKey = byHigh != 0 ? byHigh : byLow;
        int byTicketAndMoment = byKey != 0 ? byKey : byMoment;
        return byTicketAndMoment != 0 ? byTicketAndMoment : Long.compare(devices[row], devices[other]);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }
}
