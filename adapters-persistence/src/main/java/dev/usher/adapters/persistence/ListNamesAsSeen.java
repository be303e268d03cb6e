package dev.usher.adapters.persistence;

import dev.usher.core.attribute.Markup;
import dev.usher.core.listing.ListedName;
import org.jdbi.v3.core.Handle;

/** Lists events and ticket classes under their names as people see them, which were listed with their mark-up before. */
final class ListNamesAsSeen {
    private ListNamesAsSeen() {}

    static CodedMigration step() {
        return new CodedMigration("5.1", "list names as seen", handle -> {
            list(handle, "event", "event_listing", "event_search");
            list(handle, "ticket_class", "ticket_class");
        });
    }

    private record Named(long organization, long id, String name) {

        void listIn(Handle handle, String... lists) {
            for (String list : lists) {
                handle.createUpdate("UPDATE " + list
                                + " SET listed_name = :name WHERE organization_id = :organization AND id = :id")
                        .bind("name", ListedName.of(Markup.seen(name)))
                        .bind("organization", organization)
                        .bind("id", id)
                        .execute();
            }
        }
    }

    private static void list(Handle handle, String names, String... lists) {
        handle
                .createQuery("SELECT organization_id, id, name FROM " + names + " WHERE name IS NOT NULL")
                .map((row, mapping) ->
                        new Named(row.getLong("organization_id"), row.getLong("id"), row.getString("name")))
                .list()
                .stream()
                .filter(named -> !Markup.seen(named.name()).equals(named.name()))
                .forEach(named -> named.listIn(handle, lists));
    }
}
