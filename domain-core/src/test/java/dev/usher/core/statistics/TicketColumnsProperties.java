package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** However a ticket's operations come together, they end in order, each once, with the earliest recording. */
class TicketColumnsProperties {
    private record Operation(long moment, long device) implements Comparable<Operation> {
        @Override
        public int compareTo(Operation other) {
            int byMoment = Long.compare(moment, other.moment);
            return byMoment != 0 ? byMoment : Long.compare(device, other.device);
        }
    }

    @Property(tries = 500)
    void settlingIsSortingAndKeepingTheEarliest(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int stretches,
            @ForAll @IntRange(max = 60) int most) {
        Random random = new Random(seed);
        TicketColumns columns = withATicketBefore();
        Map<Operation, Long> expected = new TreeMap<>();
        columns.begin(3, 4);
        for (int stretch = 0; stretch < stretches; stretch++) {
            for (Operation operation : ascending(random, random.nextInt(most + 1))) {
                long recording = random.nextInt(5);
                columns.add(operation.moment, operation.device, recording);
                expected.merge(operation, recording, Math::min);
            }
        }
        columns.settleLast();
        requireSecondTicket(columns, expected);
    }

    @Property(tries = 200)
    void containsIsWhatItSays(@ForAll long seed, @ForAll @IntRange(max = 60) int most) {
        TicketColumns columns = withATicketBefore();
        List<Operation> operations = ascending(new Random(seed), most);
        columns.begin(3, 4);
        operations.forEach(operation -> columns.add(operation.moment, operation.device, 0));
        for (Operation operation : operations) {
            assertThat(columns.contains(1, operation.moment, operation.device)).isTrue();
            assertThat(columns.contains(1, operation.moment, operation.device + 9))
                    .isFalse();
            assertThat(columns.contains(0, operation.moment, operation.device)).isFalse();
        }
    }

    private static TicketColumns withATicketBefore() {
        TicketColumns columns = new TicketColumns();
        columns.begin(1, 2);
        columns.add(Long.MAX_VALUE, 7, 8);
        return columns;
    }

    private static List<Operation> ascending(Random random, int count) {
        return random.ints(count, 0, 100)
                .mapToObj(number -> new Operation(number / 2 - 20, number % 2))
                .distinct()
                .sorted()
                .toList();
    }

    private static void requireSecondTicket(TicketColumns columns, Map<Operation, Long> expected) {
        assertThat(columns.tickets).isEqualTo(2);
        assertThat(columns.moments[0]).isEqualTo(Long.MAX_VALUE);
        List<Operation> order = new ArrayList<>();
        Map<Operation, Long> recordings = new HashMap<>();
        for (int index = columns.start(1); index < columns.ends[1]; index++) {
            Operation operation = new Operation(columns.moments[index], columns.devices[index]);
            order.add(operation);
            recordings.put(operation, columns.recordings[index]);
        }
        assertThat(order).containsExactlyElementsOf(expected.keySet());
        assertThat(recordings).isEqualTo(expected);
        assertThat(columns.operations).isEqualTo(1 + expected.size());
    }
}
