package dev.usher.core.store;

import dev.usher.core.event.Belonging;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import java.util.List;
import java.util.Optional;

/** Venues or organizers, in memory. */
record MemoryBelongings<B extends Belonging>(
        MemoryTransaction transaction, MemoryTable<Long, B> table, Belonging.Making<B> making)
        implements BelongingTable<B> {
    private static final MemoryTable<Long, Venue> VENUES = new MemoryTable<>("venues");
    private static final MemoryTable<Long, Organizer> ORGANIZERS = new MemoryTable<>("organizers");

    static BelongingTable<Venue> venues(MemoryTransaction transaction) {
        return new MemoryBelongings<>(transaction, VENUES, Venue::new);
    }

    static BelongingTable<Organizer> organizers(MemoryTransaction transaction) {
        return new MemoryBelongings<>(transaction, ORGANIZERS, Organizer::new);
    }

    @Override
    public void add(B added) {
        transaction.putNew(table, added.id(), version(added, 1), Long.toString(added.id()));
    }

    @Override
    public Optional<B> find(long id) {
        return transaction.row(table, id);
    }

    @Override
    public boolean replace(B changed) {
        Optional<B> known = find(changed.id())
                .filter(found ->
                        found.organization() == changed.organization() && found.version() == changed.version());
        known.ifPresent(found -> transaction.put(table, changed.id(), version(changed, changed.version() + 1)));
        return known.isPresent();
    }

    @Override
    public Page<B> of(long organization, PageRequest page) {
        List<B> ours = transaction.all(table).stream()
                .filter(each -> each.organization() == organization)
                .toList();
        return ListedEvents.page(ours, page);
    }

    private B version(B of, long version) {
        return making.of(of.organization(), of.id(), version, of.attributes());
    }
}
