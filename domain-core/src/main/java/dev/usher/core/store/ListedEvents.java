package dev.usher.core.store;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.EventStatus;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.EventOrder;
import dev.usher.core.listing.ListedName;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.ticketing.Inventory;
import dev.usher.core.ticketing.TicketClass;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a listing of events means, said by brute force: look at each event, keep what matches, sort all of it. */
record ListedEvents(EventListing listing) {

    /** Those that match, in the order asked for. */
    List<Event> of(List<Event> events, Function<EventRef, List<TicketClass>> classes) {
        return events.stream()
                .filter(event -> matches(event, classes))
                .sorted(order(listing.order()))
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
        boolean over = event.get(EventAttributes.END)
                .filter(end -> !listing.now().isBefore(end))
                .isPresent();
        return switch (listing.time()) {
            case ALL -> true;
            case PAST -> over;
            case CURRENT_FUTURE -> !over;
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

    private static Comparator<Event> order(EventOrder order) {
        return switch (order) {
            case START_ASC, START_DESC -> order(order, event -> event.get(EventAttributes.START));
            case CREATED_ASC, CREATED_DESC -> order(order, event -> event.get(EventAttributes.CREATED_AT));
            case NAME_ASC, NAME_DESC -> order(order, event -> Optional.of(ListedName.of(event.seenName())));
        };
    }

    private static <T extends Comparable<? super T>> Comparator<Event> order(
            EventOrder order, Function<Event, Optional<T>> value) {
        Comparator<Event> byNumber = Comparator.comparing(event -> event.ref().event());
        return Comparator.comparing(value, emptyLast(order.isDescending()))
                .thenComparing(order.isDescending() ? byNumber.reversed() : byNumber);
    }

    /** Those without a value last, the others in their order or in its reverse. */
    static <T extends Comparable<? super T>> Comparator<Optional<T>> emptyLast(boolean descending) {
        return (left, right) -> {
            if (left.isEmpty() || right.isEmpty()) {
                return Boolean.compare(left.isEmpty(), right.isEmpty());
            }
            int ascending = left.get().compareTo(right.get());
            return descending ? -ascending : ascending;
        };
    }
}
