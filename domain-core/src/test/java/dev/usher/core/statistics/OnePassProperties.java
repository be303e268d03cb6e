package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** One pass over the blocks, the index and the definition agree, and what was known then stays what was known then. */
class OnePassProperties {

    @Property(tries = 500)
    void agreesWithTheIndexAndBruteForceAtAnyInstants(
            @ForAll("batches") List<List<TicketOperation>> batches, @ForAll("seeds") long seed) {
        List<TicketOperation> log = batches.stream().flatMap(List::stream).toList();
        List<OperationBlock> blocks = Logs.blocks(batches);
        List<Instant> instants = instants(log, seed);
        List<TicketStatistics> answers = pass(blocks, Long.MAX_VALUE, instants);
        Timeline timeline = Timeline.of(blocks);
        for (int index = 0; index < instants.size(); index++) {
            Instant at = instants.get(index);
            assertThat(answers.get(index)).as("as of %s", at).isEqualTo(BruteForce.at(log, at));
            assertThat(timeline.at(at)).as("as of %s", at).isEqualTo(answers.get(index));
        }
    }

    @Property(tries = 300)
    void answersAsItWouldHaveThenWhateverWasAppendedOrMergedSince(
            @ForAll("batches") List<List<TicketOperation>> batches, @ForAll("seeds") long seed) {
        List<List<TicketOperation>> filled =
                batches.stream().filter(batch -> !batch.isEmpty()).toList();
        List<TicketOperation> log = filled.stream().flatMap(List::stream).toList();
        List<Instant> instants = instants(log, seed);
        List<OperationBlock> blocks = Logs.blocks(filled);
        List<OperationBlock> merged = mergedSomewhere(blocks, seed);
        for (int known = 0; known <= filled.size(); known++) {
            // Batches are recorded one microsecond after another, the first at 0.
            List<TicketOperation> knownThen =
                    filled.subList(0, known).stream().flatMap(List::stream).toList();
            List<TicketStatistics> then =
                    instants.stream().map(at -> BruteForce.at(knownThen, at)).toList();
            assertThat(pass(blocks.subList(0, known), Long.MAX_VALUE, instants)).isEqualTo(then);
            assertThat(pass(blocks, known - 1L, instants)).isEqualTo(then);
            assertThat(pass(merged, known - 1L, instants)).isEqualTo(then);
        }
    }

    @Property(tries = 100)
    void countsManyChangesOfOneKindBetweenTwoInstants(@ForAll("seeds") long seed) {
        Random random = new Random(seed);
        List<TicketOperation> log = new ArrayList<>();
        for (int ticket = 0; ticket < 400; ticket++) {
            OperationKind kind = random.nextInt(4) == 0
                    ? OperationKind.ofCode(random.nextInt(OperationKind.COUNT))
                    : OperationKind.ISSUED;
            Instant at = Instant.ofEpochSecond(random.nextInt(3));
            log.add(new TicketOperation(Logs.EVENT, "ticket " + ticket, kind, at, ""));
        }
        List<Instant> instants = List.of(Instant.ofEpochSecond(0), Instant.ofEpochSecond(5));
        assertThat(pass(Logs.blocks(List.of(log)), Long.MAX_VALUE, instants))
                .containsExactly(BruteForce.at(log, instants.get(0)), BruteForce.at(log, instants.get(1)));
    }

    @Property(tries = 50)
    void agreesWithTheIndexInEqualSteps(@ForAll("batches") List<List<TicketOperation>> batches) {
        List<OperationBlock> blocks = Logs.blocks(batches);
        Instants instants = new Instants(1_747_807_199_999_998L, 3, 7);
        assertThat(OnePass.over(blocks, Long.MAX_VALUE, instants))
                .isEqualTo(Timeline.of(blocks).series(instants.first(), instants.step(), instants.count()));
    }

    @Property(tries = 20)
    void agreesWithItselfInParts(@ForAll("seeds") long seed, @ForAll @IntRange(max = 2_000_000) int mostBytes) {
        Random random = new Random(seed);
        List<List<TicketOperation>> batches = new ArrayList<>();
        for (int batch = 0; batch < 3; batch++) {
            batches.add(batch(random, 10_000));
        }
        List<OperationBlock> blocks = Logs.blocks(batches);
        long operations = OperationBlock.operations(blocks);
        Instants instants = new Instants(Logs.START, 3, 7);
        for (long knownAt : new long[] {0, Long.MAX_VALUE}) {
            assertThat(OnePass.inParts(blocks, operations, mostBytes, knownAt, instants))
                    .isEqualTo(OnePass.over(blocks, knownAt, instants));
        }
    }

    private static List<TicketOperation> batch(Random random, int size) {
        List<TicketOperation> batch = new ArrayList<>();
        for (int index = 0; index < size; index++) {
            OperationKind kind = OperationKind.ofCode(random.nextInt(OperationKind.COUNT));
            Instant at = InstantText.instant(Logs.START + random.nextInt(20));
            batch.add(new TicketOperation(Logs.EVENT, "ticket " + random.nextInt(2_000), kind, at, ""));
        }
        return batch;
    }

    private static List<TicketStatistics> pass(List<OperationBlock> blocks, long knownAt, List<Instant> instants) {
        long[] ascending = instants.stream().mapToLong(Timeline::clamped).toArray();
        return OnePass.over(blocks, knownAt, ascending);
    }

    /** Some of the instants worth asking for, ascending, one of them twice; now and then none. */
    private static List<Instant> instants(List<TicketOperation> log, long seed) {
        Random random = new Random(seed);
        List<Instant> instants = new ArrayList<>(Logs.instants(log));
        Collections.shuffle(instants, random);
        List<Instant> some = new ArrayList<>(instants.subList(0, random.nextInt(instants.size() + 1)));
        some.stream().findFirst().ifPresent(some::add);
        Collections.sort(some);
        return some;
    }

    /** The same log with two or more neighbouring blocks as one. */
    private static List<OperationBlock> mergedSomewhere(List<OperationBlock> blocks, long seed) {
        if (blocks.size() < 2) {
            return blocks;
        }
        Random random = new Random(seed);
        int from = random.nextInt(blocks.size() - 1);
        int to = from + 2 + random.nextInt(blocks.size() - from - 1);
        List<OperationBlock> merged = new ArrayList<>(blocks.subList(0, from));
        merged.add(BlockMerge.of(blocks.subList(from, to)));
        merged.addAll(blocks.subList(to, blocks.size()));
        return merged;
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
