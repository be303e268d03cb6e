package dev.usher.adapters.persistence;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What lists of ticket classes are filtered and sorted by: a short row for each class of an event that was not deleted, with
 * what lists ask of its event, and counted where the event is.
 *
 * @param handle the connection of the transaction
 * @param counts how many classes there are, and how many more the transaction makes
 */
record ListedClasses(Handle handle, EventCounts counts) {
    private static final String LIST = """
            INSERT INTO ticket_class_listing (organization_id, event_id, id, listed_name, cost_major, type_rank, is_hidden,
                sales_start_micros, sales_end_micros, event_listed_name, state, is_series_parent, is_occurrence,
                is_paid_out, starts_or_last, ends_or_last, currency, venue_id, event_group_id)
            SELECT c.organization_id, c.event_id, c.id, c.listed_name, c.cost_major,
                CASE WHEN COALESCE(c.donation, FALSE) = TRUE THEN 0 WHEN COALESCE(c.free, FALSE) = TRUE THEN 1 ELSE 2 END,
                COALESCE(c.hidden, FALSE), c.sales_start_micros, c.sales_end_micros, e.listed_name, e.state,
                e.is_series_parent, e.is_occurrence, e.is_paid_out, e.starts_or_last, e.ends_or_last, e.currency,
                e.venue_id, e.event_group_id
            FROM ticket_class c JOIN event_listing e ON e.id = c.event_id""";

    private static final String FIND = """
            SELECT organization_id, state, is_series_parent, is_occurrence FROM ticket_class_listing WHERE id = :id""";
    private static final String REMOVE = "DELETE FROM ticket_class_listing";

    /** Lists a class that is new. */
    void add(long id) {
        change(LIST + " WHERE c.id = :id", id);
        bucket(id).ifPresent(bucket -> counts.addClasses(bucket, 1));
    }

    /** Lists a class no more. */
    void remove(long id) {
        bucket(id).ifPresent(bucket -> counts.addClasses(bucket, -1));
        change(REMOVE + " WHERE id = :id", id);
    }

    /** Lists a class as it is now. */
    void replace(long id) {
        remove(id);
        add(id);
    }

    /** Lists the classes of an event as the event is listed now. */
    void follow(long event, Optional<ListedEvent> before, Optional<ListedEvent> after) {
        int listed = change(REMOVE + " WHERE event_id = :id", event);
        before.ifPresent(was -> counts.addClasses(was.bucket(), -listed));
        after.ifPresent(is -> counts.addClasses(is.bucket(), change(LIST + " WHERE c.event_id = :id", event)));
    }

    private Optional<EventCounts.Bucket> bucket(long id) {
        return handle.createQuery(FIND)
                .bind("id", id)
                .map((row, context) -> EventCounts.bucket(row))
                .findOne();
    }

    private int change(String sql, long id) {
        return handle.createUpdate(sql).bind("id", id).execute();
    }
}
