package dev.usher.benchmarks;

import dev.usher.core.store.MemoryStore;
import java.util.List;

/** A tenth of the big event, which HSQLDB can still hold as rows. */
final class SmallAsOfRow implements Row {
    @Override
    public String name() {
        return "as-of-1m";
    }

    @Override
    public String job() {
        return "statistics of one event as of a fresh instant, 1 M operations, in process";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(Metric.lower("p50", "µs"), Metric.lower("p99", "µs"));
    }

    @Override
    public void enter(Contest contest, Bench bench) throws Exception {
        TicketLog log = bench.log(bench.operations() / 10, Bench.SEED);
        Replay truth = Replay.of(log);
        House house = House.of(new MemoryStore(), log, log.arrival(Arrival.SHUFFLED));
        DuckRival duck = contest.closing(DuckRival.of(truth));
        bench.say("loading HSQLDB");
        HsqldbRival hsqldb = contest.closing(HsqldbRival.of(truth));
        bench.say("checking that all answer the same");
        Questions.check(Contest.USHER, truth, 100, house::at);
        Questions.check(DuckRival.RAW, truth, 5, duck::at);
        Questions.check(HsqldbRival.RAW, truth, 1, hsqldb::at);
        AsOfRow.enter(contest, log, Contest.USHER, 5, 50_000, house::at);
        AsOfRow.enter(contest, log, DuckRival.RAW, 1, 5, duck::at);
        AsOfRow.enter(contest, log, HsqldbRival.RAW, 1, 1, hsqldb::at);
    }
}
