package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Looking a ticket up finds what going through everything finds, whichever tickets are asked for in whichever order. */
class TicketHistoriesProperties {
    private record Key(long high, long low) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return OperationBlock.compareKeys(high, low, other.high, other.low);
        }
    }

    private record Operation(long moment, long device, long recordedAt) {}

    @Property(tries = 300)
    void findsWhatGoingThroughAllBlocksFinds(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 5) int blockCount,
            @ForAll @IntRange(min = 1, max = 2_000) int most,
            @ForAll boolean ascending) {
        Random random = new Random(seed);
        long[] highs = random.longs(1 + random.nextInt(1 + most / 4)).toArray();
        if (random.nextInt(4) == 0) {
            highs[0] = random.nextBoolean() ? 0 : -1;
        }
        List<OperationBlock> blocks = new ArrayList<>();
        for (int block = 0; block < blockCount; block++) {
            blocks.add(block(random, highs, 1 + random.nextInt(most), block * 10L));
        }
        List<Key> asked = new ArrayList<>();
        for (int index = 0; index < 100; index++) {
            asked.add(key(random, highs));
        }
        asked.add(new Key(random.nextLong(), random.nextLong()));
        if (ascending) {
            Collections.sort(asked);
        }
        TicketSearch search = new TicketSearch(blocks);
        TicketColumns found = search.found();
        for (Key key : asked) {
            search.seek(key.high, key.low);
            assertThat(operations(found, found.tickets - 1)).isEqualTo(walked(blocks, key));
        }
        assertThat(found.tickets).isEqualTo(asked.size());
    }

    @Property(tries = 100)
    void manyAreLookedUpSideBySide(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 3) int blockCount,
            @ForAll @IntRange(min = 1, max = 1_500) int tickets) {
        Random random = new Random(seed);
        long[] highs = random.longs(1 + random.nextInt(2_000)).toArray();
        List<OperationBlock> blocks = new ArrayList<>();
        for (int block = 0; block < blockCount; block++) {
            blocks.add(block(random, highs, 2_000, block * 10L));
        }
        Map<Key, List<Operation>> expected = new TreeMap<>();
        TicketColumns wanted = new TicketColumns();
        for (int ticket = 0; ticket < tickets; ticket++) {
            expected.put(key(random, highs), new ArrayList<>());
        }
        expected.keySet().forEach(key -> wanted.begin(key.high, key.low));
        walk(
                blocks,
                (key, operation) ->
                        expected.getOrDefault(key, new ArrayList<>()).add(operation));

        TicketHistories histories = TicketHistories.of(blocks, wanted);

        assertThat(histories.stretches())
                .hasSize(expected.size() < 256 ? 1 : expected.size() < 512 ? 2 : expected.size() < 1024 ? 4 : 8);
        Map<Key, List<Operation>> found = new LinkedHashMap<>();
        for (TicketHistories.Stretch stretch : histories.stretches()) {
            TicketColumns columns = stretch.tickets();
            for (int ticket = 0; ticket < columns.tickets; ticket++) {
                Key key = new Key(columns.highs[ticket], columns.lows[ticket]);
                assertThat(stretch.range().portion(key.high))
                        .isEqualTo(stretch.range().from());
                found.put(key, operations(columns, ticket));
                for (Operation operation : found.get(key)) {
                    assertThat(columns.contains(ticket, operation.moment, operation.device))
                            .isTrue();
                    assertThat(columns.contains(ticket, operation.moment, operation.device + 7))
                            .isFalse();
                }
            }
        }
        assertThat(List.copyOf(found.entrySet())).isEqualTo(List.copyOf(expected.entrySet()));
    }

    @Example
    void knowsNothingWhereThereIsNoBlock() {
        TicketSearch search = new TicketSearch(List.of());
        search.seek(1, 2);
        assertThat(search.found().tickets).isEqualTo(1);
        assertThat(search.found().operations).isZero();
        assertThat(search.found().contains(0, 3, 4)).isFalse();
    }

    private static void walk(List<OperationBlock> blocks, BiConsumer<Key, Operation> visitor) {
        OperationCursor cursor = new OperationCursor(blocks);
        while (cursor.advance()) {
            visitor.accept(
                    new Key(cursor.high(), cursor.low()),
                    new Operation(cursor.moment(), cursor.device(), cursor.recordedAt()));
        }
    }

    private static List<Operation> walked(List<OperationBlock> blocks, Key wanted) {
        List<Operation> operations = new ArrayList<>();
        walk(blocks, (key, operation) -> {
            if (key.equals(wanted)) {
                operations.add(operation);
            }
        });
        return operations;
    }

    private static List<Operation> operations(TicketColumns columns, int ticket) {
        List<Operation> operations = new ArrayList<>();
        for (int index = columns.start(ticket); index < columns.ends[ticket]; index++) {
            operations.add(new Operation(columns.moments[index], columns.devices[index], columns.recordings[index]));
        }
        return operations;
    }

    private static OperationBlock block(Random random, long[] highs, int size, long recorded) {
        record Row(Key key, long moment, long device) implements Comparable<Row> {
            @Override
            public int compareTo(Row other) {
                int byKey = key.compareTo(other.key);
                int byMoment = byKey != 0 ? byKey : Long.compare(moment, other.moment);
                return byMoment != 0 ? byMoment : Long.compare(device, other.device);
            }
        }
        TreeSet<Row> rows = new TreeSet<>();
        for (int index = 0; index < size; index++) {
            rows.add(new Row(key(random, highs), random.nextInt(600) - 300, random.nextInt(3)));
        }
        OperationBlockWriter writer =
                new OperationBlockWriter(1, rows.size(), new long[] {recorded, recorded + 1, recorded + 5}, 0);
        rows.forEach(row -> writer.add(row.key.high, row.key.low, row.moment, row.device, random.nextInt(3)));
        return OperationBlock.seal(writer.finish());
    }

    /** Now and then a hot ticket, and two tickets with the same high bits. */
    private static Key key(Random random, long[] highs) {
        return random.nextInt(4) == 0
                ? new Key(highs[0], 1)
                : new Key(highs[random.nextInt(highs.length)], random.nextInt(2));
    }
}
