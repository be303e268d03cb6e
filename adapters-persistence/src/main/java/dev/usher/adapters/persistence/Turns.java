package dev.usher.adapters.persistence;

import dev.usher.core.event.EventRef;
import dev.usher.core.store.StoreUnavailable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets the transactions of this process work on an event's log one after another.
 *
 * <p>The database's own lock on the head still stands behind it, for other nodes. But HSQLDB waits for such a lock
 * without end, whatever timeout was said, and whoever waits here does not wait there.
 */
final class Turns {
    private static final long LONGEST_WAIT_SECONDS = 5;

    private final Map<EventRef, Turn> turns = new ConcurrentHashMap<>();

    /** The turns of a new transaction; closed when it has ended, however it did. */
    Held begin() {
        return new Held();
    }

    // The count of those who have or await the turn is only touched while the map holds the key.
    private static final class Turn {
        private final Semaphore semaphore = new Semaphore(1, true);
        private int interested;
    }

    /** What one transaction holds. Used by one thread. */
    final class Held implements AutoCloseable {
        private final Set<EventRef> events = new HashSet<>();

        private Held() {}

        /**
         * Waits for the turn on an event's log, which this transaction then has until it ends.
         *
         * @throws StoreUnavailable when another transaction has it for too long, or the thread is interrupted meanwhile
         */
        void take(EventRef event) {
            if (events.contains(event)) {
                return;
            }
            Turn turn = joined(event);
            if (!isTaken(turn)) {
                leave(event);
                throw notTaken(event);
            }
            events.add(event);
        }

        @Override
        public void close() {
            events.forEach(event -> leave(event).semaphore.release());
            events.clear();
        }
    }

    private Turn joined(EventRef event) {
        return turns.compute(event, (key, known) -> {
            Turn turn = known == null ? new Turn() : known;
            turn.interested++;
            return turn;
        });
    }

    private Turn leave(EventRef event) {
        Turn turn = turns.get(event);
        if (turn == null) {
            throw new IllegalStateException("nobody has the turn on " + event);
        }
        turns.computeIfPresent(event, (key, known) -> --known.interested == 0 ? null : known);
        return turn;
    }

    private static boolean isTaken(Turn turn) {
        try {
            return turn.semaphore.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static StoreUnavailable notTaken(EventRef event) {
        String waited = Thread.currentThread().isInterrupted()
                ? ", and waiting for it was interrupted"
                : " for more than " + LONGEST_WAIT_SECONDS + " s";
        return new StoreUnavailable("event " + event.event() + " is being written by another transaction" + waited
                + "; nothing was written, try again");
    }
}
