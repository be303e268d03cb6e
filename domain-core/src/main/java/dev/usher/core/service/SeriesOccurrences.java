package dev.usher.core.service;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventRef;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.EventOrder;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.listing.SeriesFilter;
import dev.usher.core.listing.TimeFilter;
import dev.usher.core.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the occurrences of a series. */
final class SeriesOccurrences {
    private SeriesOccurrences() {}

    /** All that are not deleted, locked one after another by number. */
    static List<Event> locked(Transaction transaction, EventRef series) {
        List<EventRef> found = new ArrayList<>();
        boolean hasMore = true;
        for (int number = 1; hasMore; number++) {
            Page<Event> page = transaction.events().list(occurrences(series.organization(), number));
            page.items().stream()
                    .filter(event ->
                            event.series().filter(of -> of == series.event()).isPresent())
                    .map(Event::ref)
                    .forEach(found::add);
            hasMore = page.hasMore();
        }
        return found.stream()
                .sorted(Comparator.naturalOrder())
                .map(ref -> transaction.events().lock(ref).orElseThrow())
                .toList();
    }

    private static EventListing occurrences(long organization, int page) {
        return new EventListing(
                organization,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                TimeFilter.ALL,
                SeriesFilter.CHILDREN,
                Set.of(),
                EventOrder.CREATED_ASC,
                Instant.EPOCH,
                new PageRequest(page, PageRequest.MOST));
    }
}
