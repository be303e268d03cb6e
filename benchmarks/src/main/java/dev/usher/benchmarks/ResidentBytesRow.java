package dev.usher.benchmarks;

import dev.usher.core.statistics.OperationBlock;
import dev.usher.core.statistics.Timeline;
import java.lang.ref.Reference;
import java.util.List;

/** How much memory the index of an event takes, as it says itself and as the heap says. */
final class ResidentBytesRow implements Row {
    @Override
    public String name() {
        return "resident-bytes";
    }

    @Override
    public String job() {
        return "memory of the resident index of one event with 10 M operations";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.lower("heap", "bytes/operation", Goal.atMost(16)),
                Metric.lower("told", "bytes/operation", Goal.atMost(16)));
    }

    @Override
    public void enter(Contest contest, Bench bench) {
        TicketLog log = bench.log();
        Feed.Blocks feed = new Feed.Blocks(0);
        feed.add(log, log.arrival(Arrival.SHUFFLED), 0, log.arrivals());
        List<OperationBlock> blocks = feed.now();
        contest.enter(Contest.USHER, 0, 3, figures -> {
            long before = usedBytes();
            Timeline timeline = Timeline.of(blocks);
            try {
                figures.add("heap", (double) (usedBytes() - before) / log.size());
                figures.add("told", (double) timeline.bytes() / log.size());
            } finally {
                Reference.reachabilityFence(timeline);
                Reference.reachabilityFence(blocks);
            }
        });
    }

    /** How much of the heap is used by what can still be reached. */
    static long usedBytes() throws InterruptedException {
        Runtime runtime = Runtime.getRuntime();
        for (int collection = 0; collection < 3; collection++) {
            System.gc();
            Thread.sleep(50);
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
