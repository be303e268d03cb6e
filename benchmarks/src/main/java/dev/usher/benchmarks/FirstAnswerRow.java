package dev.usher.benchmarks;

import dev.usher.core.store.Store;
import java.util.List;

/** The first question about an event that is not in memory, against a database that has it in memory and answers once. */
final class FirstAnswerRow implements Row {
    @Override
    public String name() {
        return "first-answer";
    }

    @Override
    public String job() {
        return "10 M operations loaded from HSQLDB, indexed and asked once; DuckDB, already loaded, is only asked once";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.lower("as of any instant", "ms", Goal.ratio(DuckRival.RAW, 1)),
                Metric.lower("as of now", "ms", Goal.ratio(DuckRival.RAW, 1)));
    }

    @Override
    public void enter(Contest contest, Bench bench) throws Exception {
        TicketLog log = bench.log();
        Replay truth = Replay.of(log);
        Store store = contest.closing(House.embedded(bench.folder(name())));
        House house = House.of(store, log, log.arrival(Arrival.BY_TIME));
        bench.say("loading DuckDB");
        DuckRival duck = contest.closing(DuckRival.of(truth));
        Questions.check(Contest.USHER, truth, 20, house.anew(store)::at);
        Questions.check(DuckRival.RAW, truth, 5, duck::at);
        Questions.check(DuckRival.BY_TIME, truth, 5, duck::atByTime);
        // A new engine over the store knows nothing: it reads the blocks, builds the index and answers.
        enter(contest, log, Contest.USHER, instant -> house.anew(store).at(instant));
        enter(contest, log, DuckRival.RAW, duck::at);
        enter(contest, log, DuckRival.BY_TIME, duck::atByTime);
        // DuckDB's time grows with the instant, Usher's does not; most first questions are about now.
        bench.note("instants", "evenly over the whole log, the same for both; and the last of it");
    }

    private static void enter(Contest contest, TicketLog log, String name, Questions.Answering answering) {
        int[] asked = {0};
        contest.enter(name, 3, 11, figures -> {
            long[] instant = log.spreadInstants(asked[0]++, 1);
            figures.add("as of any instant", millis(answering, instant));
            figures.add("as of now", millis(answering, new long[] {log.end()}));
        });
    }

    private static double millis(Questions.Answering answering, long[] instant) throws Exception {
        return Questions.ask(answering, instant).micros(0.5) / 1000;
    }
}
