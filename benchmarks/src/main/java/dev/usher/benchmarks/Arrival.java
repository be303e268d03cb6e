package dev.usher.benchmarks;

/** In which order operations arrive. */
public enum Arrival {
    /** By time, but one in a hundred comes late, and one in a hundred comes twice. */
    BY_TIME,
    /** In no order at all. */
    SHUFFLED
}
