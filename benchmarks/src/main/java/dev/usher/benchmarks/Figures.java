package dev.usher.benchmarks;

/** Takes what a trial has measured. */
@FunctionalInterface
public interface Figures {

    /** Reports a figure in the unit of the metric of that name. */
    void add(String metric, double figure);
}
