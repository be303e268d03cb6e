package dev.usher.core.service;

import static dev.usher.core.event.EventAttributes.ORGANIZER;
import static dev.usher.core.event.EventAttributes.VENUE;

import dev.usher.core.access.Actor;
import dev.usher.core.access.PackageLimits;
import dev.usher.core.access.Packages;
import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventOperation;
import dev.usher.core.event.EventSales;
import dev.usher.core.event.EventStatus;
import dev.usher.core.event.EventSurroundings;
import dev.usher.core.event.TicketOnOffer;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.EventOrder;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.listing.SeriesFilter;
import dev.usher.core.listing.TimeFilter;
import dev.usher.core.store.Transaction;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the rules of an event must know of the world, and what is shown beside it, as one transaction sees them. */
record EventLookups(Transaction transaction, Packages packages, Instant now) {

    /** The world around an event that would have these attributes; nothing is sold, for there are no orders yet. */
    EventSurroundings around(EventOperation operation, Event event, Attributes after) {
        long organization = event.ref().organization();
        Profile profile = transaction.profiles().of(organization);
        PackageLimits limits = packages.limits(profile);
        List<TicketOnOffer> tickets = transaction.ticketClasses().of(event.ref()).stream()
                .map(EventLookups::onOffer)
                .toList();
        return new EventSurroundings(
                profile,
                limits,
                transaction.identities().event(organization, event.externalId()).isEmpty(),
                after.get(VENUE)
                        .map(venue -> transaction.venues().isOf(organization, venue))
                        .orElse(true),
                after.get(ORGANIZER)
                        .map(organizer -> transaction.organizers().isOf(organization, organizer))
                        .orElse(true),
                tickets,
                EventSales.NONE,
                operation == EventOperation.PUBLISH ? freeEvents(organization, limits.freeEvents()) : 0);
    }

    /** An event as somebody may see it. */
    EventView view(Event event, Optional<Actor> actor) {
        return SeenEvent.of(event, transaction.ticketClasses().of(event.ref())).view(now, actor);
    }

    /** How many free events are on, counted as far as anybody needs to know. */
    private long freeEvents(long organization, long limit) {
        if (limit == 0 || limit == PackageLimits.UNLIMITED) {
            return 0;
        }
        long free = 0;
        boolean hasMore = true;
        for (int page = 1; hasMore && free < limit; page++) {
            Page<Event> events = transaction.events().list(published(organization, page));
            free += events.items().stream()
                    .filter(event ->
                            transaction.ticketClasses().of(event.ref()).stream().noneMatch(TicketClass::isPaid))
                    .count();
            hasMore = events.hasMore();
        }
        return free;
    }

    private EventListing published(long organization, int page) {
        return new EventListing(
                organization,
                Optional.empty(),
                Optional.empty(),
                EnumSet.of(EventStatus.LIVE, EventStatus.STARTED),
                Optional.empty(),
                TimeFilter.ALL,
                SeriesFilter.CHILDREN,
                Set.of(),
                EventOrder.CREATED_ASC,
                now,
                new PageRequest(page, PageRequest.MOST));
    }

    private static TicketOnOffer onOffer(TicketClass ticketClass) {
        return new TicketOnOffer(
                ticketClass.id(),
                ticketClass.get(TicketClassAttributes.NAME),
                ticketClass.get(TicketClassAttributes.QUANTITY_TOTAL),
                ticketClass.get(TicketClassAttributes.COST),
                ticketClass.is(TicketClassAttributes.FREE),
                ticketClass.is(TicketClassAttributes.DONATION),
                ticketClass.is(TicketClassAttributes.SPLIT_FEE));
    }
}
