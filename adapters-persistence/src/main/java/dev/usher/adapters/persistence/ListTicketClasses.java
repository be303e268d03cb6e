package dev.usher.adapters.persistence;

/** Lists and counts the ticket classes that were there before they were listed. */
final class ListTicketClasses {
    private static final String COUNT = """
            INSERT INTO ticket_class_count (organization_id, state, is_series_parent, is_occurrence, ticket_classes)
                SELECT organization_id, state, is_series_parent, is_occurrence, COUNT(*) FROM ticket_class_listing
                GROUP BY organization_id, state, is_series_parent, is_occurrence""";

    private ListTicketClasses() {}

    // In a script, a database with nothing to list would answer with a warning.
    static CodedMigration step() {
        return new CodedMigration("7.1", "list ticket classes", handle -> {
            handle.execute(ListedClasses.LIST);
            handle.execute(COUNT);
        });
    }
}
