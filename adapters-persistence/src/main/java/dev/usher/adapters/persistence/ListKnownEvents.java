package dev.usher.adapters.persistence;

import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventRef;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Lists the events that were there before events were listed, under the names in which names are compared. */
final class ListKnownEvents {
    private ListKnownEvents() {}

    static CodedMigration step() {
        return new CodedMigration("3.1", "list known events", ListKnownEvents::list);
    }

    private static void list(Handle handle) {
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
    }
}
