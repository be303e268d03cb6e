package dev.usher.conformance.broken;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Organization;
import dev.usher.core.access.TokenDigest;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import dev.usher.core.store.BelongingTable;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.EventTable;
import dev.usher.core.store.Identities;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.OperationLog;
import dev.usher.core.store.ProfileTable;
import dev.usher.core.store.QuestionTable;
import dev.usher.core.store.StoredBlock;
import dev.usher.core.store.TicketClassTable;
import dev.usher.core.store.Tokens;
import dev.usher.core.store.Transaction;
import dev.usher.core.store.UserTable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A transaction that hands every call on to another one; a fault is a subclass that overrides one method or two. */
class HandingOnTransaction implements Transaction, Identities, Tokens, OperationLog {
    private final Supplier<Transaction> to;

    HandingOnTransaction(Transaction to) {
        this(() -> to);
    }

    /** Hands each call on to the transaction that is supplied for it. */
    HandingOnTransaction(Supplier<Transaction> to) {
        this.to = to;
    }

    @Override
    public Identities identities() {
        return this;
    }

    @Override
    public Tokens tokens() {
        return this;
    }

    @Override
    public OperationLog operations() {
        return this;
    }

    @Override
    public UserTable users() {
        return to.get().users();
    }

    @Override
    public ProfileTable profiles() {
        return to.get().profiles();
    }

    @Override
    public EventTable events() {
        return to.get().events();
    }

    @Override
    public TicketClassTable ticketClasses() {
        return to.get().ticketClasses();
    }

    @Override
    public QuestionTable questions() {
        return to.get().questions();
    }

    @Override
    public BelongingTable<Venue> venues() {
        return to.get().venues();
    }

    @Override
    public BelongingTable<Organizer> organizers() {
        return to.get().organizers();
    }

    @Override
    public void afterCommit(Runnable action) {
        to.get().afterCommit(action);
    }

    @Override
    public long reserve(int count) {
        return to.get().identities().reserve(count);
    }

    @Override
    public Optional<Organization> organization(String externalId) {
        return to.get().identities().organization(externalId);
    }

    @Override
    public Optional<Organization> organization(long id) {
        return to.get().identities().organization(id);
    }

    @Override
    public List<Organization> organizations() {
        return to.get().identities().organizations();
    }

    @Override
    public void add(Organization organization) {
        to.get().identities().add(organization);
    }

    @Override
    public Optional<KnownEvent> event(long organization, String externalId) {
        return to.get().identities().event(organization, externalId);
    }

    @Override
    public Optional<KnownEvent> event(EventRef ref) {
        return to.get().identities().event(ref);
    }

    @Override
    public List<KnownEvent> events(long organization) {
        return to.get().identities().events(organization);
    }

    @Override
    public void add(KnownEvent event) {
        to.get().identities().add(event);
    }

    @Override
    public boolean none() {
        return to.get().tokens().none();
    }

    @Override
    public void add(AccessToken token) {
        to.get().tokens().add(token);
    }

    @Override
    public Optional<AccessToken> find(TokenDigest digest) {
        return to.get().tokens().find(digest);
    }

    @Override
    public List<AccessToken> of(long organization) {
        return to.get().tokens().of(organization);
    }

    @Override
    public Optional<AccessToken> find(long organization, long id) {
        return to.get().tokens().find(organization, id);
    }

    @Override
    public boolean end(long organization, long id, Instant by) {
        return to.get().tokens().end(organization, id, by);
    }

    @Override
    public void lock(long organization) {
        to.get().identities().lock(organization);
    }

    @Override
    public boolean revoke(long organization, long id, Instant at) {
        return to.get().tokens().revoke(organization, id, at);
    }

    @Override
    public LogHead lock(EventRef event) {
        return to.get().operations().lock(event);
    }

    @Override
    public Optional<LogHead> head(EventRef event) {
        return to.get().operations().head(event);
    }

    @Override
    public List<LogHead> heads(Collection<EventRef> events) {
        return to.get().operations().heads(events);
    }

    @Override
    public List<BlockRange> ranges(EventRef event) {
        return to.get().operations().ranges(event);
    }

    @Override
    public Optional<byte[]> operations(EventRef event, BlockRange range) {
        return to.get().operations().operations(event, range);
    }

    @Override
    public Optional<byte[]> names(EventRef event, BlockRange range) {
        return to.get().operations().names(event, range);
    }

    @Override
    public void moveHead(LogHead head) {
        to.get().operations().moveHead(head);
    }

    @Override
    public void add(EventRef event, StoredBlock block) {
        to.get().operations().add(event, block);
    }

    @Override
    public boolean remove(EventRef event, BlockRange range) {
        return to.get().operations().remove(event, range);
    }
}
