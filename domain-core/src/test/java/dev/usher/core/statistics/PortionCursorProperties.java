package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However the keys are cut into portions and ranges, they hold all operations: in order, each once, recorded first. */
class PortionCursorProperties {
    private record Operation(long high, long low, long moment, long device) implements Comparable<Operation> {
        private static final Comparator<Operation> ORDER = Comparator.comparing(Operation::high, Long::compareUnsigned)
                .thenComparing(Operation::low, Long::compareUnsigned)
                .thenComparing(Operation::moment)
                .thenComparing(Operation::device);

        @Override
        public int compareTo(Operation other) {
            return ORDER.compare(this, other);
        }
    }

    @Property(tries = 300)
    void portionsAndRangesHoldEachOperationOnceAndInOrder(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 6) int blockCount,
            @ForAll @IntRange(min = 1, max = 2_000) int most,
            @ForAll @IntRange(max = 12) int bits,
            @ForAll @IntRange(max = 3) int rangeBits,
            @ForAll boolean sliced) {
        RandomGenerator random = new SplittableRandom(seed);
        List<Operation> pool = pool(random, most);
        TreeMap<Operation, Long> expected = new TreeMap<>();
        List<OperationBlock> blocks = new ArrayList<>();
        for (int block = 0; block < blockCount; block++) {
            blocks.add(block(random, pool, most, expected));
        }
        TreeMap<Operation, Long> walked = new TreeMap<>();
        List<Operation> order = new ArrayList<>();
        int ranges = 1 << Math.min(bits, rangeBits);
        for (int range = 0; range < ranges; range++) {
            int portions = (1 << bits) / ranges;
            KeyRange keys = new KeyRange(bits, range * portions, (range + 1) * portions);
            OperationCursor cursor = new OperationCursor(sliced ? slices(blocks, keys) : blocks, keys);
            while (cursor.advance()) {
                Operation operation = new Operation(cursor.high(), cursor.low(), cursor.moment(), cursor.device());
                order.add(operation);
                walked.put(operation, cursor.recordedAt());
            }
        }
        assertThat(order).isEqualTo(List.copyOf(expected.keySet()));
        assertThat(walked).isEqualTo(expected);
    }

    /** What blocks have of a range, packed and read again. */
    private static List<OperationBlock> slices(List<OperationBlock> blocks, KeyRange keys) {
        return blocks.stream()
                .map(block -> block.slice(keys))
                .map(slice -> OperationBlock.read(slice.bytes(), slice.first(), slice.last()))
                .toList();
    }

    @Property(tries = 50)
    void slicesOfAllRangesTogetherAreHardlyMoreThanTheBlock(@ForAll long seed, @ForAll @IntRange(max = 4) int bits) {
        RandomGenerator random = new SplittableRandom(seed);
        OperationBlock block = block(random, pool(random, 20_000), 20_000, new TreeMap<>());
        int operations = IntStream.range(0, 1 << bits)
                .map(portion ->
                        block.slice(new KeyRange(bits, portion, portion + 1)).operations())
                .sum();
        assertThat(operations).isBetween(block.operations(), block.operations() + (2 << bits) * Frame.CAPACITY);
    }

    @Property(tries = 200)
    void rangesOfALogTileItsKeys(@ForAll @IntRange(max = 100_000_000) int operations, @ForAll long high) {
        List<KeyRange> ranges = KeyRange.split(operations);
        KeyRange whole = KeyRange.whole(operations);
        int next = 0;
        for (KeyRange range : ranges) {
            assertThat(range.bits()).isEqualTo(whole.bits());
            assertThat(range.from()).isEqualTo(next);
            next = range.to();
        }
        assertThat(next).isEqualTo(whole.to());
        assertThat(whole.portion(high)).isBetween(0, whole.to() - 1);
    }

    /** Operations of few tickets, one of them hot, at few instants, so that repeats and ties are likely. */
    private static List<Operation> pool(RandomGenerator random, int most) {
        long[] highs = random.longs(1 + random.nextInt(1 + most / 8)).toArray();
        return IntStream.range(0, most)
                .mapToObj(index -> {
                    int ticket = random.nextInt(3) == 0 ? 0 : random.nextInt(highs.length);
                    return new Operation(
                            highs[ticket], random.nextInt(2), random.nextInt(400) - 200L, random.nextInt(3));
                })
                .toList();
    }

    private static OperationBlock block(
            RandomGenerator random, List<Operation> pool, int most, Map<Operation, Long> expected) {
        long[] recordings =
                random.longs(1 + random.nextInt(3), 0, 50).sorted().distinct().toArray();
        TreeMap<Operation, Integer> operations = new TreeMap<>();
        int size = 1 + random.nextInt(most);
        for (int index = 0; index < size; index++) {
            operations.put(pool.get(random.nextInt(pool.size())), random.nextInt(recordings.length));
        }
        OperationBlockWriter writer = new OperationBlockWriter(1, operations.size(), recordings, 0);
        operations.forEach((operation, recording) -> {
            writer.add(operation.high, operation.low, operation.moment, operation.device, recording);
            expected.merge(operation, recordings[recording], Math::min);
        });
        return OperationBlock.seal(writer.finish());
    }
}
