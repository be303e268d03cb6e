package dev.usher.adapters.persistence;

import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.ticketing.SalesWindow;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What a listing of ticket classes asks for, said of the rows of {@code ticket_class_listing}, which are called {@code l}.
 *
 * @param listing what is asked for
 */
record TicketClassConditions(TicketClassListing listing) {
    /** As the class says, else when its event was published. */
    private static final String SALES_START =
            "COALESCE(l.sales_start_micros, (SELECT p.published_at_micros FROM event p WHERE p.id = l.event_id))";

    /** As the class says, else so long before its event starts. */
    private static final String SALES_END = "COALESCE(l.sales_end_micros, CASE WHEN l.starts_or_last < "
            + ListedEvent.LAST + " THEN l.starts_or_last - "
            + TimeUnit.SECONDS.toMicros(SalesWindow.BEFORE_THE_EVENT.toSeconds()) + " END)";

    /** All of them. */
    Conditions all() {
        return besides(events().allButName());
    }

    /**
     * All of them, for rows that are looked for and not walked along: where events are named, the organization is said so
     * that HSQLDB does not take its index, which leads through all of its classes.
     */
    Conditions lookedFor() {
        return listing.ofEvents().isEmpty()
                ? all()
                : besides(events().ofOneOrganization()
                        .and(
                                "l.organization_id + 0 = :organization",
                                "organization",
                                listing.events().organization()));
    }

    private Conditions besides(Conditions ofEvents) {
        Conditions conditions = ofEvents.and(
                        NamePart.in("l.event_listed_name", "eventPart"),
                        "eventPart",
                        events().namePart(),
                        NamePart::listed)
                .and(
                        "(" + NamePart.in("l.listed_name", "part") + " OR " + NamePart.in("l.event_listed_name", "part")
                                + ")",
                        "part",
                        namePart(),
                        NamePart::listed)
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
        return listing.ofEvents().isEmpty() ? conditions : conditions.in("l.event_id", listing.ofEvents());
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

    private Optional<NamePart> namePart() {
        return NamePart.of(listing.namePart());
    }
}
