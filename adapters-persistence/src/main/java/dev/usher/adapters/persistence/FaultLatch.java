package dev.usher.adapters.persistence;

import dev.usher.core.store.StoreUnavailable;
import java.util.Optional;

/** Remembers the first fault of a disk for as long as the process runs; from then on no write is trusted. */
final class FaultLatch {
    private volatile Optional<Fault> first = Optional.empty();

    private record Fault(String action, Throwable cause) {}

    /** Tells of a fault; all but the first are ignored. */
    synchronized void trip(String action, Throwable cause) {
        if (first.isEmpty()) {
            first = Optional.of(new Fault(action, cause));
        }
    }

    boolean isTripped() {
        return first.isPresent();
    }

    /**
     * Throws when there was a fault.
     *
     * @param consequence what that means for the caller
     */
    void requireSound(String consequence) {
        first.ifPresent(fault -> {
            throw new StoreUnavailable(
                    "the disk failed (" + fault.action() + ": " + fault.cause().getMessage() + "); " + consequence
                            + "; nothing more is written until the disk is well and the program is started again",
                    fault.cause());
        });
    }
}
