package dev.usher.adapters.persistence;

import dev.usher.core.event.Venue;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.store.VenueTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Venues in their table. */
record JdbiVenues(Handle handle) implements VenueTable {
    private static final ConceptTable<Venue> VENUES =
            new ConceptTable<>("venue", "id", List.of("organization_id", "id"), Venue.ATTRIBUTES, row -> {
                long organization = row.getLong("organization_id");
                long id = row.getLong("id");
                long version = row.getLong("version");
                return attributes -> new Venue(organization, id, version, attributes);
            });

    @Override
    public void add(Venue venue) {
        VENUES.add(handle, venue.id(), identity(venue), venue.attributes());
    }

    @Override
    public Optional<Venue> find(long id) {
        return VENUES.of(handle, List.of(id)).stream().findFirst();
    }

    @Override
    public boolean replace(Venue venue) {
        return VENUES.replace(handle, venue.id(), venue.version(), identity(venue), Map.of(), venue.attributes());
    }

    @Override
    public Page<Venue> of(long organization, PageRequest page) {
        return VENUES.page(handle, organization, page);
    }

    private static Map<String, Long> identity(Venue venue) {
        return Map.of("organization_id", venue.organization(), "id", venue.id());
    }
}
