package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
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
        TicketHistories histories = new TicketHistories(blocks);
        for (Key key : asked) {
            List<Operation> expected = walked(blocks, key);
            histories.seek(key.high, key.low);
            TicketColumns found = histories.found();
            assertThat(operations(found, found.tickets - 1)).isEqualTo(expected);
            assertThat(histories.isEmpty()).isEqualTo(expected.isEmpty());
            for (Operation operation : expected) {
                assertThat(histories.contains(operation.moment, operation.device))
                        .isTrue();
                assertThat(histories.contains(operation.moment, operation.device + 7))
                        .isFalse();
            }
        }
        assertThat(histories.found().tickets).isEqualTo(asked.size());
        histories.forget();
        assertThat(histories.found().tickets).isZero();
    }

    @Example
    void knowsNothingWhereThereIsNoBlock() {
        TicketHistories histories = new TicketHistories(List.of());
        histories.seek(1, 2);
        assertThat(histories.isEmpty()).isTrue();
        assertThat(histories.contains(3, 4)).isFalse();
    }

    private static List<Operation> walked(List<OperationBlock> blocks, Key key) {
        List<Operation> operations = new ArrayList<>();
        OperationCursor cursor = new OperationCursor(blocks);
        while (cursor.advance()) {
            if (cursor.high() == key.high && cursor.low() == key.low) {
                operations.add(new Operation(cursor.moment(), cursor.device(), cursor.recordedAt()));
            }
        }
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
