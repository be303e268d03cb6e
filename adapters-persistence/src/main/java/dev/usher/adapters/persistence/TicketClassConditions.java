package dev.usher.adapters.persistence;

import dev.usher.core.listing.ListedName;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.ticketing.SalesWindow;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a listing of ticket classes asks for, said of the rows of {@code ticket_class_listing}, which are called {@code l}.
 *
 * @param listing what is asked for
 */
record TicketClassConditions(TicketClassListing listing) {
    private static final String NAMED = "POSITION(CAST(:%s AS VARCHAR(510)) IN l.%s) > 0";

    /** As the class says, else when its event was published. */
    private static final String SALES_START =
            "COALESCE(l.sales_start_micros, (SELECT p.published_at_micros FROM event p WHERE p.id = l.event_id))";

    /** As the class says, else so long before its event starts. */
    private static final String SALES_END = "COALESCE(l.sales_end_micros, CASE WHEN l.starts_or_last < "
            + ListedEvent.LAST + " THEN l.starts_or_last - "
            + TimeUnit.SECONDS.toMicros(SalesWindow.BEFORE_THE_EVENT.toSeconds()) + " END)";

    /** All of them. */
    Conditions all() {
        Conditions conditions = events().allButName()
                .and(NAMED.formatted("eventPart", "event_listed_name"), "eventPart", events().namePart(), part -> part)
                .and(
                        "(" + NAMED.formatted("part", "listed_name") + " OR "
                                + NAMED.formatted("part", "event_listed_name") + ")",
                        "part",
                        namePart(),
                        Function.identity())
                .and("l.cost_major > :costAbove", "costAbove", listing.costAbove(), Function.identity())
                .and("l.cost_major < :costBelow", "costBelow", listing.costBelow(), Function.identity())
                .and(
                        SALES_START + " > :salesStartAfter",
                        "salesStartAfter",
                        listing.salesStartAfter(),
                        InstantText::microseconds)
                .and(
                        SALES_END + " < :salesEndBefore",
                        "salesEndBefore",
                        listing.salesEndBefore(),
                        InstantText::microseconds)
                .and("l.is_hidden = :hidden", "hidden", listing.hidden(), Function.identity());
        return listing.ofEvents().isEmpty()
                ? conditions
                : conditions.and(listing.ofEvents().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(", ", "l.event_id IN (", ")")));
    }

    /** True when what events are counted by is all that is asked for. */
    boolean isToldByBucket() {
        return events().isToldByBucket()
                && events().namePart().isEmpty()
                && namePart().isEmpty()
                && listing.ofEvents().isEmpty()
                && listing.costAbove().isEmpty()
                && listing.costBelow().isEmpty()
                && listing.salesStartAfter().isEmpty()
                && listing.salesEndBefore().isEmpty()
                && listing.hidden().isEmpty();
    }

    /** What is asked of events. */
    EventConditions events() {
        return new EventConditions(listing.events(), "event_id");
    }

    private Optional<String> namePart() {
        return listing.namePart().map(ListedName::of).filter(part -> !part.isEmpty());
    }
}
