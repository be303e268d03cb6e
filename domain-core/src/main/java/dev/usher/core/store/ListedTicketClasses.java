package dev.usher.core.store;

import dev.usher.core.attribute.Markup;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.listing.ListedName;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.listing.TicketClassOrder;
import dev.usher.core.ticketing.SalesWindow;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a listing of ticket classes means, said by brute force, as {@link ListedEvents} does for events. */
record ListedTicketClasses(TicketClassListing listing, MemoryEvents events, MemoryTicketClasses classes) {

    private record Row(Event event, TicketClass ticketClass) {}

    /** Those that match, in the order asked for. */
    List<TicketClass> of(List<TicketClass> all) {
        return all.stream()
                .flatMap(found -> events.find(found.event()).map(event -> new Row(event, found)).stream())
                .filter(this::matches)
                .sorted(order(listing.order())
                        .thenComparing(row -> row.ticketClass().id()))
                .map(Row::ticketClass)
                .toList();
    }

    private boolean matches(Row row) {
        TicketClass found = row.ticketClass();
        return new ListedEvents(listing.events()).matches(row.event(), classes::of)
                && (listing.ofEvents().isEmpty()
                        || listing.ofEvents().contains(found.event().event()))
                && listing.namePart().map(part -> isNamed(row, part)).orElse(true)
                && listing.costAbove()
                        .map(bound -> cost(found).compareTo(bound) > 0)
                        .orElse(true)
                && listing.costBelow()
                        .map(bound -> cost(found).compareTo(bound) < 0)
                        .orElse(true)
                && listing.salesStartAfter()
                        .map(bound -> SalesWindow.plannedStart(row.event(), found)
                                .filter(bound::isBefore)
                                .isPresent())
                        .orElse(true)
                && listing.salesEndBefore()
                        .map(bound -> SalesWindow.plannedEnd(row.event(), found)
                                .filter(bound::isAfter)
                                .isPresent())
                        .orElse(true)
                && listing.hidden()
                        .map(hidden -> found.is(TicketClassAttributes.HIDDEN) == hidden)
                        .orElse(true);
    }

    private static boolean isNamed(Row row, String part) {
        Optional<String> name = row.ticketClass().get(TicketClassAttributes.NAME);
        return name.filter(own -> ListedName.contains(Markup.seen(own), part)).isPresent()
                || ListedName.contains(row.event().seenName(), part);
    }

    private static Comparator<Row> order(TicketClassOrder order) {
        Comparator<Row> byCost = Comparator.comparing(row -> cost(row.ticketClass()));
        Comparator<Row> byType = Comparator.comparing(row -> type(row.ticketClass()));
        return switch (order) {
            case NONE -> Comparator.comparing(row -> row.ticketClass().id());
            case COST_ASC -> byCost;
            case COST_DESC -> byCost.reversed();
            case EVENT_START_DATE_ASC ->
                Comparator.comparing(row -> row.event().get(EventAttributes.START), ListedEvents.emptyLast(false));
            case TYPE_ASC -> byType;
            case TYPE_DESC -> byType.reversed();
        };
    }

    private static BigDecimal cost(TicketClass ticketClass) {
        return ticketClass
                .get(TicketClassAttributes.COST)
                .map(cost -> new BigDecimal(cost.major()))
                .orElse(BigDecimal.ZERO);
    }

    private static int type(TicketClass ticketClass) {
        if (ticketClass.is(TicketClassAttributes.DONATION)) {
            return 0;
        }
        return ticketClass.isPaid() ? 2 : 1;
    }
}
