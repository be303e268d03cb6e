package dev.usher.core.store;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.EventStatus;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.ListedName;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.ticketing.Inventory;
import dev.usher.core.ticketing.TicketClass;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a listing of events means, said by brute force: look at each event, keep what matches, sort all of it. */
record ListedEvents(EventListing listing) {

    /** Those that match, in the order asked for. */
    List<Event> of(List<Event> events, Function<EventRef, List<TicketClass>> classes) {
        return events.stream()
                .filter(event -> matches(event, classes))
                .sorted(listing.order().comparator())
                .toList();
    }

    /** One page of a whole list. */
    static <T> Page<T> page(List<T> all, PageRequest request) {
        int from = (int) Math.min(all.size(), request.offset());
        int to = Math.min(all.size(), from + request.size());
        return new Page<>(all.subList(from, to), all.size(), request);
    }

    /** True when the event is wanted. */
    boolean matches(Event event, Function<EventRef, List<TicketClass>> classes) {
        return event.ref().organization() == listing.organization()
                && listing.namePart()
                        .map(part -> ListedName.contains(event.seenName(), part))
                        .orElse(true)
                && isOf(listing.currency(), event.get(EventAttributes.CURRENCY))
                && isOf(listing.eventGroup(), event.get(EventAttributes.EVENT_GROUP))
                && isAtVenue(event)
                && isOnItsSideOfNow(event)
                && isOfItsSeries(event)
                && stands(event, classes);
    }

    private static <T> boolean isOf(Optional<T> wanted, Optional<T> found) {
        return wanted.isEmpty() || wanted.equals(found);
    }

    private boolean isAtVenue(Event event) {
        return listing.venues().isEmpty()
                || event.get(EventAttributes.VENUE)
                        .filter(listing.venues()::contains)
                        .isPresent();
    }

    private boolean isOnItsSideOfNow(Event event) {
        return switch (listing.time()) {
            case ALL -> true;
            case PAST -> event.hasEnded(listing.now());
            case CURRENT_FUTURE -> !event.hasEnded(listing.now());
        };
    }

    private boolean isOfItsSeries(Event event) {
        return switch (listing.series()) {
            case ALL -> true;
            case CHILDREN -> !event.isSeriesParent();
            case PARENTS -> event.series().isEmpty();
            case NONE -> event.series().isEmpty() && !event.isSeriesParent();
        };
    }

    private boolean stands(Event event, Function<EventRef, List<TicketClass>> classes) {
        boolean isFree = new Inventory(classes.apply(event.ref())).isFree();
        EventStatus status = event.status(listing.now(), isFree);
        return status != EventStatus.DELETED && listing.wants(status);
    }
}
