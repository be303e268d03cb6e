package dev.usher.benchmarks;

import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.OperationKind;
import java.util.concurrent.locks.LockSupport;

/** An intake that remembers when all it was given had become durable, to half a millisecond. */
final class DurableWatch implements OperationIntake {
    private static final long NANOS_BETWEEN_LOOKS = 500_000;

    private final OperationIntake intake;
    private long taken;
    private volatile long durableAt;

    DurableWatch(OperationIntake intake) {
        this.intake = intake;
    }

    /** When the last operation had become durable, by {@link System#nanoTime}. */
    long durableAt() {
        return durableAt;
    }

    @Override
    public void add(CharSequence event, CharSequence ticket, OperationKind kind, long occurredAt, CharSequence device) {
        taken++;
        intake.add(event, ticket, kind, occurredAt, device);
    }

    @Override
    public long durable() {
        return intake.durable();
    }

    @Override
    public Totals finish() {
        Thread watch = new Thread(this::watch, "watch");
        watch.setDaemon(true);
        watch.start();
        try {
            Totals totals = intake.finish();
            watch.join();
            return totals;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", ended);
        }
    }

    private void watch() {
        while (intake.durable() < taken) {
            LockSupport.parkNanos(NANOS_BETWEEN_LOOKS);
        }
        durableAt = System.nanoTime();
    }
}
