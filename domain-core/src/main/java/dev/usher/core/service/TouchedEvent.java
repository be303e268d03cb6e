package dev.usher.core.service;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.store.Transaction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Raises the version of a locked event when what belongs to it was changed, so that no update is lost. */
final class TouchedEvent {
    private TouchedEvent() {}

    static void keep(Transaction transaction, Event event, Instant now) {
        Event touched = event.with(EventAttributes.CHANGED_AT, now.truncatedTo(ChronoUnit.SECONDS));
        if (!transaction.events().replace(touched)) {
            throw new IllegalStateException("a locked event was changed by somebody else");
        }
    }
}
