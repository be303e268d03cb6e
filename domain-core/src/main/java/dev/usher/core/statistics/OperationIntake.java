package dev.usher.core.statistics;

/** Takes many operations for one organization, keeps them in batches, and counts in the end. Used by one thread. */
public interface OperationIntake extends OperationSink {

    /** How many of the operations taken so far are durable, and will be found after a crash. */
    long durable();

    /** Keeps what is left and counts; nothing can be added afterwards. */
    Totals finish();

    /**
     * What became of the operations taken.
     *
     * @param added operations the store did not have
     * @param repeated operations it had already, or that were taken twice
     * @param events how many events they belong to
     */
    record Totals(long added, long repeated, int events) {}
}
