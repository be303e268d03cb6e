package dev.usher.adapters.persistence;

import dev.usher.core.access.Organization;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.NameKey;
import dev.usher.core.store.Identities;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Organizations and events in their tables.
 *
 * @param handle the connection of the transaction
 * @param events keeps all that is known of events
 */
record JdbiIdentities(Handle handle, JdbiEvents events) implements Identities {
    private static final String RAISE_NUMBER =
            "UPDATE number_range SET next_number = next_number + :count WHERE id = 1";
    private static final String NEXT_NUMBER = "SELECT next_number FROM number_range WHERE id = 1";

    private static final String ORGANIZATION_BY_NAME =
            "SELECT id, external_id, name_key_first, name_key_second, created_at_micros FROM organization WHERE external_id = :name";
    private static final String ORGANIZATION_BY_NUMBER =
            "SELECT id, external_id, name_key_first, name_key_second, created_at_micros FROM organization WHERE id = :id";
    private static final String ORGANIZATIONS =
            "SELECT id, external_id, name_key_first, name_key_second, created_at_micros FROM organization ORDER BY id";
    private static final String ADD_ORGANIZATION = """
            INSERT INTO organization (id, external_id, name_key_first, name_key_second, created_at_micros)
            VALUES (:id, :name, :first, :second, :created)""";

    private static final String LOCK_ORGANIZATION = "UPDATE organization SET external_id = external_id WHERE id = :id";

    private static final String EVENT_BY_NAME = """
            SELECT organization_id, id, external_id FROM event
            WHERE organization_id = :organization AND external_id = :name""";
    private static final String EVENT_BY_NUMBER = """
            SELECT organization_id, id, external_id FROM event
            WHERE organization_id = :organization AND id = :id""";
    private static final String EVENTS = """
            SELECT organization_id, id, external_id FROM event
            WHERE organization_id = :organization ORDER BY organization_id, id""";

    private static final RowMapper<Organization> ORGANIZATION = (row, context) -> new Organization(
            row.getLong("id"),
            row.getString("external_id"),
            new NameKey(row.getLong("name_key_first"), row.getLong("name_key_second")),
            Optional.ofNullable(row.getObject("created_at_micros", Long.class)).map(InstantText::instant));
    private static final RowMapper<KnownEvent> EVENT = (row, context) -> new KnownEvent(
            new EventRef(row.getLong("organization_id"), row.getLong("id")), row.getString("external_id"));

    // The update holds the row until the end of the transaction, so nobody else sees the numbers in between.
    @Override
    public long reserve(int count) {
        handle.createUpdate(RAISE_NUMBER).bind("count", count).execute();
        return handle.createQuery(NEXT_NUMBER).mapTo(Long.class).one() - count;
    }

    @Override
    public Optional<Organization> organization(String externalId) {
        return handle.createQuery(ORGANIZATION_BY_NAME)
                .bind("name", externalId)
                .map(ORGANIZATION)
                .findOne();
    }

    @Override
    public Optional<Organization> organization(long id) {
        return handle.createQuery(ORGANIZATION_BY_NUMBER)
                .bind("id", id)
                .map(ORGANIZATION)
                .findOne();
    }

    @Override
    public List<Organization> organizations() {
        return handle.createQuery(ORGANIZATIONS).map(ORGANIZATION).list();
    }

    @Override
    public void add(Organization organization) {
        handle.createUpdate(ADD_ORGANIZATION)
                .bind("id", organization.id())
                .bind("name", organization.externalId())
                .bind("first", organization.nameKey().first())
                .bind("second", organization.nameKey().second())
                .bindByType(
                        "created",
                        organization.createdAt().map(InstantText::microseconds).orElse(null),
                        Long.class)
                .execute();
    }

    @Override
    public void lock(long organization) {
        handle.createUpdate(LOCK_ORGANIZATION).bind("id", organization).execute();
    }

    @Override
    public Optional<KnownEvent> event(long organization, String externalId) {
        return handle.createQuery(EVENT_BY_NAME)
                .bind("organization", organization)
                .bind("name", externalId)
                .map(EVENT)
                .findOne();
    }

    @Override
    public Optional<KnownEvent> event(EventRef ref) {
        return handle.createQuery(EVENT_BY_NUMBER)
                .bind("organization", ref.organization())
                .bind("id", ref.event())
                .map(EVENT)
                .findOne();
    }

    @Override
    public List<KnownEvent> events(long organization) {
        return handle.createQuery(EVENTS)
                .bind("organization", organization)
                .map(EVENT)
                .list();
    }

    @Override
    public void add(KnownEvent event) {
        events.add(new Event(event.ref(), event.externalId(), 1, Attributes.NONE));
    }
}
