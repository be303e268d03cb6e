package dev.usher.core.listing;

import dev.usher.core.event.EventStatus;
import java.time.Instant;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which events of one organization are wanted; deleted ones never are.
 *
 * @param organization number of the organization
 * @param namePart what the name contains, without regard to case; empty for any
 * @param statuses where they stand at {@code now}; ENDED stands for COMPLETED too (decision 12); empty for any
 * @param eventGroup of this group
 * @param series what of a series is wanted
 * @param venues at one of these; empty for any
 * @param now the instant that statuses and time are told by
 */
public record EventListing(
        long organization,
        Optional<String> namePart,
        Optional<Currency> currency,
        Set<EventStatus> statuses,
        Optional<String> eventGroup,
        TimeFilter time,
        SeriesFilter series,
        Set<Long> venues,
        EventOrder order,
        Instant now,
        PageRequest page) {

    public EventListing {
        statuses = Set.copyOf(statuses);
        venues = Set.copyOf(venues);
    }

    /** True when events of a status are wanted. */
    public boolean wants(EventStatus status) {
        return statuses.isEmpty()
                || statuses.contains(status)
                || (status == EventStatus.COMPLETED && statuses.contains(EventStatus.ENDED));
    }

    /** The same, but only events whose name has this in it, whatever its case. */
    public EventListing named(String part) {
        return new EventListing(
                organization,
                Optional.of(part),
                currency,
                statuses,
                eventGroup,
                time,
                series,
                venues,
                order,
                now,
                page);
    }

    /** The same, but only events that stand at one of these; at any, if it is empty. */
    public EventListing standing(Set<EventStatus> where) {
        return new EventListing(
                organization, namePart, currency, where, eventGroup, time, series, venues, order, now, page);
    }

    /** The same, but only what is over, or what is not. */
    public EventListing during(TimeFilter when) {
        return new EventListing(
                organization, namePart, currency, statuses, eventGroup, when, series, venues, order, now, page);
    }

    /** The same, with series, their occurrences, or neither. */
    public EventListing of(SeriesFilter which) {
        return new EventListing(
                organization, namePart, currency, statuses, eventGroup, time, which, venues, order, now, page);
    }

    /** The same in another order. */
    public EventListing in(EventOrder another) {
        return new EventListing(
                organization, namePart, currency, statuses, eventGroup, time, series, venues, another, now, page);
    }

    /** The same of another organization, from another page on. */
    public EventListing of(long another, PageRequest from) {
        return new EventListing(
                another, namePart, currency, statuses, eventGroup, time, series, venues, order, now, from);
    }

    /** All of an organization's events but series parents, the next to start first. */
    public static EventListing all(long organization, Instant now) {
        return new EventListing(
                organization,
                Optional.empty(),
                Optional.empty(),
                EnumSet.complementOf(EnumSet.of(EventStatus.DELETED)),
                Optional.empty(),
                TimeFilter.ALL,
                SeriesFilter.CHILDREN,
                Set.of(),
                EventOrder.START_ASC,
                now,
                PageRequest.first());
    }
}
