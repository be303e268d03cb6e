package dev.usher.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** An NDJSON file taken into a new embedded store, against a parser that only reads it. */
final class ImportNdjsonRow implements Row {
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 5;

    @Override
    public String name() {
        return "import-ndjson";
    }

    @Override
    public String job() {
        return "an NDJSON file of 10 M rows, sorted by time, imported into a new HSQLDB store";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.higher(FreshImport.DURABLE, "rows/s", Goal.ratio(BareParsers.JACKSON, 0.5)),
                Metric.higher(FreshImport.INDEX_READY, "rows/s"));
    }

    @Override
    public void enter(Contest contest, Bench bench) throws Exception {
        Path file = bench.ndjson(Arrival.BY_TIME);
        FreshImport usher = new FreshImport(bench, name(), file, Replay.of(bench.log()));
        contest.enter(Contest.USHER, WARM_UPS, ROUNDS, usher::run);
        usher.enterParser(contest, BareParsers.JACKSON, WARM_UPS, ROUNDS, BareParsers::jackson);
    }
}
