package dev.usher.benchmarks;

import java.util.List;

/**
 * Something measured of a row.
 *
 * @param name such as {@code p50} or {@code durable}; a trial reports its figures under this name
 * @param unit such as {@code µs} or {@code rows/s}
 * @param isLowerBetter true for times and sizes, false for rates
 * @param goals what has to be reached; empty when it is only reported
 */
public record Metric(String name, String unit, boolean isLowerBetter, List<Goal> goals) {

    public Metric {
        goals = List.copyOf(goals);
    }

    /** A time or a size. */
    public static Metric lower(String name, String unit, Goal... goals) {
        return new Metric(name, unit, true, List.of(goals));
    }

    /** A rate. */
    public static Metric higher(String name, String unit, Goal... goals) {
        return new Metric(name, unit, false, List.of(goals));
    }

    /** How many times as good as the rival Usher is: above 1 it is ahead, whichever direction is better. */
    double ratio(double usher, double rival) {
        return isLowerBetter ? rival / usher : usher / rival;
    }
}
