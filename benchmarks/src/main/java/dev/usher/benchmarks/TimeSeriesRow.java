package dev.usher.benchmarks;

import dev.usher.core.statistics.TicketStatistics;
import dev.usher.core.store.MemoryStore;
import java.sql.SQLException;
import java.util.List;

/** A chart of a thousand points. */
final class TimeSeriesRow implements Row {
    private static final int POINTS = 1000;

    @Override
    public String name() {
        return "time-series";
    }

    @Override
    public String job() {
        return "statistics of one event at 1,000 instants in equal steps, 10 M operations, in process";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(Metric.lower("time", "ms", Goal.atMost(1)));
    }

    /** Answers at instants in equal steps. */
    @FunctionalInterface
    private interface Series {
        List<TicketStatistics> of(long first, long step, int points) throws SQLException;
    }

    @Override
    public void enter(Contest contest, Bench bench) throws Exception {
        TicketLog log = bench.log();
        Replay truth = Replay.of(log);
        House house = House.of(new MemoryStore(), log, log.arrival(Arrival.BY_TIME));
        DuckRival duck = contest.closing(DuckRival.of(truth));
        Series usher =
                (first, step, points) -> house.series(first, step, points).points();
        check(Contest.USHER, truth, usher);
        check(DuckRival.CHANGES, truth, duck::series);
        enter(contest, log, Contest.USHER, 50, 200, usher);
        enter(contest, log, DuckRival.CHANGES, 1, 9, duck::series);
    }

    private static void check(String name, Replay truth, Series series) throws SQLException {
        TicketLog log = truth.log();
        long step = (log.end() - log.begin()) / (POINTS - 1);
        List<TicketStatistics> points = series.of(log.begin(), step, POINTS);
        for (int point = 0; point < POINTS; point += 37) {
            TicketStatistics right = truth.at(log.begin() + step * point);
            if (points.size() != POINTS || !points.get(point).equals(right)) {
                throw new IllegalStateException(
                        name + " has a wrong point " + point + ": " + points.get(point) + " instead of " + right);
            }
        }
    }

    /** Each series begins at another instant, so that no point was asked for before. */
    private static void enter(Contest contest, TicketLog log, String name, int warmUps, int rounds, Series series) {
        int[] asked = {0};
        contest.enter(name, warmUps, rounds, figures -> {
            long step = (log.end() - log.begin()) / (POINTS + 1);
            long first = log.spreadInstants(asked[0]++, 1)[0] % step + log.begin();
            long begin = System.nanoTime();
            List<TicketStatistics> points = series.of(first, step, POINTS);
            long nanos = System.nanoTime() - begin;
            if (points.size() != POINTS) {
                throw new IllegalStateException(name + " gives " + points.size() + " points instead of " + POINTS);
            }
            figures.add("time", nanos / 1e6);
        });
    }
}
