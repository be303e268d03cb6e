package dev.usher.core.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.LongStream;

/**
 * The instants an answer is for, in equal steps.
 *
 * @param first the first of them, in microseconds since 1970
 * @param step from one to the next, in microseconds, above zero
 * @param count how many, at least one
 */
public record Instants(long first, long step, int count) {
    private static final long MICROSECONDS_A_SECOND = 1_000_000;

    /** One instant alone; what is beyond all microseconds counts as the last or first of them. */
    public static Instants of(Instant instant) {
        return new Instants(Timeline.clamped(instant), 1, 1);
    }

    /** The instants from one to another, which is the last when it falls on a step. */
    public static Instants between(Instant from, Instant to, Duration step) {
        return new Instants(Timeline.clamped(from), microseconds(step), (int) count(from, to, step));
    }

    /** How many instants there are from one to another, which is not before it; Long.MAX_VALUE for more than that. */
    static long count(Instant from, Instant to, Duration step) {
        // A difference too large for a long is right when it is read as unsigned.
        long more = Long.divideUnsigned(Timeline.clamped(to) - Timeline.clamped(from), microseconds(step));
        return more < 0 || more == Long.MAX_VALUE ? Long.MAX_VALUE : more + 1;
    }

    /** The instant at a place, counted from 0. */
    public Instant at(int index) {
        return InstantText.instant(first + step * index);
    }

    /** From one to the next. */
    public Duration duration() {
        return Duration.of(step, ChronoUnit.MICROS);
    }

    /** All of them, ascending, in microseconds since 1970. */
    long[] microseconds() {
        return LongStream.range(0, count).map(index -> first + step * index).toArray();
    }

    /** A duration in microseconds, the finer part cut off; Long.MAX_VALUE for one that is longer than any. */
    static long microseconds(Duration duration) {
        return duration.getSeconds() >= Long.MAX_VALUE / MICROSECONDS_A_SECOND
                ? Long.MAX_VALUE
                : duration.getSeconds() * MICROSECONDS_A_SECOND + duration.getNano() / 1_000;
    }
}
