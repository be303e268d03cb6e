package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The index and the definition agree: laws 7, 8 and 10, however the log arrives. */
class TimelineProperties {

    @Property(tries = 500)
    void agreesWithBruteForceAtEveryInstantAndItsNeighbours(@ForAll("logs") List<TicketOperation> log) {
        requireEqual(Timeline.of(Logs.blocks(List.of(log))), log);
    }

    @Property(tries = 300)
    void isTheSameForEveryOrderAndRepetitionOfTheLog(
            @ForAll("logs") List<TicketOperation> log, @ForAll("seeds") long seed) {
        List<TicketOperation> twice = new ArrayList<>(log);
        twice.addAll(log);
        Collections.shuffle(twice, new Random(seed));
        Timeline timeline = Timeline.of(Logs.blocks(List.of(log)));
        Timeline shuffled = Timeline.of(Logs.blocks(List.of(twice)));
        for (Instant instant : Logs.instants(log)) {
            assertThat(shuffled.at(instant)).as("as of %s", instant).isEqualTo(timeline.at(instant));
        }
    }

    @Property(tries = 500)
    void takesInBatchesThatArriveLate(@ForAll("batches") List<List<TicketOperation>> batches) {
        List<OperationBlock> blocks = new ArrayList<>();
        List<TicketOperation> log = new ArrayList<>();
        Timeline timeline = Timeline.EMPTY;
        long recordedAt = 0;
        for (List<TicketOperation> batch : batches) {
            if (!batch.isEmpty()) {
                long first =
                        blocks.isEmpty() ? 1 : blocks.get(blocks.size() - 1).last() + 1;
                blocks.add(Logs.block(batch, first, recordedAt++));
                log.addAll(batch);
                timeline = timeline.advance(blocks);
                requireEqual(timeline, log);
            }
        }
    }

    @Property(tries = 300)
    void takesInWhatWasAppendedAndMergedByOthersMeanwhile(
            @ForAll("batches") List<List<TicketOperation>> batches, @ForAll("seeds") long seed) {
        List<OperationBlock> blocks = Logs.blocks(batches);
        int known = blocks.isEmpty() ? 0 : new Random(seed).nextInt(blocks.size());
        Timeline timeline = Timeline.of(blocks.subList(0, known));
        List<OperationBlock> merged = blocks.isEmpty() ? blocks : List.of(BlockMerge.of(blocks));
        requireEqual(
                timeline.advance(merged), batches.stream().flatMap(List::stream).toList());
    }

    @Property(tries = 300)
    void takesInWhatIsNewHoweverItFindsIt(@ForAll("batches") List<List<TicketOperation>> batches) {
        List<OperationBlock> blocks = new ArrayList<>();
        List<TicketOperation> log = new ArrayList<>();
        Timeline seeking = Timeline.EMPTY;
        Timeline walking = Timeline.EMPTY;
        Timeline appending = Timeline.EMPTY;
        for (List<TicketOperation> batch : batches) {
            OperationBatch arriving = Logs.batch(batch);
            TicketHistories histories = arriving.histories(blocks);
            PackedBatch packed = arriving.packNew(histories);
            if (packed.size() > 0) {
                long first =
                        blocks.isEmpty() ? 1 : blocks.get(blocks.size() - 1).last() + 1;
                OperationBlock append = packed.operationsAt(first, blocks.size());
                blocks.add(append);
                log.addAll(batch);
                seeking = seeking.advanceBySeeking(blocks, List.of(append));
                walking = walking.advanceByWalking(blocks);
                appending = appending.advance(histories, append);
                requireEqual(seeking, log);
                requireEqual(walking, log);
                requireEqual(appending, log);
                assertThat(appending.recordedUpTo())
                        .isEqualTo(walking.recordedUpTo())
                        .isEqualTo(seeking.recordedUpTo());
            }
        }
    }

    @Property(tries = 300)
    void answersAsItWouldHaveThen(@ForAll("batches") List<List<TicketOperation>> batches) {
        List<List<TicketOperation>> filled =
                batches.stream().filter(batch -> !batch.isEmpty()).toList();
        List<OperationBlock> blocks = Logs.blocks(filled);
        List<OperationBlock> merged = blocks.isEmpty() ? blocks : List.of(BlockMerge.of(blocks));
        for (int known = 0; known <= filled.size(); known++) {
            List<TicketOperation> knownThen =
                    filled.subList(0, known).stream().flatMap(List::stream).toList();
            requireEqual(Timeline.asKnownAt(blocks, known - 1), knownThen);
            requireEqual(Timeline.asKnownAt(merged, known - 1), knownThen);
        }
    }

    @Property(tries = 300)
    void aSeriesIsTheAnswersAtItsInstants(
            @ForAll("batches") List<List<TicketOperation>> batches,
            @ForAll @LongRange(min = -3, max = 5) long step,
            @ForAll @IntRange(min = 0, max = 40) int points) {
        Timeline timeline = Timeline.EMPTY;
        List<OperationBlock> blocks = Logs.blocks(batches);
        for (int known = 1; known <= blocks.size(); known++) {
            timeline = timeline.advance(blocks.subList(0, known));
        }
        long first = Logs.START - 2;
        List<TicketOperation> log = batches.stream().flatMap(List::stream).toList();
        List<TicketStatistics> series = timeline.series(first, step, points);
        assertThat(series).hasSize(points);
        for (int point = 0; point < points; point++) {
            assertThat(series.get(point)).isEqualTo(BruteForce.at(log, InstantText.instant(first + point * step)));
        }
    }

