package dev.usher.core.service;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.EventState;
import dev.usher.core.store.Transaction;
import java.util.List;

/** Finds the occurrences of a series. */
final class SeriesOccurrences {
    private SeriesOccurrences() {}

    /** All that are not deleted, locked one after another by number. */
    static List<Event> locked(Transaction transaction, EventRef series) {
        return transaction.events().occurrences(series).stream()
                .filter(event -> EventState.of(event) != EventState.DELETED)
                .map(event -> transaction.events().lock(event.ref()).orElseThrow())
                .toList();
    }
}
