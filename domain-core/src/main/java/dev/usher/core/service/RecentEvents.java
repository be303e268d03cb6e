package dev.usher.core.service;

import java.util.Optional;

/**
 * Events that were looked at lately, up to a bound in bytes; the one looked at longest ago goes first.
 *
 * <p>What is here is never stale: a change forgets its event before it is acknowledged, and what was read before a change
 * is not kept after it. Where other processes may write, nothing is kept.
 */
final class RecentEvents {
    private final RecentlyUsed<Long, SeenEvent> events;
    private long changes;

    RecentEvents(long mostBytes) {
        this.events = new RecentlyUsed<>(mostBytes, SeenEvent::bytes);
    }

    synchronized Optional<SeenEvent> find(long number) {
        return events.find(number);
    }

    /** How many changes there were; to be asked before an event is read that shall be kept. */
    synchronized long changes() {
        return changes;
    }

    /** Keeps an event that was read after so many changes, unless there was another since: it might be of this one. */
    synchronized void keep(SeenEvent seen, long changesBefore) {
        if (changes == changesBefore) {
            events.keep(seen.event().ref().event(), seen);
        }
    }

    /** The event is another now. */
    synchronized void changed(long number) {
        changes++;
        events.forget(number);
    }
}
