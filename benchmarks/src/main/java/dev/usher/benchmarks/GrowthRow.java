package dev.usher.benchmarks;

import dev.usher.core.statistics.OperationBlock;
import dev.usher.core.statistics.TicketStatistics;
import dev.usher.core.statistics.Timeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** How an answer slows down as an event grows a hundredfold, with its latest operations in runs of their own. */
final class GrowthRow implements Row {
    private static final String CACHED = "at 1 M, in the cache";
    private static final String SMALL = "at 1 M";
    private static final String MIDDLE = "at 10 M";
    private static final int PARTS = 10;
    private static final int CHECKED = 20;
    private static final int QUESTIONS = 50_000;

    @Override
    public String name() {
        return "as-of-100m";
    }

    @Override
    public String job() {
        return "statistics of one event as of a fresh instant, 100 M operations in up to four runs, its index alone";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(Metric.lower("p50", "µs", Goal.atMost(3), Goal.ratio(SMALL, 0.25)), Metric.lower("p99", "µs"));
    }

    @Override
    public int heapMegabytes() {
        return 6144;
    }

    @Override
    public Duration limit() {
        return Duration.ofMinutes(8);
    }

    @Override
    public void enter(Contest contest, Bench bench) throws Exception {
        TicketLog first = bench.log();
        long[] instants = first.instants(CHECKED, Bench.SEED);
        List<Timeline> small = IntStream.range(0, PARTS)
                .mapToObj(number -> alone(bench.log(bench.operations() / 10, Bench.SEED + number)))
                .toList();
        Timeline middle = alone(first);
        Timeline large = large(bench, instants);
        int[] turn = {0};
        enter(contest, first, CACHED, small.get(0)::at);
        enter(contest, first, SMALL, instant -> small.get(turn[0]++ % PARTS).at(instant));
        enter(contest, first, MIDDLE, middle::at);
        enter(contest, first, Contest.USHER, large::at);
        bench.note(SMALL, "ten events of 1 M asked in turn, so that they are larger than the cache as the others are");
    }

    private static Timeline alone(TicketLog log) {
        Feed.Blocks blocks = new Feed.Blocks(0);
        blocks.add(log, log.arrival(Arrival.SHUFFLED), 0, log.arrivals());
        Timeline timeline = Timeline.of(blocks.now());
        Replay truth = Replay.of(log);
        for (long instant : log.instants(CHECKED, Bench.SEED)) {
            requireEqual(timeline.at(instant), truth.at(instant), instant);
        }
        return timeline;
    }

    /**
     * Ten logs as one event. Most of it is built at once; the rest of the last log arrives in three parts, each about an
     * eighth of the one before, and so stays in runs of its own.
     */
    private static Timeline large(Bench bench, long[] instants) {
        int operations = bench.operations();
        bench.say("packing " + PARTS + " logs");
        List<Part> parts = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(number -> part(bench, number, instants))
                .toList();
        List<OperationBlock> blocks =
                parts.stream().flatMap(part -> part.blocks().stream()).collect(Collectors.toCollection(ArrayList::new));
        TicketLog last = bench.log(operations, Bench.SEED + PARTS - 1);
        int[] rows = last.arrival(Arrival.SHUFFLED);
        Feed.Blocks feed = new Feed.Blocks((long) operations * (PARTS - 1));
        Timeline timeline = Timeline.EMPTY;
        int from = 0;
        for (int end : new int[] {operations / 100 * 30, operations / 100 * 90, operations / 1000 * 985, operations}) {
            feed.add(last, rows, from, end);
            List<OperationBlock> now = new ArrayList<>(blocks);
            now.addAll(feed.now());
            bench.say("indexing " + ((PARTS - 1L) * operations + end) + " operations");
            timeline = from == 0 ? Timeline.of(now) : timeline.advance(now);
            from = end;
        }
        bench.note("bytes an operation", Goal.number((double) timeline.bytes() / PARTS / operations));
        for (int question = 0; question < instants.length; question++) {
            check(timeline, parts, instants, question);
        }
        return timeline;
    }

    /** One of the logs as blocks, but for the last, and what is right for it alone. */
    private record Part(List<OperationBlock> blocks, List<TicketStatistics> right) {}

    private static Part part(Bench bench, int number, long[] instants) {
        int operations = bench.operations();
        TicketLog log = bench.log(operations, Bench.SEED + number);
        Replay truth = Replay.of(log);
        Feed.Blocks blocks = new Feed.Blocks((long) operations * number);
        if (number < PARTS - 1) {
            blocks.add(log, log.arrival(Arrival.SHUFFLED), 0, operations);
        }
        return new Part(
                blocks.now(), LongStream.of(instants).mapToObj(truth::at).toList());
    }

    private static void check(Timeline timeline, List<Part> parts, long[] instants, int question) {
        TicketStatistics right = parts.stream()
                .map(part -> part.right().get(question))
                .reduce(TicketStatistics.NONE, TicketStatistics::plus);
        requireEqual(timeline.at(instants[question]), right, instants[question]);
    }

    private static void requireEqual(TicketStatistics answer, TicketStatistics right, long instant) {
        if (!answer.equals(right)) {
            throw new IllegalStateException("a wrong answer as of " + instant + ": " + answer + " instead of " + right);
        }
    }

    private static void enter(Contest contest, TicketLog log, String name, Questions.Answering answering) {
        AsOfRow.enter(contest, log, name, 5, QUESTIONS, answering);
    }
}
