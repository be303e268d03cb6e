package dev.usher.core.service;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.store.Transaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Keeps a locked event that was changed, or whose belongings were, under a new version, so that no update is lost. */
final class TouchedEvent {
    private TouchedEvent() {}

    static void keep(Transaction transaction, Event event, Instant now) {
        Event touched = event.with(EventAttributes.CHANGED_AT, now.truncatedTo(ChronoUnit.SECONDS));
        if (!transaction.events().replace(touched)) {
            throw new IllegalStateException("a locked event was changed by somebody else: " + event.ref());
        }
    }
}
