package dev.usher.benchmarks;

import java.nio.file.Path;
import java.util.List;

/** A steady stream of questions over HTTP while {@code usher import} sends another event through the same service. */
final class HttpDuringImportRow implements Row {
    private static final List<String> TIMES = List.of("p50", "p99", "p99.9", "longest");
    private static final int RATE = 2_000;
    private static final int ROUNDS = 5;
    private static final double SECONDS = 8;

    @Override
    public String name() {
        return "http-during-import";
    }

    @Override
    public String job() {
        return "2,000 questions a second over HTTP while another event is imported through the same service";
    }

    @Override
    public List<Metric> metrics() {
        return TIMES.stream()
                .map(time -> time.equals("p99") ? Metric.lower(time, "ms", Goal.atMost(25)) : Metric.lower(time, "ms"))
                .toList();
    }

    @Override
    public int heapMegabytes() {
        return 1024;
    }

    @Override
    public void enter(Contest contest, Bench bench) throws Exception {
        ServedEvent event = ServedEvent.in(contest, bench, name());
        Path file = bench.csv(Arrival.BY_TIME);
        double seconds = bench.isQuick() ? SECONDS / 4 : SECONDS;
        LoadProcess load = contest.closing(event.load(event.server()));
        load.closed(2 * seconds);
        ImportBeside beside = contest.closing(new ImportBeside(bench, event.store(), file));
        contest.enter(Contest.USHER, 1, ROUNDS, figures -> {
            beside.runs();
            List<Double> times = load.paced(seconds, RATE).times();
            beside.runs();
            bench.note("imports begun", beside.begun());
            for (int time = 0; time < TIMES.size(); time++) {
                figures.add(TIMES.get(time), times.get(time));
            }
        });
        bench.note("questions a second", RATE);
        bench.note("time of an answer", "from when its question was due");
    }
}
