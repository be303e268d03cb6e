package dev.usher.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.statistics.OperationKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicketLogTest {
    private static final int ARRIVALS = 50_000;
    private static final long SEED = 7;

    private final TicketLog log = TicketLog.of(ARRIVALS, SEED);

    @Test
    void theSameSeedMakesTheSameLog() {
        TicketLog again = TicketLog.of(ARRIVALS, SEED);
        assertThat(lines(again)).isEqualTo(lines(log));
        assertThat(again.arrival(Arrival.SHUFFLED)).isEqualTo(log.arrival(Arrival.SHUFFLED));
        assertThat(lines(TicketLog.of(ARRIVALS, SEED + 1))).isNotEqualTo(lines(log));
    }

    @Test
    void everyRowIsAnotherOperationAndTimesGrow() {
        assertThat(new HashSet<>(lines(log))).hasSize(log.size());
        for (int row = 1; row < log.size(); row++) {
            assertThat(log.occurredAt(row)).isGreaterThanOrEqualTo(log.occurredAt(row - 1));
        }
    }

    @Test
    void arrivalsHoldEveryRowAndOneInAHundredTwice() {
        for (Arrival arrival : Arrival.values()) {
            int[] rows = log.arrival(arrival);
            assertThat(rows).hasSize(ARRIVALS);
            assertThat(Arrays.stream(rows).distinct().count()).isEqualTo(log.size());
        }
        assertThat(ARRIVALS - log.size()).isBetween(ARRIVALS / 110, ARRIVALS / 90);
    }

    @Test
    void someArriveLateSomeBeforeIssuedAndSomeMeetAtOneMicrosecond() {
        int[] rows = log.arrival(Arrival.BY_TIME);
        long late = IntStream.range(1, rows.length)
                .filter(at -> rows[at] < rows[at - 1])
                .count();
        assertThat(late).isBetween(ARRIVALS / 100L, ARRIVALS / 40L);
        Set<Integer> issued = new HashSet<>();
        int early = 0;
        int meeting = 0;
        for (int row = 0; row < log.size(); row++) {
            early += issued.contains(log.ticket(row)) || log.kind(row) == OperationKind.ISSUED ? 0 : 1;
            meeting += row > 0 && log.occurredAt(row) == log.occurredAt(row - 1) ? 1 : 0;
            if (log.kind(row) == OperationKind.ISSUED) {
                issued.add(log.ticket(row));
            }
        }
        assertThat(early).isGreaterThan(ARRIVALS / 500);
        assertThat(meeting).isGreaterThan(ARRIVALS / 20);
        assertThat(issued).hasSize(log.tickets());
    }

    @Test
    void theHottestTicketHasThousandsOfTimesAsManyAsTheColdest() {
        long[] byTicket = new long[log.tickets()];
        IntStream.range(0, log.size()).forEach(row -> byTicket[log.ticket(row)]++);
        Arrays.sort(byTicket);
        assertThat(byTicket[byTicket.length - 1]).isGreaterThan(ARRIVALS / 200);
        assertThat(byTicket[0]).isLessThan(4);
    }

    @Test
    void filesHaveALineForEveryArrival(@TempDir Path target) throws Exception {
        Bench bench = new Bench(target, 1000);
        List<String> csv = Files.readAllLines(bench.csv(Arrival.BY_TIME));
        assertThat(csv).hasSize(1001);
        assertThat(csv.get(0)).isEqualTo("event_id,ticket_id,operation,occurred_at,device_id");
        assertThat(csv.subList(1, 1001))
                .allMatch(
                        line -> line.matches(
                                "festival-2026,[0-9a-f-]{36},[a-z_]+,2026-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z,(gate \\d+|[0-9a-f-]{36})?"));
        List<String> ndjson = Files.readAllLines(bench.ndjson(Arrival.SHUFFLED));
        assertThat(ndjson).hasSize(1000);
        assertThat(ndjson.get(0))
                .startsWith("{\"event_id\":\"festival-2026\",\"ticket_id\":\"")
                .endsWith("\"}");
    }

    private static List<String> lines(TicketLog log) {
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < log.size(); row++) {
            lines.add(log.ticketName(log.ticket(row)) + " " + log.kind(row) + " " + log.occurredAt(row) + " "
                    + log.deviceName(log.device(row)));
        }
        return lines;
    }
}
