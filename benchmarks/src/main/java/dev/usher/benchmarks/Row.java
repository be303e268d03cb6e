package dev.usher.benchmarks;

import java.time.Duration;
import java.util.List;

/**
 * One line of the table: a job that Usher and its rivals do on the same data, what is measured of it, and what has to be
 * reached.
 *
 * <p>Each row runs in a process of its own, so that no row warms or soils the machine for another.
 */
public interface Row {

    /** The name by which it is asked for, in lower case with hyphens, such as {@code as-of-100m}. */
    String name();

    /** What is done, in one sentence. */
    String job();

    /** What is measured; the first is the one people quote. */
    List<Metric> metrics();

    /** The heap of its process, in MiB. */
    default int heapMegabytes() {
        return 3072;
    }

    /** How long it may take with everything, after which its process is ended and the row has failed. */
    default Duration limit() {
        return Duration.ofMinutes(5);
    }

    /**
     * Makes everything ready, proves that all contestants give equal answers, and enters them into the contest.
     *
     * @throws Exception when it cannot be done, or when answers differ: then nothing is timed
     */
    void enter(Contest contest, Bench bench) throws Exception;
}
