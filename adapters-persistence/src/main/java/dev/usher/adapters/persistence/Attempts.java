package dev.usher.adapters.persistence;

import dev.usher.core.store.StoreUnavailable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jdbi.v3.core.JdbiException;

/** Runs a transaction again when a competing one was faster, a few times, with a pause that differs each time. */
final class Attempts {
    static final int MOST = 10;
    private static final int LONGEST_PAUSE_MILLIS = 200;

    private Attempts() {}

    /** A competing transaction was faster. */
    static final class Conflict extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient JdbiException report;

        Conflict(JdbiException report) {
            super(report);
            this.report = report;
        }
    }

    /**
     * The result of the first attempt that meets no conflict.
     *
     * @throws StoreUnavailable when all attempts met one
     */
    static <T> T run(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (Conflict conflict) {
                if (attempt == MOST) {
                    throw new StoreUnavailable(
                            "competing transactions were faster " + MOST + " times; nothing was written, try again",
                            conflict.report);
                }
                pause(Math.min(LONGEST_PAUSE_MILLIS, 2 << attempt));
            }
        }
    }

    // Chance here only keeps competitors apart; no result depends on it.
    private static void pause(int mostMillis) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, mostMillis + 1));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailable("interrupted while waiting for a competing transaction; nothing was written");
        }
    }
}
