package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.store.BlockRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** However large the appends are, an event has few blocks, sorted by size, and its operations are rewritten few times. */
class MergePlanProperties {
    private static final int MOST_A_LEVEL = 7;
    /** Below the smallest size appends of one operation are gathered by seven, which rewrites each this often. */
    private static final int REWRITES_BELOW_THE_SMALLEST_SIZE = 5;

    /** A log's ranges as appends and merges leave them, and how many operations merges have written. */
    private static final class Log {
        private final long mostOperations;
        private List<BlockRange> ranges = new ArrayList<>();
        private long appended;
        private long rewritten;

        Log(long mostOperations) {
            this.mostOperations = mostOperations;
        }

        /** Appends a block and merges for as long as it is worth it; repeats make merged blocks smaller. */
        void append(int operations, int repeats) {
            long first = ranges.isEmpty() ? 1 : ranges.get(ranges.size() - 1).last() + 1;
            ranges.add(new BlockRange(first, first + operations - 1, operations));
            appended += operations;
            Optional<List<BlockRange>> plan = MergePlan.of(ranges, mostOperations);
            while (plan.isPresent()) {
                apply(plan.get(), repeats);
                plan = MergePlan.of(ranges, mostOperations);
            }
        }

        private void apply(List<BlockRange> plan, int repeats) {
            int from = ranges.indexOf(plan.get(0));
            int to = from + plan.size();
            assertThat(plan).hasSizeGreaterThan(1).isEqualTo(ranges.subList(from, to));
            int operations = plan.stream().mapToInt(BlockRange::operations).sum();
            assertThat((long) operations).isLessThanOrEqualTo(mostOperations);
            BlockRange merged = new BlockRange(
                    plan.get(0).first(), plan.get(plan.size() - 1).last(), Math.max(1, operations - repeats));
            rewritten += operations;
            List<BlockRange> others = new ArrayList<>(ranges.subList(0, from));
            others.add(merged);
            others.addAll(ranges.subList(to, ranges.size()));
            ranges = others;
        }

        int levels() {
            return 1 + ranges.stream().mapToInt(MergePlan::level).max().orElse(0);
        }

        void requireTiled() {
            long next = 1;
            for (BlockRange range : ranges) {
                assertThat(range.first()).isEqualTo(next);
                next = range.last() + 1;
            }
            assertThat(next).isEqualTo(appended + 1);
        }

        void requireFewAndSorted() {
            int[] counts = new int[levels()];
            int before = Integer.MAX_VALUE;
            for (BlockRange range : ranges) {
                int level = MergePlan.level(range);
                assertThat(level).as("levels from old to new in %s", ranges).isLessThanOrEqualTo(before);
                counts[level]++;
                before = level;
            }
            assertThat(Arrays.stream(counts).max().orElse(0)).isLessThanOrEqualTo(MOST_A_LEVEL);
        }
    }

    @Property(tries = 300)
    void blocksStayTiledFewAndSortedBySize(@ForAll("sizes") List<Integer> sizes) {
        Log log = new Log(Long.MAX_VALUE);
        for (int size : sizes) {
            log.append(size, 0);
            log.requireTiled();
            log.requireFewAndSorted();
        }
    }

    @Property(tries = 200)
    void soTheyDoWhereRepeatsMeetAndMergedBlocksShrink(
            @ForAll("sizes") List<Integer> sizes, @ForAll @IntRange(max = 400) int repeats) {
        Log log = new Log(Long.MAX_VALUE);
        for (int size : sizes) {
            log.append(size, repeats);
            log.requireTiled();
            log.requireFewAndSorted();
        }
    }

    @Property(tries = 200)
    void anOperationIsRewrittenAboutOnceALevel(@ForAll("sizes") List<Integer> sizes) {
        Log log = new Log(Long.MAX_VALUE);
        for (int size : sizes) {
            log.append(size, 0);
            assertThat(log.rewritten)
                    .isLessThanOrEqualTo(log.appended * (log.levels() + REWRITES_BELOW_THE_SMALLEST_SIZE));
        }
    }

    @Example
    void tensOfThousandsOfSingleAppendsLeaveFewBlocksAndFewRewrites() {
        Log log = new Log(MergePlan.MOST_WHILE_APPENDING);
        for (int count = 0; count < 30_000; count++) {
            log.append(1, 0);
        }
        log.requireTiled();
        log.requireFewAndSorted();
        assertThat(log.rewritten).isLessThan(log.appended * 9);
    }

    @Property(tries = 200)
    void noMergeIsLargerThanAllowedAndTheRestStaysTiled(@ForAll("sizes") List<Integer> sizes) {
        Log log = new Log(5_000);
        for (int size : sizes) {
            log.append(size, 0);
            log.requireTiled();
        }
    }

    @Example
    void whereEightWouldBeTooLargeTheOldestThatFitAreMerged() {
        Log log = new Log(300);
        for (int count = 0; count < 100; count++) {
            log.append(100, 0);
        }
        assertThat(log.ranges)
                .as("34 blocks of 300, and fewer than eight of 100")
                .hasSizeLessThan(34 + 8);
    }

    @Example
    void anAppendMergesAllThatBelongTogetherOrNothing() {
        List<BlockRange> large = IntStream.range(0, 8)
                .mapToObj(index -> new BlockRange(index * 4_000L + 1, index * 4_000L + 4_000, 4_000))
                .toList();
        assertThat(MergePlan.whileAppending(large)).isEmpty();
        assertThat(MergePlan.of(large, MergePlan.MOST_WHILE_APPENDING)).contains(large.subList(0, 4));
        List<BlockRange> small = IntStream.range(0, 8)
                .mapToObj(index -> new BlockRange(index * 9L + 1, index * 9L + 9, 9))
                .toList();
        assertThat(MergePlan.whileAppending(small)).contains(small);
    }

    @Example
    void aSmallHeapMakesSmallerBlocks() {
        assertThat(MergePlan.mostOperations(512L << 20)).isEqualTo(524_288);
        assertThat(MergePlan.mostOperations(64L << 30)).isEqualTo(MergePlan.MOST_OPERATIONS);
    }

    @Example
    void fewBlocksOfOneLevelAreLeftAlone() {
        assertThat(MergePlan.of(List.of(), 100)).isEmpty();
        Log log = new Log(Long.MAX_VALUE);
        for (int count = 0; count < MOST_A_LEVEL; count++) {
            log.append(100, 0);
        }
        assertThat(log.ranges).hasSize(MOST_A_LEVEL);
        log.append(100, 0);
        assertThat(log.ranges).hasSize(1);
    }

    /** Steady sizes, single operations, and now and then a large one among small ones. */
    @Provide
    Arbitrary<List<Integer>> sizes() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            int most = 1 << random.nextInt(11);
            int count = 1 + random.nextInt(250);
            List<Integer> sizes = new ArrayList<>();
            for (int index = 0; index < count; index++) {
                boolean large = random.nextInt(20) == 0;
                sizes.add(1 + random.nextInt(large ? 64 * most : most));
            }
            return sizes;
        });
    }
}
