package dev.usher.adapters.persistence;

import dev.usher.core.attribute.Markup;
import dev.usher.core.event.EventRef;
import dev.usher.core.listing.ListedName;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.money.Money;
import dev.usher.core.store.TicketClassTable;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Ticket classes in their table, and how they are listed beside it.
 *
 * @param handle the connection of the transaction
 * @param dialect what the database says differently
 * @param counts how many classes there are, and how many more the transaction makes
 */
record JdbiTicketClasses(Handle handle, Dialect dialect, EventCounts counts) implements TicketClassTable {
    private static final ConceptTable<TicketClass> CLASSES = new ConceptTable<>(
            "ticket_class", "id", List.of("organization_id", "event_id", "id"), TicketClassAttributes.ALL, row -> {
                EventRef event = new EventRef(row.getLong("organization_id"), row.getLong("event_id"));
                long id = row.getLong("id");
                long version = row.getLong("version");
                return attributes -> new TicketClass(event, id, version, attributes);
            });
    private static final String OF_EVENT = "WHERE c.organization_id = :organization AND c.event_id = :event";
    private static final String BY_SORTING = " ORDER BY COALESCE(c.sorting, "
            + TicketClassAttributes.SORTING.initial().orElseThrow() + "), c.id";

    @Override
    public void add(TicketClass ticketClass) {
        Map<String, Object> others = new HashMap<>(derived(ticketClass));
        others.putAll(identity(ticketClass.event(), ticketClass.id()));
        CLASSES.add(handle, ticketClass.id(), others, ticketClass.attributes());
        listed().add(ticketClass.id());
    }

    @Override
    public Optional<TicketClass> find(EventRef event, long id) {
        Map<String, Long> parameters = Map.of("organization", event.organization(), "event", event.event(), "id", id);
        return CLASSES.where(handle, OF_EVENT + " AND c.id = :id", parameters).stream()
                .findFirst();
    }

    @Override
    public List<TicketClass> of(EventRef event) {
        Map<String, Long> parameters = Map.of("organization", event.organization(), "event", event.event());
        return CLASSES.where(handle, OF_EVENT + BY_SORTING, parameters);
    }

    @Override
    public Map<EventRef, List<TicketClass>> ofAll(Collection<EventRef> events) {
        List<Long> numbers = events.stream().map(EventRef::event).toList();
        return CLASSES.in(handle, "event_id", numbers, BY_SORTING).stream()
                .filter(found -> events.contains(found.event()))
                .collect(Collectors.groupingBy(TicketClass::event));
    }

    @Override
    public boolean replace(TicketClass ticketClass) {
        boolean replaced = CLASSES.replace(
                handle,
                ticketClass.id(),
                ticketClass.version(),
                identity(ticketClass.event(), ticketClass.id()),
                derived(ticketClass),
                ticketClass.attributes());
        if (replaced) {
            listed().replace(ticketClass.id());
        }
        return replaced;
    }

    @Override
    public boolean remove(EventRef event, long id) {
        boolean removed = CLASSES.remove(handle, id, identity(event, id));
        if (removed) {
            listed().remove(id);
        }
        return removed;
    }

    @Override
    public Page<TicketClass> list(TicketClassListing listing) {
        ListedRows.Found found = new TicketClassPages(handle, dialect, counts).find(listing);
        return new Page<>(CLASSES.of(handle, found.ids()), found.total(), listing.page());
    }

    private ListedClasses listed() {
        return new ListedClasses(handle, counts);
    }

    private static Map<String, Long> identity(EventRef event, long id) {
        return Map.of("organization_id", event.organization(), "event_id", event.event(), "id", id);
    }

    private static Map<String, Object> derived(TicketClass ticketClass) {
        BigDecimal cost = ticketClass
                .get(TicketClassAttributes.COST)
                .map(Money::major)
                .map(BigDecimal::new)
                .orElse(BigDecimal.ZERO);
        String name = ticketClass
                .get(TicketClassAttributes.NAME)
                .map(Markup::seen)
                .map(ListedName::of)
                .orElse("");
        return Map.of("cost_major", cost, "listed_name", name);
    }
}
