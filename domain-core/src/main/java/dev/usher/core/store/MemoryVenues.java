package dev.usher.core.store;

import dev.usher.core.event.Venue;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import java.util.List;
import java.util.Optional;

/** Venues, in memory. */
record MemoryVenues(MemoryTransaction transaction) implements VenueTable {
    private static final MemoryTable<Long, Venue> VENUES = new MemoryTable<>("venues");

    @Override
    public void add(Venue venue) {
        transaction.putNew(VENUES, venue.id(), version(venue, 1), "venue " + venue.id());
    }

    @Override
    public Optional<Venue> find(long id) {
        return transaction.row(VENUES, id);
    }

    @Override
    public boolean replace(Venue venue) {
        Optional<Venue> known = find(venue.id())
                .filter(found -> found.organization() == venue.organization() && found.version() == venue.version());
        known.ifPresent(found -> transaction.put(VENUES, venue.id(), version(venue, venue.version() + 1)));
        return known.isPresent();
    }

    @Override
    public Page<Venue> of(long organization, PageRequest page) {
        List<Venue> ours = transaction.all(VENUES).stream()
                .filter(venue -> venue.organization() == organization)
                .toList();
        return ListedEvents.page(ours, page);
    }

    private static Venue version(Venue venue, long version) {
        return new Venue(venue.organization(), venue.id(), version, venue.attributes());
    }
}