    @Example
    void refusesASeriesThatLeavesTime() {
        assertThatThrownBy(() -> Timeline.EMPTY.series(Long.MAX_VALUE - 1, 1, 3))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Timeline.EMPTY.series(0, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void aLateOperationChangesExactlyTheInstantsFromItsOwnOn(
            @ForAll("logs") List<TicketOperation> log, @ForAll("operations") TicketOperation late) {
        Timeline before = Timeline.of(Logs.blocks(List.of(log)));
        Timeline after = before.advance(Logs.blocks(List.of(log, List.of(late))));
        for (Instant instant : Logs.instants(log)) {
            if (instant.isBefore(late.occurredAt())) {
                assertThat(after.at(instant)).as("as of %s", instant).isEqualTo(before.at(instant));
            }
        }
    }

    @Property(tries = 100)
    void keepsFewRunsHoweverManyBatchesArrive(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        List<TicketOperation> log = new ArrayList<>();
        List<OperationBlock> blocks = new ArrayList<>();
        Timeline timeline = Timeline.EMPTY;
        for (int batch = 0; batch < 200; batch++) {
            TicketOperation operation = new TicketOperation(
                    Logs.EVENT,
                    "ticket " + random.nextInt(20),
                    OperationKind.ofCode(random.nextInt(OperationKind.COUNT)),
                    Instant.ofEpochSecond(random.nextInt(1_000)),
                    "");
            log.add(operation);
            blocks.add(Logs.block(List.of(operation), batch + 1L, batch));
            timeline = timeline.advance(blocks);
        }
        assertThat(timeline.runs()).isLessThanOrEqualTo(4);
        requireEqual(timeline, log);
    }

    @Example
    void isTheSameForALogThatIsReplayedInManyRanges() {
        Random random = new Random(11);
        List<OperationBlock> blocks = new ArrayList<>();
        for (int block = 0; block < 3; block++) {
            OperationBatch batch = new OperationBatch(Logs.KEY);
            for (int operation = 0; operation < 250_000; operation++) {
                batch.add(
                        "ticket " + random.nextInt(60_000),
                        OperationKind.ofCode(random.nextInt(OperationKind.COUNT)),
                        Logs.START + random.nextInt(1_000_000) * 1_000L,
                        "device " + random.nextInt(3));
            }
            long first = blocks.isEmpty() ? 1 : blocks.get(blocks.size() - 1).last() + 1;
            blocks.add(batch.pack(new KnownNames()).operationsAt(first, block));
        }
        assertThat(KeyRange.split(OperationBlock.operations(blocks))).hasSizeGreaterThan(1);
        Timeline timeline = Timeline.of(blocks);
        assertThat(timeline.at(Instant.MAX)).isEqualTo(Recount.of(blocks));
        Timeline grown = Timeline.of(blocks.subList(0, 1)).advance(blocks);
        Timeline then = Timeline.asKnownAt(blocks, 0);
        Timeline first = Timeline.of(blocks.subList(0, 1));
        for (int point = -1; point < 100; point++) {
            long instant = Logs.START + point * 10_000_007L;
            assertThat(grown.at(instant)).isEqualTo(timeline.at(instant));
            assertThat(then.at(instant)).isEqualTo(first.at(instant));
            assertThat(timeline.at(instant))
                    .isEqualTo(OnePass.over(blocks, Long.MAX_VALUE, new long[] {instant})
                            .get(0));
        }
    }

    @Property(tries = 20)
    void isTheSameWhereAnAppendTouchesManyTickets(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        OperationBlock before = crowd(random, 12_000).pack(new KnownNames()).operationsAt(1, 0);
        OperationBatch arriving = crowd(random, 3_000);
        TicketHistories histories = arriving.histories(List.of(before));
        assertThat(histories.stretches()).hasSizeGreaterThan(1);
        OperationBlock append = arriving.packNew(histories).operationsAt(before.last() + 1, 1);
        List<OperationBlock> blocks = List.of(before, append);
        Timeline timeline = Timeline.of(List.of(before));
        Timeline whole = Timeline.of(blocks);
        Timeline appended = timeline.advance(histories, append);
        Timeline sought = timeline.advanceBySeeking(blocks, List.of(append));
        for (int point = -1; point < 200; point++) {
            long instant = Logs.START + point * 5_003L;
            assertThat(appended.at(instant)).isEqualTo(whole.at(instant));
            assertThat(sought.at(instant)).isEqualTo(whole.at(instant));
        }
    }

    /** Operations of up to a thousand tickets, one of them in every tenth, within a second. */
    private static OperationBatch crowd(Random random, int operations) {
        OperationBatch batch = new OperationBatch(Logs.KEY);
        for (int operation = 0; operation < operations; operation++) {
            batch.add(
                    "ticket " + (random.nextInt(10) == 0 ? 0 : random.nextInt(1_000)),
                    OperationKind.ofCode(random.nextInt(OperationKind.COUNT)),
                    Logs.START + random.nextInt(1_000_000),
                    "device " + random.nextInt(3));
        }
        return batch;
    }

    private static void requireEqual(Timeline timeline, List<TicketOperation> log) {
        for (Instant instant : Logs.instants(log)) {
            assertThat(timeline.at(instant)).as("as of %s", instant).isEqualTo(BruteForce.at(log, instant));
        }
    }

    @Provide
    Arbitrary<TicketOperation> operations() {
        return Logs.operations();
    }

    @Provide
    Arbitrary<List<TicketOperation>> logs() {
        return Logs.logs(60);
    }

    @Provide
    Arbitrary<List<List<TicketOperation>>> batches() {
        return Logs.logs(12).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }
}
