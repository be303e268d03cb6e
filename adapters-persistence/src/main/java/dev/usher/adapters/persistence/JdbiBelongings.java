package dev.usher.adapters.persistence;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.event.Belonging;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.store.BelongingTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Venues or organizers, in their table. */
record JdbiBelongings<B extends Belonging>(Handle handle, ConceptTable<B> table) implements BelongingTable<B> {
    private static final ConceptTable<Venue> VENUES = table("venue", Venue.ATTRIBUTES, Venue::new);
    private static final ConceptTable<Organizer> ORGANIZERS = table("organizer", Organizer.ATTRIBUTES, Organizer::new);

    static BelongingTable<Venue> venues(Handle handle) {
        return new JdbiBelongings<>(handle, VENUES);
    }

    static BelongingTable<Organizer> organizers(Handle handle) {
        return new JdbiBelongings<>(handle, ORGANIZERS);
    }

    @Override
    public void add(B added) {
        table.add(handle, added.id(), identity(added), added.attributes());
    }

    @Override
    public Optional<B> find(long id) {
        return table.of(handle, List.of(id)).stream().findFirst();
    }

    @Override
    public boolean replace(B changed) {
        return table.replace(
                handle, changed.id(), changed.version(), identity(changed), Map.of(), changed.attributes());
    }

    @Override
    public Page<B> of(long organization, PageRequest page) {
        return table.page(handle, organization, page);
    }

    private static Map<String, Long> identity(Belonging belonging) {
        return Map.of("organization_id", belonging.organization(), "id", belonging.id());
    }

    private static <B extends Belonging> ConceptTable<B> table(
            String name, List<Attribute<?>> attributes, Belonging.Making<B> making) {
        return new ConceptTable<>(name, "id", List.of("organization_id", "id"), attributes, row -> {
            long organization = row.getLong("organization_id");
            long id = row.getLong("id");
            long version = row.getLong("version");
            return known -> making.of(organization, id, version, known);
        });
    }
}
