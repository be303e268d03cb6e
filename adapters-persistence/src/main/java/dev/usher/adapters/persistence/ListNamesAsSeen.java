package dev.usher.adapters.persistence;

import dev.usher.core.attribute.Markup;
import dev.usher.core.listing.ListedName;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Lists events and ticket classes under their names as people see them, which were listed with their mark-up before. */
final class ListNamesAsSeen implements JavaMigration {

    private record Named(long id, String name) {

        void listIn(Handle handle, String... lists) {
            for (String list : lists) {
                handle.createUpdate("UPDATE " + list + " SET listed_name = :name WHERE id = :id")
                        .bind("name", ListedName.of(Markup.seen(name)))
                        .bind("id", id)
                        .execute();
            }
        }
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("5.1");
    }

    @Override
    public String getDescription() {
        return "list names as seen";
    }

    @Override
    public Integer getChecksum() {
        return 1;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        // The connection is the migration's own, and stays open.
        Jdbi.create(context.getConnection()).useHandle(handle -> {
            list(handle, "event", "event_listing", "event_search");
            list(handle, "ticket_class", "ticket_class");
        });
    }

    private static void list(Handle handle, String names, String... lists) {
        handle
                .createQuery("SELECT id, name FROM " + names + " WHERE name IS NOT NULL")
                .map((row, mapping) -> new Named(row.getLong("id"), row.getString("name")))
                .list()
                .stream()
                .filter(named -> !Markup.seen(named.name()).equals(named.name()))
                .forEach(named -> named.listIn(handle, lists));
    }
}
