package dev.usher.benchmarks;

import dev.usher.core.statistics.Timeline;
import dev.usher.core.store.MemoryStore;
import java.sql.PreparedStatement;
import java.util.List;

/** One event as of any instant, against databases that add up its operations for each question. */
final class AsOfRow implements Row {
    static final String TIMELINE_ALONE = "its index alone";

    private static final int QUESTIONS = 50_000;
    private static final int ROUNDS = 9;

    /** From here on chance spreads the instants of a round well enough. */
    private static final int MANY = 1000;

    @Override
    public String name() {
        return "as-of";
    }

    @Override
    public String job() {
        return "statistics of one event as of a fresh instant, 10 M operations, in process";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(Metric.lower("p50", "µs", Goal.atMost(1)), Metric.lower("p99", "µs"));
    }

    @Override
    public void enter(Contest contest, Bench bench) throws Exception {
        TicketLog log = bench.log();
        Replay truth = Replay.of(log);
        bench.say("taking in " + log.arrivals() + " operations");
        House house = House.of(new MemoryStore(), log, log.arrival(Arrival.BY_TIME));
        Feed.Blocks blocks = new Feed.Blocks(0);
        int[] rows = log.arrival(Arrival.SHUFFLED);
        blocks.add(log, rows, 0, rows.length);
        Timeline timeline = Timeline.of(blocks.now());
        bench.say("loading DuckDB");
        DuckRival duck = contest.closing(DuckRival.of(truth));
        bench.say("loading PostgreSQL");
        PostgresRival postgres = contest.closing(PostgresRival.start());
        PreparedStatement asOf = postgres.loadOperations(truth);
        bench.say("checking that all answer the same");
        Questions.check(Contest.USHER, truth, 100, house::at);
        Questions.check(TIMELINE_ALONE, truth, 100, timeline::at);
        Questions.check(DuckRival.RAW, truth, 5, duck::at);
        Questions.check(DuckRival.CHANGES, truth, 20, duck::atByChanges);
        Questions.check(PostgresRival.RAW, truth, 1, instant -> PostgresRival.ask(asOf, instant));
        bench.note(
                "questions a round",
                QUESTIONS + " for Usher, 3 for DuckDB, 20 for DuckDB on changes, 1 for PostgreSQL");
        bench.note("kinds of change", truth.changes());
        enter(contest, log, Contest.USHER, 5, QUESTIONS, house::at);
        enter(contest, log, TIMELINE_ALONE, 5, QUESTIONS, timeline::at);
        enter(contest, log, DuckRival.RAW, 1, 3, duck::at);
        enter(contest, log, DuckRival.CHANGES, 1, 20, duck::atByChanges);
        enter(contest, log, PostgresRival.RAW, 1, 1, instant -> PostgresRival.ask(asOf, instant));
    }

    /** Enters a contestant who answers so many questions a round, each at an instant nobody asked about before. */
    static void enter(
            Contest contest, TicketLog log, String name, int warmUps, int questions, Questions.Answering answering) {
        int[] asked = {0};
        contest.enter(name, warmUps, ROUNDS, figures -> {
            long[] instants = questions >= MANY
                    ? log.instants(questions, Bench.SEED + asked[0])
                    : log.spreadInstants(asked[0], questions);
            asked[0] += questions;
            Questions.Times times = Questions.ask(answering, instants);
            figures.add("p50", times.micros(0.50));
            figures.add("p99", times.micros(0.99));
        });
    }
}
