package dev.usher.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Questions over HTTP by clients that are always asking, against a server that looks at nothing. */
final class HttpAsOfRow implements Row {
    private static final String BARE = "bare Vert.x";
    private static final String ROUTED = "Vert.x Web router";
    private static final String RATE = "rate";
    private static final String CPU = "server CPU";
    private static final int WARM_UPS = 8;
    private static final int ROUNDS = 10;
    private static final double SECONDS = 2;

    @Override
    public String name() {
        return "http-as-of";
    }

    @Override
    public String job() {
        return "one event as of fresh instants over HTTP, with a token, 64 connections that are kept, no pipelining";
    }

    @Override
    public List<Metric> metrics() {
        // At most 1.25 times the processor time is at least 0.80 times as good.
        return List.of(
                Metric.higher(RATE, "requests/s", Goal.ratio(BARE, 0.80)),
                Metric.lower(CPU, "µs a request", Goal.ratio(BARE, 0.80)));
    }

    @Override
    public int heapMegabytes() {
        return 1024;
    }

    @Override
    public void enter(Contest contest, Bench bench) throws Exception {
        ServedEvent event = ServedEvent.in(contest, bench, name());
        int bodyBytes = event.bodyBytes();
        bench.note("body of an answer, in bytes", bodyBytes);
        double seconds = bench.isQuick() ? SECONDS / 4 : SECONDS;
        enter(contest, Contest.USHER, event.server(), event, seconds);
        enter(contest, BARE, contest.closing(ServerProcess.bare(event.server(), false, bodyBytes)), event, seconds);
        enter(contest, ROUTED, contest.closing(ServerProcess.bare(event.server(), true, bodyBytes)), event, seconds);
    }

    /** All are sent the same requests. */
    private static void enter(Contest contest, String name, ServerProcess server, ServedEvent event, double seconds)
            throws IOException {
        LoadProcess load = contest.closing(event.load(server));
        contest.enter(name, WARM_UPS, ROUNDS, figures -> {
            Duration before = server.cpu();
            Load.Outcome outcome = load.closed(seconds);
            figures.add(CPU, server.cpu().minus(before).toNanos() / 1000.0 / outcome.answers());
            figures.add(RATE, outcome.answers() / outcome.seconds());
        });
    }
}
