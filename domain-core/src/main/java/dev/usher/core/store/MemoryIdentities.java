package dev.usher.core.store;

import dev.usher.core.access.Organization;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import java.util.List;
import java.util.Optional;

/** Organizations and the names of events, in memory. */
record MemoryIdentities(MemoryTransaction transaction) implements Identities {
    private static final MemoryTable<Integer, Long> LAST_NUMBER = new MemoryTable<>("last number");
    private static final MemoryTable<Long, Organization> ORGANIZATIONS = new MemoryTable<>("organizations");
    private static final MemoryTable<String, Long> ORGANIZATION_BY_NAME = new MemoryTable<>("organization by name");

    @Override
    public long reserve(int count) {
        long last = transaction.row(LAST_NUMBER, 1).orElse(0L);
        transaction.put(LAST_NUMBER, 1, last + count);
        return last + 1;
    }

    @Override
    public Optional<Organization> organization(String externalId) {
        return transaction.row(ORGANIZATION_BY_NAME, externalId).flatMap(id -> organization(id.longValue()));
    }

    @Override
    public Optional<Organization> organization(long id) {
        return transaction.row(ORGANIZATIONS, id);
    }

    @Override
    public List<Organization> organizations() {
        return transaction.all(ORGANIZATIONS);
    }

    @Override
    public void add(Organization organization) {
        transaction.putNew(
                ORGANIZATION_BY_NAME, organization.externalId(), organization.id(), organization.externalId());
        transaction.put(ORGANIZATIONS, organization.id(), organization);
    }

    @Override
    public void lock(long organization) {
        transaction.requireWritable();
    }

    @Override
    public Optional<KnownEvent> event(long organization, String externalId) {
        return new MemoryEvents(transaction).named(organization, externalId).map(MemoryIdentities::known);
    }

    @Override
    public Optional<KnownEvent> event(EventRef ref) {
        return new MemoryEvents(transaction).find(ref).map(MemoryIdentities::known);
    }

    @Override
    public List<KnownEvent> events(long organization) {
        return new MemoryEvents(transaction)
                .of(organization).stream().map(MemoryIdentities::known).toList();
    }

    @Override
    public void add(KnownEvent event) {
        new MemoryEvents(transaction).add(new Event(event.ref(), event.externalId(), 1, Attributes.NONE));
    }

    private static KnownEvent known(Event event) {
        return new KnownEvent(event.ref(), event.externalId());
    }
}
