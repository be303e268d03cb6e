package dev.usher.adapters.persistence;

import dev.usher.core.event.Organizer;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.store.OrganizerTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Organizers in their table. */
record JdbiOrganizers(Handle handle) implements OrganizerTable {
    private static final ConceptTable<Organizer> ORGANIZERS =
            new ConceptTable<>("organizer", "id", List.of("organization_id", "id"), Organizer.ATTRIBUTES, row -> {
                long organization = row.getLong("organization_id");
                long id = row.getLong("id");
                long version = row.getLong("version");
                return attributes -> new Organizer(organization, id, version, attributes);
            });

    @Override
    public void add(Organizer organizer) {
        ORGANIZERS.add(handle, organizer.id(), identity(organizer), organizer.attributes());
    }

    @Override
    public Optional<Organizer> find(long id) {
        return ORGANIZERS.of(handle, List.of(id)).stream().findFirst();
    }

    @Override
    public boolean replace(Organizer organizer) {
        return ORGANIZERS.replace(
                handle, organizer.id(), organizer.version(), identity(organizer), Map.of(), organizer.attributes());
    }

    @Override
    public Page<Organizer> of(long organization, PageRequest page) {
        return ORGANIZERS.page(handle, organization, page);
    }

    private static Map<String, Long> identity(Organizer organizer) {
        return Map.of("organization_id", organizer.organization(), "id", organizer.id());
    }
}
