package dev.usher.core.service;

import dev.usher.core.event.KnownEvent;
import dev.usher.core.statistics.KnownNames;
import java.util.HashMap;
import java.util.Map;

/** Which names a bulk intake has stored, by event, up to a bound over all events. Used by one thread at a time. */
final class RememberedNames {
    private final Map<KnownEvent, KnownNames> events = new HashMap<>();
    private final long most;

    RememberedNames(long most) {
        this.most = most;
    }

    /** Those of an event. */
    KnownNames of(KnownEvent event) {
        return events.computeIfAbsent(event, absent -> new KnownNames());
    }

    /** How many names are remembered over all events. */
    long size() {
        return events.values().stream().mapToLong(KnownNames::size).sum();
    }

    /** Forgets all when there are too many. */
    void keepWithinBound() {
        if (size() > most) {
            events.clear();
        }
    }
}
