package dev.usher.core.service;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Events that were looked at lately, up to a bound in bytes; the one looked at longest ago goes first.
 *
 * <p>What is here is never stale: a change forgets its event before it is acknowledged, and what was read before a change
 * is not kept after it. Where other processes may write, nothing is kept.
 */
final class RecentEvents {
    private final Map<Long, SeenEvent> events = new LinkedHashMap<>(16, 0.75f, true);
    private final long mostBytes;
    private long bytes;
    private long changes;

    RecentEvents(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    synchronized Optional<SeenEvent> find(long number) {
        return Optional.ofNullable(events.get(number));
    }

    /** How many changes there were; to be asked before an event is read that shall be kept. */
    synchronized long changes() {
        return changes;
    }

    /** Keeps an event that was read after so many changes, unless there was another since: it might be of this one. */
    synchronized void keep(SeenEvent seen, long changesBefore) {
        if (changes != changesBefore || seen.bytes() > mostBytes) {
            return;
        }
        forget(seen.event().ref().event());
        events.put(seen.event().ref().event(), seen);
        bytes += seen.bytes();
        Iterator<SeenEvent> oldest = events.values().iterator();
        while (bytes > mostBytes) {
            bytes -= oldest.next().bytes();
            oldest.remove();
        }
    }

    /** The event is another now. */
    synchronized void changed(long number) {
        changes++;
        forget(number);
    }

    private void forget(long number) {
        SeenEvent seen = events.remove(number);
        if (seen != null) {
            bytes -= seen.bytes();
        }
    }
}
