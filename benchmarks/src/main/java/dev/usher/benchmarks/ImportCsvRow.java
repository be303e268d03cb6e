package dev.usher.benchmarks;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A CSV file taken into a new embedded store, against parsers that only read it and a database that copies it. */
final class ImportCsvRow implements Row {
    private static final int WARM_UPS = 3;
    private static final int ROUNDS = 5;

    private final String name;
    private final Arrival arrival;

    ImportCsvRow(String name, Arrival arrival) {
        this.name = name;
        this.arrival = arrival;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String job() {
        return "a CSV file of 10 M rows, "
                + (arrival == Arrival.BY_TIME ? "sorted by time" : "shuffled")
                + ", imported into a new HSQLDB store until it is durable and until it answers";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.higher(
                        FreshImport.DURABLE,
                        "rows/s",
                        Goal.ratio(BareParsers.FAST_CSV, 0.6),
                        Goal.ratio(PostgresCopy.INDEXED, 10)),
                Metric.higher(
                        FreshImport.INDEX_READY,
                        "rows/s",
                        Goal.ratio(BareParsers.FAST_CSV, 0.4),
                        Goal.ratio(PostgresCopy.INDEXED, 10)));
    }

    @Override
    public Duration limit() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void enter(Contest contest, Bench bench) throws Exception {
        Path file = bench.csv(arrival);
        Replay truth = Replay.of(bench.log());
        FreshImport usher = new FreshImport(bench, name, file, truth);
        PostgresCopy postgres = new PostgresCopy(contest.closing(PostgresRival.start()), file, truth);
        contest.enter(Contest.USHER, WARM_UPS, ROUNDS, usher::run);
        usher.enterParser(contest, BareParsers.FAST_CSV, WARM_UPS, ROUNDS, BareParsers::fastCsv);
        usher.enterParser(contest, BareParsers.FAST_CSV_IN_PLACE, WARM_UPS, ROUNDS, BareParsers::fastCsvInPlace);
        contest.enter(PostgresCopy.INDEXED, 0, 1, postgres::copyIndexed);
        contest.enter(PostgresCopy.INDEX_AFTER, 0, 1, postgres::copyThenIndex);
        bench.note("PostgreSQL", "one round each: it takes minutes, the others seconds");
    }
}
