package dev.usher.core.store;

import dev.usher.core.attribute.Markup;
import dev.usher.core.listing.ListedName;
import dev.usher.core.listing.ListedTicketClass;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.ticketing.SalesWindow;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.util.List;
import java.util.Optional;

/** What a listing of ticket classes means, said by brute force, as {@link ListedEvents} does for events. */
record ListedTicketClasses(TicketClassListing listing, MemoryEvents events, MemoryTicketClasses classes) {

    /** Those that match, in the order asked for. */
    List<TicketClass> of(List<TicketClass> all) {
        return all.stream()
                .flatMap(found -> events.find(found.event()).map(event -> new ListedTicketClass(event, found)).stream())
                .filter(this::matches)
                .sorted(listing.order().comparator())
                .map(ListedTicketClass::ticketClass)
                .toList();
    }

    private boolean matches(ListedTicketClass row) {
        TicketClass found = row.ticketClass();
        return new ListedEvents(listing.events()).matches(row.event(), classes::of)
                && (listing.ofEvents().isEmpty()
                        || listing.ofEvents().contains(found.event().event()))
                && listing.namePart().map(part -> isNamed(row, part)).orElse(true)
                && listing.costAbove()
                        .map(bound -> row.cost().compareTo(bound) > 0)
                        .orElse(true)
                && listing.costBelow()
                        .map(bound -> row.cost().compareTo(bound) < 0)
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

    private static boolean isNamed(ListedTicketClass row, String part) {
        Optional<String> name = row.ticketClass().get(TicketClassAttributes.NAME);
        return name.filter(own -> ListedName.contains(Markup.seen(own), part)).isPresent()
                || ListedName.contains(row.event().seenName(), part);
    }
}
