package dev.usher.adapters.persistence;

import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventRef;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Jdbi;

/** Lists the events that were there before events were listed, under the names in which names are compared. */
final class ListKnownEvents implements JavaMigration {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("3.1");
    }

    @Override
    public String getDescription() {
        return "list known events";
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
            EventCounts counts = new EventCounts();
            List<Event> known = handle.createQuery("SELECT organization_id, id, external_id FROM event")
                    .map((row, mapping) -> new Event(
                            new EventRef(row.getLong("organization_id"), row.getLong("id")),
                            row.getString("external_id"),
                            1,
                            Attributes.NONE))
                    .list();
            known.forEach(event -> ListedEvent.change(handle, counts, Optional.empty(), ListedEvent.of(event)));
            counts.write(handle);
        });
    }
}
