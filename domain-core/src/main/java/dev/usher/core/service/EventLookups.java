package dev.usher.core.service;

import static dev.usher.core.event.EventAttributes.ORGANIZER;
import static dev.usher.core.event.EventAttributes.VENUE;

import dev.usher.core.access.Actor;
import dev.usher.core.access.PackageLimits;
import dev.usher.core.access.Packages;
import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventOperation;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.EventSales;
import dev.usher.core.event.EventStatus;
import dev.usher.core.event.EventSurroundings;
import dev.usher.core.event.Question;
import dev.usher.core.event.TicketOnOffer;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.EventOrder;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.listing.SeriesFilter;
import dev.usher.core.listing.TimeFilter;
import dev.usher.core.store.Transaction;
import dev.usher.core.ticketing.Inventory;
import dev.usher.core.ticketing.Price;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the rules of an event must know of the world, and what is shown beside it, as one transaction sees them. */
record EventLookups(Transaction transaction, Packages packages, Instant now) {

    /** The world around an event that would have these attributes; nothing is sold, for there are no orders yet. */
    EventSurroundings around(EventOperation operation, Event event, Attributes after) {
        return around(operation, event, after, 0);
    }

    /**
     * The same in a step of a whole series.
     *
     * @param beside how many free events the same step has published before it
     */
    EventSurroundings around(EventOperation operation, Event event, Attributes after, long beside) {
        long organization = event.ref().organization();
        Profile profile = transaction.profiles().of(organization);
        PackageLimits limits = packages.limits(profile);
        List<TicketOnOffer> tickets = transaction.ticketClasses().of(event.ref()).stream()
                .map(ticketClass -> onOffer(ticketClass, profile))
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
                operation == EventOperation.PUBLISH && tickets.stream().allMatch(TicketOnOffer::isFree)
                        ? beside + freeEvents(organization, limits.freeEvents())
                        : 0,
                operation == EventOperation.SETTLE ? respondents(event) : Set.of());
    }

    /** An event as somebody may see it. */
    EventView view(Event event, Optional<Actor> actor) {
        return SeenEvent.of(event, transaction.ticketClasses().of(event.ref())).view(now, actor);
    }

    private Set<String> respondents(Event event) {
        return transaction.questions().of(event.ref()).stream()
                .flatMap(question -> question.attributes().get(Question.RESPONDENT).stream())
                .collect(Collectors.toSet());
    }

    /**
     * How many free events are on, counted as far as anybody needs to know; until the end of this transaction nobody else
     * counts, for two who do it at once would both find room for theirs.
     */
    private long freeEvents(long organization, long limit) {
        if (limit == 0 || limit == PackageLimits.UNLIMITED) {
            return 0;
        }
        transaction.identities().lock(organization);
        long free = 0;
        boolean hasMore = true;
        for (int page = 1; hasMore && free < limit; page++) {
            Page<Event> events = transaction.events().list(published(organization, page));
            Map<EventRef, List<TicketClass>> classes = transaction
                    .ticketClasses()
                    .ofAll(events.items().stream().map(Event::ref).toList());
            free += events.items().stream()
                    .filter(event -> !event.is(EventAttributes.EXTERNALLY_TICKETED))
                    .filter(event -> new Inventory(classes.getOrDefault(event.ref(), List.of())).isFree())
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

    private static TicketOnOffer onOffer(TicketClass ticketClass, Profile profile) {
        return new TicketOnOffer(
                ticketClass.id(),
                ticketClass.get(TicketClassAttributes.NAME),
                ticketClass.get(TicketClassAttributes.QUANTITY_TOTAL),
                ticketClass.get(TicketClassAttributes.COST),
                ticketClass.is(TicketClassAttributes.FREE),
                ticketClass.is(TicketClassAttributes.DONATION),
                ticketClass.is(TicketClassAttributes.SPLIT_FEE),
                Price.of(ticketClass, profile.fees()).map(Price::paysItsFee).orElse(true),
                ticketClass.get(TicketClassAttributes.SALES_START_AFTER).isPresent());
    }
}
