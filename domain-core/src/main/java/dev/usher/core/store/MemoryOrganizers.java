package dev.usher.core.store;

import dev.usher.core.event.Organizer;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import java.util.List;
import java.util.Optional;

/** Organizers, in memory. */
record MemoryOrganizers(MemoryTransaction transaction) implements OrganizerTable {
    private static final MemoryTable<Long, Organizer> ORGANIZERS = new MemoryTable<>("organizers");

    @Override
    public void add(Organizer organizer) {
        transaction.putNew(ORGANIZERS, organizer.id(), version(organizer, 1), "organizer " + organizer.id());
    }

    @Override
    public Optional<Organizer> find(long id) {
        return transaction.row(ORGANIZERS, id);
    }

    @Override
    public boolean replace(Organizer organizer) {
        Optional<Organizer> known = find(organizer.id())
                .filter(found ->
                        found.organization() == organizer.organization() && found.version() == organizer.version());
        known.ifPresent(
                found -> transaction.put(ORGANIZERS, organizer.id(), version(organizer, organizer.version() + 1)));
        return known.isPresent();
    }

    @Override
    public Page<Organizer> of(long organization, PageRequest page) {
        List<Organizer> ours = transaction.all(ORGANIZERS).stream()
                .filter(organizer -> organizer.organization() == organization)
                .toList();
        return ListedEvents.page(ours, page);
    }

    private static Organizer version(Organizer organizer, long version) {
        return new Organizer(organizer.organization(), organizer.id(), version, organizer.attributes());
    }
}
