package dev.usher.core.service;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * A place where one piece of work after the other is done, each in a thread of its own, while whoever brings the next one
 * prepares it.
 *
 * <p>Who brings work waits until the piece before is done, so there is never more than one. When a piece fails, so does
 * every call after it, with the same exception. Work is brought by one thread at a time.
 */
final class Stage {
    private final String name;
    private FutureTask<Boolean> last = new FutureTask<>(() -> true);

    Stage(String name) {
        this.name = name;
        last.run();
    }

    /** Begins the work as soon as the work before it is done. */
    void begin(Runnable work) {
        awaitDone();
        last = new FutureTask<>(work, true);
        Thread thread = new Thread(last, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until all work is done; throws what it threw. */
    void awaitDone() {
        try {
            last.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            if (failed.getCause() instanceof Error reason) {
                throw reason;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for the " + name);
        }
    }
}
