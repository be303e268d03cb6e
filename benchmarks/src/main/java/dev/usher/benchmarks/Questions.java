package dev.usher.benchmarks;

import dev.usher.core.statistics.TicketStatistics;
import java.util.Arrays;
import java.util.List;

/** Asks as of fresh instants and takes the time of each answer. */
final class Questions {
    private Questions() {}

    /** Answers as of an instant, in microseconds since 1970. */
    @FunctionalInterface
    interface Answering {
        TicketStatistics at(long instant) throws Exception;
    }

    /** The times of answers, in nanoseconds, ascending. */
    static final class Times {
        private final long[] sorted;

        private Times(long[] sorted) {
            this.sorted = sorted;
        }

        /** The time within which that share of the answers came, in microseconds. */
        double micros(double share) {
            return sorted[(int) Math.min(sorted.length - 1, (long) (share * sorted.length))] / 1000.0;
        }
    }

    /** Asks each question once. The clock is looked at before and after each, which is in the time. */
    static Times ask(Answering answering, long[] instants) throws Exception {
        long[] nanos = new long[instants.length];
        long seen = 0;
        for (int question = 0; question < instants.length; question++) {
            long begin = System.nanoTime();
            TicketStatistics answer = answering.at(instants[question]);
            nanos[question] = System.nanoTime() - begin;
            seen += answer.total();
        }
        if (seen < 0) {
            throw new IllegalStateException("no event has fewer than no tickets");
        }
        Arrays.sort(nanos);
        return new Times(nanos);
    }

    /** How long looking at the clock twice takes, in nanoseconds: the median of many. */
    static long clockNanos() {
        long[] nanos = new long[100_001];
        for (int look = 0; look < nanos.length; look++) {
            long begin = System.nanoTime();
            nanos[look] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }

    /**
     * Proves that a contestant is right: at instants all over the log, at those of operations, and just before and after.
     */
    static void check(String contestant, Replay truth, int count, Answering answering) throws Exception {
        TicketLog log = truth.log();
        long[] instants = log.instants(count, Bench.SEED + count);
        for (int index = 0; index < count; index++) {
            long occurred = log.occurredAt((int) ((long) index * 7_919_993 % log.size()));
            check(contestant, truth, answering, List.of(instants[index], occurred + index % 3 - 1));
        }
        check(contestant, truth, answering, List.of(log.begin() - 1, log.begin(), log.end(), log.end() + 1));
    }

    /** Proves that a contestant is right at some instants. */
    static void check(String contestant, Replay truth, Answering answering, List<Long> instants) throws Exception {
        for (long instant : instants) {
            TicketStatistics right = truth.at(instant);
            TicketStatistics answer = answering.at(instant);
            if (!right.equals(answer)) {
                throw new IllegalStateException(
                        contestant + " answers wrongly as of " + instant + ":\n" + answer + " instead of\n" + right);
            }
        }
    }
}
