package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** A block holds exactly what was put in, sorted, each operation once; and notices when it is not what was written. */
class OperationBlockProperties {

    private record Row(long high, long low, long moment, long device, long recordedAt) {}

    @Property(tries = 300)
    void holdsEachOperationOnceAndInOrder(@ForAll("logs") List<TicketOperation> log) {
        if (log.isEmpty()) {
            return;
        }
        OperationBlock block = Logs.block(log, 1, 7);
        assertThat(block.operations()).isEqualTo(new HashSet<>(log).size());
        assertThat(BlockAudit.faultsOf(block, block.operations())).isEmpty();
        assertThat(rows(List.of(block))).hasSize(block.operations());
    }

    @Property(tries = 100)
    void holdsManyFramesOfAnyNumbers(@ForAll("seeds") long seed, @ForAll @IntRange(min = 1, max = 3_000) int size) {
        Random random = new Random(seed);
        List<TicketOperation> log = IntStream.range(0, size)
                .mapToObj(index -> new TicketOperation(
                        Logs.EVENT,
                        "t" + random.nextInt(1 + size / 5),
                        OperationKind.ofCode(random.nextInt(OperationKind.COUNT)),
                        InstantText.instant(
                                random.nextLong(InstantText.microseconds(Instant.parse("9999-12-31T23:59:59Z")))),
                        random.nextBoolean() ? "" : "d" + random.nextInt(300)))
                .toList();
        OperationBlock block = Logs.block(log, 5, 9);
        OperationBlock read = OperationBlock.read(block.bytes(), 5, block.last());
        assertThat(BlockAudit.faultsOf(read, new HashSet<>(log).size())).isEmpty();
        Timeline timeline = Timeline.of(List.of(read));
        assertThat(timeline.at(Instant.MAX)).isEqualTo(BruteForce.at(log, Instant.MAX));
    }

    @Property(tries = 300)
    void mergingKeepsEveryOperationWithItsEarliestRecording(@ForAll("batches") List<List<TicketOperation>> batches) {
        List<OperationBlock> blocks = Logs.blocks(batches);
        if (blocks.isEmpty()) {
            return;
        }
        OperationBlock merged = BlockMerge.of(blocks);
        assertThat(rows(List.of(merged))).isEqualTo(rows(blocks));
        assertThat(BlockAudit.faultsOf(merged, rows(blocks).size())).isEmpty();
        assertThat(merged.first()).isEqualTo(1);
        assertThat(merged.last()).isEqualTo(blocks.get(blocks.size() - 1).last());
    }

    @Property(tries = 200)
    void noticesEveryChangedByte(@ForAll("logs") List<TicketOperation> log, @ForAll("seeds") long seed) {
        if (log.isEmpty()) {
            return;
        }
        Random random = new Random(seed);
        OperationBlock block = Logs.block(log, 1, 7);
        byte[] damaged = block.bytes().clone();
        int at = random.nextInt(damaged.length);
        damaged[at] ^= (byte) (1 + random.nextInt(255));
        assertThatThrownBy(() -> OperationBlock.read(damaged, 1, block.last()))
                .isInstanceOf(OperationBlock.Damaged.class);
        byte[] cut = Arrays.copyOf(block.bytes(), random.nextInt(block.bytes().length));
        assertThatThrownBy(() -> OperationBlock.read(cut, 1, block.last())).isInstanceOf(OperationBlock.Damaged.class);
    }

    @Property(tries = 50)
    void noticesABlockAtTheWrongPlace(@ForAll("logs") List<TicketOperation> log) {
        if (log.isEmpty()) {
            return;
        }
        OperationBlock block = Logs.block(log, 3, 7);
        assertThatThrownBy(() -> OperationBlock.read(block.bytes(), 4, block.last() + 1))
                .isInstanceOf(OperationBlock.Damaged.class)
                .hasMessageContaining("3.." + block.last());
    }

    @Property(tries = 200)
    void namesComeBackUnderTheirKeysAndMergeToOneEach(@ForAll("batches") List<List<TicketOperation>> batches) {
        List<NameBlock> names = new ArrayList<>();
        List<OperationBlock> blocks = new ArrayList<>();
        for (List<TicketOperation> batch : batches) {
            if (!batch.isEmpty()) {
                PackedBatch packed = Logs.packed(batch);
                long first =
                        blocks.isEmpty() ? 1 : blocks.get(blocks.size() - 1).last() + 1;
                blocks.add(packed.operationsAt(first, blocks.size()));
                names.add(packed.namesAt(first));
            }
        }
        if (blocks.isEmpty()) {
            return;
        }
        NameBlock merged = NameBlock.merge(names, 1, 99);
        List<String> tickets = new ArrayList<>();
        List<String> devices = new ArrayList<>();
        NameBlock.read(merged.bytes(), 1, 99)
                .visit((device, high, low, name) -> (device ? devices : tickets).add(name));
        List<TicketOperation> all = batches.stream().flatMap(List::stream).toList();
        assertThat(tickets)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(TicketOperation::ticket).distinct().toList());
        assertThat(devices)
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .map(TicketOperation::device)
                        .filter(device -> !device.isEmpty())
                        .distinct()
                        .toList());
        assertThat(BlockAudit.faultsOf(blocks, List.of(merged), Logs.KEY)).isEmpty();
        assertThat(BlockAudit.faultsOf(blocks, names, Logs.KEY)).isEmpty();
        assertThat(BlockAudit.faultsOf(blocks, List.of(), Logs.KEY)).isNotEmpty();
    }

    private static List<Row> rows(List<OperationBlock> blocks) {
        List<Row> rows = new ArrayList<>();
        OperationCursor cursor = new OperationCursor(blocks);
        while (cursor.advance()) {
            rows.add(new Row(cursor.high(), cursor.low(), cursor.moment(), cursor.device(), cursor.recordedAt()));
        }
        return rows;
    }

    @Provide
    Arbitrary<List<TicketOperation>> logs() {
        return Logs.logs(80);
    }

    @Provide
    Arbitrary<List<List<TicketOperation>>> batches() {
        return Logs.logs(20).list().ofMaxSize(6);
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }
}
