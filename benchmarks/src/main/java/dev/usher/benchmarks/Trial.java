package dev.usher.benchmarks;

/** What one contestant does in one round. */
@FunctionalInterface
public interface Trial {

    /** Does the job once and reports a figure for each metric it measures. */
    void run(Figures figures) throws Exception;
}
