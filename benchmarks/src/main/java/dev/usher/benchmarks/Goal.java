package dev.usher.benchmarks;

import java.util.Locale;
import java.util.Optional;

/** What a metric has to reach: a bound for Usher's median, or for how many times as good as a rival it is. */
public sealed interface Goal {

    /** Usher's median is at most so much, in the metric's unit. */
    static Goal atMost(double bound) {
        return new Bound(bound, true);
    }

    /** Usher's median is at least so much, in the metric's unit. */
    static Goal atLeast(double bound) {
        return new Bound(bound, false);
    }

    /**
     * Usher is at least so many times as good as the rival: for rates its median divided by the rival's, for times the
     * rival's divided by Usher's. So {@code ratio("bare FastCSV", 0.60)} is at least 60 % of its rate, and {@code
     * ratio("bare Vert.x", 0.80)} of a time is at most 1.25 times its time.
     */
    static Goal ratio(String rival, double bound) {
        return new Ratio(rival, bound);
    }

    /** Whether it is reached; empty when the rival has no figure. */
    Optional<Boolean> isReachedBy(Standing standing);

    /** The goal in words. */
    String text(Metric metric);

    /** A bound for Usher's own median. */
    record Bound(double bound, boolean most) implements Goal {
        @Override
        public Optional<Boolean> isReachedBy(Standing standing) {
            return standing.median(Contest.USHER).map(median -> most ? median <= bound : median >= bound);
        }

        @Override
        public String text(Metric metric) {
            return (most ? "<= " : ">= ") + number(bound) + " " + metric.unit();
        }
    }

    /** A bound for the ratio to a rival. */
    record Ratio(String rival, double bound) implements Goal {
        @Override
        public Optional<Boolean> isReachedBy(Standing standing) {
            return standing.ratio(rival).map(ratio -> ratio >= bound);
        }

        @Override
        public String text(Metric metric) {
            return ">= " + number(bound) + " x " + rival;
        }
    }

    /** A number without needless digits. */
    static String number(double value) {
        double size = Math.abs(value);
        if (size >= 1000 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return String.format(Locale.ROOT, size >= 100 ? "%.1f" : size >= 1 ? "%.2f" : "%.3g", value);
    }
}
