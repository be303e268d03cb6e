package dev.usher.adapters.persistence;

/** Counts the events that were published before events were counted for who gives them. */
final class CountEventsGiven {
    private static final String LIST = """
            INSERT INTO given_event (organization_id, organizer_id, id, ends_or_last)
                SELECT l.organization_id, e.organizer_id, l.id, l.ends_or_last
                FROM event_listing l JOIN event e ON e.id = l.id
                WHERE l.state = 'published' AND l.is_series_parent = FALSE AND e.organizer_id IS NOT NULL
                    AND COALESCE(e.listed, TRUE) = TRUE""";
    private static final String COUNT = """
            INSERT INTO given_count (organization_id, organizer_id, events)
                SELECT organization_id, organizer_id, COUNT(*) FROM given_event
                GROUP BY organization_id, organizer_id""";

    private CountEventsGiven() {}

    // In a script, a database with nothing to count would answer with a warning.
    static CodedMigration step() {
        return new CodedMigration("6.1", "count events given", handle -> {
            handle.execute(LIST);
            handle.execute(COUNT);
        });
    }
}
