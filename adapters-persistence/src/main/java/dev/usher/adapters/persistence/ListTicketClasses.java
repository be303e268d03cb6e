package dev.usher.adapters.persistence;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Lists and counts the ticket classes that were there before they were listed. */
final class ListTicketClasses {
    /** How many at once: HSQLDB holds what a statement inserts in memory. */
    private static final int AT_ONCE = 10_000;

    private static final String NEXT = "SELECT id FROM ticket_class WHERE id > :after ORDER BY id LIMIT " + AT_ONCE;

    // As the tables are at this step, whatever is listed later on.
    private static final String LIST = """
            INSERT INTO ticket_class_listing (organization_id, event_id, id, listed_name, cost_major, type_rank, is_hidden,
                sales_start_micros, sales_end_micros, event_listed_name, state, is_series_parent, is_occurrence,
                is_paid_out, starts_or_last, ends_or_last, currency, venue_id, event_group_id)
            SELECT c.organization_id, c.event_id, c.id, c.listed_name, c.cost_major,
                CASE WHEN COALESCE(c.donation, FALSE) = TRUE THEN 0 WHEN COALESCE(c.free, FALSE) = TRUE THEN 1 ELSE 2 END,
                COALESCE(c.hidden, FALSE), c.sales_start_micros, c.sales_end_micros, e.listed_name, e.state,
                e.is_series_parent, e.is_occurrence, e.is_paid_out, e.starts_or_last, e.ends_or_last, e.currency,
                e.venue_id, e.event_group_id
            FROM ticket_class c JOIN event_listing e ON e.id = c.event_id
            WHERE c.id > :after AND c.id <= :last""";
    private static final String COUNT = """
            INSERT INTO ticket_class_count (organization_id, state, is_series_parent, is_occurrence, ticket_classes)
                SELECT organization_id, state, is_series_parent, is_occurrence, COUNT(*) FROM ticket_class_listing
                GROUP BY organization_id, state, is_series_parent, is_occurrence""";

    private ListTicketClasses() {}

    static CodedMigration step() {
        return new CodedMigration("7.1", "list ticket classes", handle -> {
            list(handle);
            // In a script, a database with nothing to count would answer with a warning.
            handle.execute(COUNT);
        });
    }

    private static void list(Handle handle) {
        long after = Long.MIN_VALUE;
        for (List<Long> ids = next(handle, after); !ids.isEmpty(); ids = next(handle, after)) {
            long last = ids.get(ids.size() - 1);
            handle.createUpdate(LIST).bind("after", after).bind("last", last).execute();
            after = last;
        }
    }

    private static List<Long> next(Handle handle, long after) {
        return handle.createQuery(NEXT).bind("after", after).mapTo(Long.class).list();
    }
}
