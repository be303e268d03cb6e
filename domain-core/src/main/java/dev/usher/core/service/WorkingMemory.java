package dev.usher.core.service;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How much heap the work on whole logs may take at a time; work that finds no room waits until other work has ended.
 *
 * <p>What alone needs more than there is has all of it to itself.
 */
final class WorkingMemory {
    private static final int PARTS = 1_000;

    private final Semaphore free = new Semaphore(PARTS, true);
    private final long bytes;

    WorkingMemory(long bytes) {
        this.bytes = bytes;
    }

    /** How much there is, in bytes. */
    long bytes() {
        return bytes;
    }

    /** Does work that needs so many bytes. Work must not begin other work here, for it would wait for itself. */
    <T> T during(long needed, Supplier<T> work) {
        int parts = parts(needed);
        free.acquireUninterruptibly(parts);
        try {
            return work.get();
        } finally {
            free.release(parts);
        }
    }

    private int parts(long needed) {
        return needed >= bytes ? PARTS : 1 + (int) (Math.min(needed, Long.MAX_VALUE / PARTS) * (PARTS - 1) / bytes);
    }
}
