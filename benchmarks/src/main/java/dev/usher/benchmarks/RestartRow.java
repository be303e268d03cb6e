package dev.usher.benchmarks;

import dev.usher.core.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whole services started over a store that holds everything: after a clean stop, and after it was killed amid appends. */
final class RestartRow implements Row {
    private static final String AFTER_STOP = "ready after a stop";
    private static final String AFTER_KILL = "ready after kill -9";
    private static final String FIRST_ANSWER = "first answer";
    private static final String OTHER_EVENT = "killed amid";
    private static final int APPENDS = 5_000;

    @Override
    public String name() {
        return "restart";
    }

    @Override
    public String job() {
        return "usher serve over 10 M operations, from the start of the process to /health/ready, then one question";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.lower(AFTER_STOP, "s", Goal.atMost(3)),
                Metric.lower(AFTER_KILL, "s", Goal.atMost(8)),
                Metric.lower(FIRST_ANSWER, "s", Goal.atMost(1)));
    }

    @Override
    public void enter(Contest contest, Bench bench) throws Exception {
        TicketLog log = bench.log();
        Path stopped = bench.folder("restart-stopped");
        Path killed = bench.folder("restart-killed");
        long total;
        try (Store store = House.embedded(stopped)) {
            total = House.of(store, log, log.arrival(Arrival.SHUFFLED))
                    .at(log.end())
                    .total();
        }
        copy(stopped, killed);
        bench.say("killing a service amid appends");
        try (ServiceProcess service = ServiceProcess.start(bench, killed)) {
            service.killAmidAppends(OTHER_EVENT, APPENDS);
        }
        bench.note(
                "appends acknowledged before kill -9",
                APPENDS + " of " + ServiceProcess.OPERATIONS + " operations each");
        bench.note("bytes after a stop", bytes(stopped));
        bench.note("bytes after kill -9", bytes(killed));
        contest.enter(Contest.USHER, 1, 5, figures -> {
            restart(bench, stopped, AFTER_STOP, total, figures);
            restart(bench, killed, AFTER_KILL, total, figures);
        });
    }

    private static void restart(Bench bench, Path store, String metric, long total, Figures figures) throws Exception {
        Path copy = bench.folder("restart");
        copy(store, copy);
        try (ServiceProcess service = ServiceProcess.start(bench, copy)) {
            figures.add(metric, service.secondsUntilReady());
            figures.add(FIRST_ANSWER, service.secondsToAnswer(TicketLog.EVENT, total));
        }
    }

    // Blocks are linked, for they never change, and half a gigabyte on its way to the disk would hold up whoever syncs.
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else if (path.toString().endsWith(".block")) {
                    Files.createLink(copy, path);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .mapToLong(path -> path.toFile().length())
                    .sum();
        }
    }
}
