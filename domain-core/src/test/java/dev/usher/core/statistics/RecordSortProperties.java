package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The radix sort of records gives the order that a plain stable sort gives, in whatever order and number they came. */
class RecordSortProperties {

    @Property(tries = 300)
    void sortsAsTheComparisonDoes(
            @ForAll long seed,
            @ForAll @IntRange(max = 1_500) int size,
            @ForAll @IntRange(min = 1, max = 4) int compared) {
        Random random = new Random(seed);
        long[] keys = random.longs(1 + random.nextInt(20)).toArray();
        requireSorted(new RecordSort(5, compared), compared, size, record -> new long[] {
            switch (random.nextInt(4)) {
                case 0 -> random.nextLong();
                case 1 -> keys[0] ^ random.nextInt(3);
                case 2 -> keys[0] ^ (1L << random.nextInt(64));
                default -> keys[random.nextInt(keys.length)];
            },
            random.nextInt(5) - 2L,
            random.nextBoolean() ? random.nextLong() : random.nextInt(7) - 3L,
            random.nextInt(3),
            record
        });
    }

    @Example
    void isUsedAgainForMoreAndForFewer() {
        RecordSort sort = new RecordSort(2, 1);
        Random random = new Random(5);
        for (int size : new int[] {10, 3_000, 0, 1, 70_000, 300, 2}) {
            requireSorted(sort, 1, size, record -> new long[] {random.nextLong(), record});
        }
    }

    @Example
    void aHotTicketWithFiftyThousandRowsIsSortedToo() {
        Random random = new Random(3);
        requireSorted(new RecordSort(4, 4), 4, 50_000, record -> new long[] {
            random.nextInt(10) == 0 ? random.nextLong() : -7, 7, random.nextInt(30_000), random.nextInt(2)
        });
    }

    @Example
    void manyRowsThatCameInReverseAreSortedToo() {
        requireSorted(new RecordSort(3, 3), 3, 50_000, record -> new long[] {-record / 1_000, 0, 100_000L - record});
    }

    private static void requireSorted(RecordSort sort, int compared, int size, IntFunction<long[]> record) {
        long[][] expected = new long[size][];
        Arrays.setAll(expected, record);
        long[] records = Arrays.stream(expected).flatMapToLong(Arrays::stream).toArray();
        sort.sort(records, size);
        Arrays.sort(expected, (one, other) -> compare(one, other, compared));
        assertThat(records)
                .isEqualTo(Arrays.stream(expected).flatMapToLong(Arrays::stream).toArray());
    }

    private static int compare(long[] one, long[] other, int compared) {
        for (int place = 0; place < compared; place++) {
            int byPlace = Long.compareUnsigned(one[place], other[place]);
            if (byPlace != 0) {
                return byPlace;
            }
        }
        return 0;
    }
}
