package dev.usher.adapters.persistence;

import dev.usher.core.listing.ListedName;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.ticketing.SalesWindow;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What a listing of ticket classes asks for, said of their table {@code c} and of {@code event_listing}, called {@code e}. */
final class TicketClassConditions {
    private static final String WITH_EVENT =
            "JOIN event_listing e ON e.organization_id = c.organization_id AND e.id = c.event_id";
    private static final String NAMED = "POSITION(CAST(:%s AS VARCHAR(510)) IN %s.listed_name) > 0";

    /** As the class says, else when its event was published. */
    private static final String SALES_START =
            "COALESCE(c.sales_start_micros," + " (SELECT p.published_at_micros FROM event p WHERE p.id = c.event_id))";

    /** As the class says, else so long before its event starts. */
    private static final String SALES_END = "COALESCE(c.sales_end_micros, CASE WHEN e.starts_or_last < "
            + ListedEvent.LAST + " THEN e.starts_or_last - "
            + TimeUnit.SECONDS.toMicros(SalesWindow.BEFORE_THE_EVENT.toSeconds()) + " END)";

    private final TicketClassListing listing;
    private final Conditions conditions;

    TicketClassConditions(TicketClassListing listing) {
        this.listing = listing;
        EventConditions events = new EventConditions(listing.events());
        this.conditions = events.allButName()
                .and(NAMED.formatted("eventPart", "e"), "eventPart", events.namePart(), Function.identity())
                .and(
                        "(" + NAMED.formatted("part", "c") + " OR " + NAMED.formatted("part", "e") + ")",
                        "part",
                        listing.namePart().map(ListedName::of).filter(part -> !part.isEmpty()),
                        Function.identity())
                .and("c.cost_major > :costAbove", "costAbove", listing.costAbove(), Function.identity())
                .and("c.cost_major < :costBelow", "costBelow", listing.costBelow(), Function.identity())
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
                .and("COALESCE(c.hidden, FALSE) = :hidden", "hidden", listing.hidden(), Function.identity());
        if (!listing.ofEvents().isEmpty()) {
            conditions.and("c.event_id IN "
                    + listing.ofEvents().stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")")));
        }
    }

    /** The clauses that select a page. */
    String page() {
        return WITH_EVENT + conditions.where() + " ORDER BY " + order() + "c.id LIMIT :size OFFSET :offset";
    }

    Map<String, Object> pageParameters() {
        Map<String, Object> parameters = new HashMap<>(conditions.parameters());
        parameters.put("size", listing.page().size());
        parameters.put("offset", listing.page().offset());
        return parameters;
    }

    /** How many there are on all pages. */
    long count(Handle handle) {
        String sql = "SELECT COUNT(*) FROM ticket_class c " + WITH_EVENT + conditions.where();
        try (Query query = handle.createQuery(sql)) {
            return query.bindMap(conditions.parameters()).mapTo(Long.class).one();
        }
    }

    private String order() {
        String type = "CASE WHEN COALESCE(c.donation, FALSE) = TRUE THEN 0"
                + " WHEN COALESCE(c.free, FALSE) = TRUE THEN 1 ELSE 2 END";
        return switch (listing.order()) {
            case NONE -> "";
            case COST_ASC -> "c.cost_major, ";
            case COST_DESC -> "c.cost_major DESC, ";
            case EVENT_START_DATE_ASC -> "e.starts_or_last, ";
            case TYPE_ASC -> type + ", ";
            case TYPE_DESC -> type + " DESC, ";
        };
    }
}
