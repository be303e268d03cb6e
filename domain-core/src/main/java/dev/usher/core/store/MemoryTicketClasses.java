package dev.usher.core.store;

import dev.usher.core.event.EventRef;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Ticket classes, in memory. */
record MemoryTicketClasses(MemoryTransaction transaction) implements TicketClassTable {
    private static final MemoryTable<InEvent, TicketClass> CLASSES = new MemoryTable<>("ticket classes");

    @Override
    public void add(TicketClass ticketClass) {
        transaction.putNew(CLASSES, key(ticketClass), version(ticketClass, 1), "ticket class " + ticketClass.id());
    }

    @Override
    public Optional<TicketClass> find(EventRef event, long id) {
        return transaction.row(CLASSES, new InEvent(event, id));
    }

    @Override
    public List<TicketClass> of(EventRef event) {
        return transaction
                .from(CLASSES, InEvent.first(event), key -> key.event().equals(event))
                .stream()
                .sorted(Comparator.comparing(
                        found -> found.get(TicketClassAttributes.SORTING).orElseThrow()))
                .toList();
    }

    @Override
    public Map<EventRef, List<TicketClass>> ofAll(Collection<EventRef> events) {
        Map<EventRef, List<TicketClass>> found = new HashMap<>();
        events.forEach(event -> found.put(event, of(event)));
        found.values().removeIf(List::isEmpty);
        return found;
    }

    @Override
    public boolean replace(TicketClass ticketClass) {
        Optional<TicketClass> known =
                find(ticketClass.event(), ticketClass.id()).filter(found -> found.version() == ticketClass.version());
        known.ifPresent(
                found -> transaction.put(CLASSES, key(ticketClass), version(ticketClass, ticketClass.version() + 1)));
        return known.isPresent();
    }

    @Override
    public boolean remove(EventRef event, long id) {
        return transaction.remove(CLASSES, new InEvent(event, id));
    }

    @Override
    public Page<TicketClass> list(TicketClassListing listing) {
        long organization = listing.events().organization();
        List<TicketClass> ours = transaction.from(
                CLASSES,
                InEvent.first(new EventRef(organization, Long.MIN_VALUE)),
                key -> key.event().organization() == organization);
        List<TicketClass> found = new ListedTicketClasses(listing, new MemoryEvents(transaction), this).of(ours);
        return ListedEvents.page(found, listing.page());
    }

    private static InEvent key(TicketClass ticketClass) {
        return new InEvent(ticketClass.event(), ticketClass.id());
    }

    private static TicketClass version(TicketClass ticketClass, long version) {
        return new TicketClass(ticketClass.event(), ticketClass.id(), version, ticketClass.attributes());
    }
}
