package dev.usher.adapters.persistence;

import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.listing.TicketClassOrder;
import org.jdbi.v3.core.Handle;

/**
 * Finds the numbers of the ticket classes of a page, and how many match.
 *
 * <pre>
 *   nothing asked of the class   the index of the order, from its beginning to the end of the page; the total from the counts
 *   few match                    the rows, from the first to the last; then those few, sorted
 *   many match                   the index of the order as above: a page is soon full; the total is counted
 * </pre>
 *
 * @param handle the connection of the transaction
 * @param dialect what the database says differently
 * @param counts how many ticket classes there are
 */
record TicketClassPages(Handle handle, Dialect dialect, EventCounts counts) {

    /** The page that a listing asks for. */
    ListedRows.Found find(TicketClassListing listing) {
        TicketClassConditions asked = new TicketClassConditions(listing);
        ListedRows rows = new ListedRows(handle, dialect, "ticket_class_listing");
        ListedRows.Order order = order(listing.order());
        Conditions conditions = asked.all();
        if (asked.isToldByBucket()) {
            return rows.page(
                    conditions,
                    order,
                    listing.page(),
                    () -> counts.classes(handle, listing.events().organization(), asked.events()::wants));
        }
        return rows.few(asked.lookedFor())
                .map(few -> rows.page(few, new Conditions(), order, listing.page()))
                .orElseGet(() -> rows.page(conditions, order, listing.page(), () -> rows.count(conditions)));
    }

    private static ListedRows.Order order(TicketClassOrder order) {
        String column = switch (order) {
            case NONE -> "id";
            case COST_ASC, COST_DESC -> "cost_major";
            case EVENT_START_DATE_ASC -> "starts_or_last";
            case TYPE_ASC, TYPE_DESC -> "type_rank";
        };
        return ListedRows.Order.byNumber(column, order.isDescending());
    }
}
