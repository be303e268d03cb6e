package dev.usher.benchmarks;

import dev.usher.core.statistics.OperationText;
import dev.usher.core.store.MemoryStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Operations that are heard of long after they happened, until every answer and every merge has taken them in. */
final class LateOperationsRow implements Row {
    private static final int BATCH = 1000;
    private static final int ROUNDS = 5;
    private static final int ONE_IN = 11;

    @Override
    public String name() {
        return "late-operations";
    }

    @Override
    public String job() {
        return "1 M late operations into 10 M in batches of 1,000, until all merges are quiet, durability apart";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.lower("each, over a fifth", "µs", Goal.ratio(PostgresTotals.ONE_BY_ONE, 1000)),
                Metric.lower("each, over all", "µs", Goal.atMost(10)));
    }

    /** Whether a row arrives late: one in eleven, chosen without regard to anything. */
    private static boolean isLate(int row) {
        return ((row * 0x9E3779B97F4A7C15L) >>> Integer.SIZE) % ONE_IN == 0;
    }

    @Override
    public void enter(Contest contest, Bench bench) throws Exception {
        TicketLog log = bench.log(bench.operations() / 10 * ONE_IN, Bench.SEED);
        IntPredicate early = row -> !isLate(row);
        int[] late =
                IntStream.range(0, log.size()).filter(LateOperationsRow::isLate).toArray();
        TicketLog.shuffle(late, new SplittableRandom(Bench.SEED));
        Replay before = Replay.of(log, early);
        Replay truth = Replay.of(log);
        bench.say("taking in what is early");
        House house = House.of(
                new MemoryStore(),
                log,
                Arrays.stream(log.arrival(Arrival.BY_TIME)).filter(early).toArray());
        Questions.check(Contest.USHER, before, house::at, List.of(log.begin(), log.end()));
        enterUsher(contest, log, house, late, truth);

        bench.say("loading running totals into PostgreSQL");
        PostgresRival postgres = contest.closing(PostgresRival.start());
        PostgresTotals fine = new PostgresTotals(postgres, "fine", before, early, 10);
        PostgresTotals coarse = new PostgresTotals(postgres, "coarse", before, early, 1000);
        fine.enterOneByOne(contest, ROUNDS, late);
        coarse.enterManyAtOnce(contest, ROUNDS, late, BATCH);
        bench.note(
                "late operations",
                late.length / BATCH * BATCH + " for Usher; for PostgreSQL "
                        + ROUNDS * PostgresTotals.ONE_BY_ONE_A_ROUND + " one by one, and "
                        + ROUNDS * BATCH + " in batches");
        bench.note(
                "PostgreSQL",
                "which totals a late operation moves and by how much was worked out before, and is not in its time");
    }

    private static void enterUsher(Contest contest, TicketLog log, House house, int[] late, Replay truth) {
        int[] done = {0, 0};
        long[] nanosInAll = {0};
        int batches = late.length / BATCH;
        contest.enter(Contest.USHER, 0, ROUNDS, figures -> {
            done[1]++;
            int end = batches * done[1] / ROUNDS;
            List<List<OperationText>> said = new ArrayList<>();
            for (int batch = done[0]; batch < end; batch++) {
                said.add(IntStream.range(batch * BATCH, (batch + 1) * BATCH)
                        .mapToObj(at -> text(log, late[at]))
                        .toList());
            }
            long begin = System.nanoTime();
            for (List<OperationText> batch : said) {
                house.usher().ticketOperations().append(house.owner(), batch).orThrow();
            }
            house.at(log.end());
            long nanos = System.nanoTime() - begin;
            figures.add("each, over a fifth", nanos / 1000.0 / BATCH / (end - done[0]));
            done[0] = end;
            nanosInAll[0] += nanos;
            if (done[1] == ROUNDS) {
                figures.add("each, over all", nanosInAll[0] / 1000.0 / BATCH / batches);
                int[] rest = Arrays.copyOfRange(late, batches * BATCH, late.length);
                Feed.into(house.usher(), TicketLog.EVENT, log, rest);
                Questions.check(Contest.USHER, truth, 20, house::at);
            }
        });
    }

    private static OperationText text(TicketLog log, int row) {
        return new OperationText(
                TicketLog.EVENT,
                log.ticketName(log.ticket(row)),
                log.kind(row).word(),
                House.instant(log.occurredAt(row)).toString(),
                log.deviceName(log.device(row)));
    }
}
