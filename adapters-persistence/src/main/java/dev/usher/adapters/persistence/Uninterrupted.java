package dev.usher.adapters.persistence;

import java.nio.channels.ClosedByInterruptException;

/**
 * Work with the store that an interrupt does not cut short: it is done to its end, and the thread is interrupted after it.
 *
 * <p>An interrupt tells that somebody wants the thread, and nothing of the disk. But the JDK closes the channel that an
 * interrupted thread works with, which looks like a failing disk, and HSQLDB forgets interrupts at each statement.
 */
final class Uninterrupted {

    private Uninterrupted() {}

    /** What is to be done; it is done anew when an interrupt has closed its channel, so it opens that itself. */
    @FunctionalInterface
    interface Work<T, X extends Exception> {
        T run() throws X;
    }

    /** The result of the work. */
    static <T, X extends Exception> T run(Work<T, X> work) throws X {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return work.run();
                } catch (Exception failure) {
                    if (!(failure instanceof ClosedByInterruptException)) {
                        throw failure;
                    }
                    interrupted = true;
                    Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
