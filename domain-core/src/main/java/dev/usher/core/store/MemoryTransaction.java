package dev.usher.core.store;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Organization;
import dev.usher.core.access.TokenDigest;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.store.MemoryContent.BlockKey;
import dev.usher.core.store.MemoryContent.NameInOrganization;
import dev.usher.core.store.MemoryContent.NumberInOrganization;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** One transaction over a memory store's content; what it changes becomes the content when it is committed. */
final class MemoryTransaction implements Transaction, Identities, Tokens, OperationLog {
    private final boolean writable;
    private final List<Runnable> actions = new ArrayList<>();
    private MemoryContent content;

    MemoryTransaction(MemoryContent content, boolean writable) {
        this.content = content;
        this.writable = writable;
    }

    MemoryContent content() {
        return content;
    }

    List<Runnable> actions() {
        return actions;
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
    public void afterCommit(Runnable action) {
        actions.add(action);
    }

    @Override
    public long reserve(int count) {
        long first = content.lastNumber() + 1;
        change(content.withLastNumber(content.lastNumber() + count));
        return first;
    }

    @Override
    public Optional<Organization> organization(String externalId) {
        return content.organizationByName().get(externalId).flatMap(id -> organization(id.longValue()));
    }

    @Override
    public Optional<Organization> organization(long id) {
        return content.organizations().get(id);
    }

    @Override
    public List<Organization> organizations() {
        List<Organization> all = new ArrayList<>();
        content.organizations().visit((id, organization) -> all.add(organization));
        return List.copyOf(all);
    }

    @Override
    public void add(Organization organization) {
        requireNew(organization(organization.externalId()).isEmpty(), organization.externalId());
        change(content.with(organization));
    }

    @Override
    public Optional<KnownEvent> event(long organization, String externalId) {
        return content.eventByName()
                .get(new NameInOrganization(organization, externalId))
                .flatMap(this::event);
    }

    @Override
    public Optional<KnownEvent> event(EventRef ref) {
        return content.events().get(ref);
    }

    @Override
    public List<KnownEvent> events(long organization) {
        List<KnownEvent> found = new ArrayList<>();
        content.events().visitFrom(new EventRef(organization, Long.MIN_VALUE), (ref, event) -> {
            boolean ours = ref.organization() == organization;
            if (ours) {
                found.add(event);
            }
            return ours;
        });
        return List.copyOf(found);
    }

    @Override
    public void add(KnownEvent event) {
        requireNew(event(event.ref().organization(), event.externalId()).isEmpty(), event.externalId());
        change(content.with(event));
    }

    @Override
    public boolean none() {
        return content.tokens().isEmpty();
    }

    @Override
    public void add(AccessToken token) {
        change(content.with(token));
    }

    @Override
    public Optional<AccessToken> find(TokenDigest digest) {
        return content.token(digest);
    }

    @Override
    public List<AccessToken> of(long organization) {
        List<AccessToken> found = new ArrayList<>();
        content.tokens().visitFrom(new NumberInOrganization(organization, Long.MIN_VALUE), (key, token) -> {
            boolean ours = key.organization() == organization;
            if (ours) {
                found.add(token);
            }
            return ours;
        });
        return List.copyOf(found);
    }

    @Override
    public boolean revoke(long organization, long id, Instant at) {
        Optional<AccessToken> token = content.tokens().get(new NumberInOrganization(organization, id));
        token.filter(known -> !known.isRevoked()).ifPresent(known -> change(content.with(known.revoked(at))));
        return token.isPresent();
    }

    @Override
    public LogHead lock(EventRef event) {
        LogHead head = head(event).orElse(LogHead.empty(event));
        change(content.with(head));
        return head;
    }

    @Override
    public Optional<LogHead> head(EventRef event) {
        return content.heads().get(event);
    }

    @Override
    public List<LogHead> heads(Collection<EventRef> events) {
        return events.stream().flatMap(event -> head(event).stream()).toList();
    }

    @Override
    public List<BlockRange> ranges(EventRef event) {
        List<BlockRange> ranges = new ArrayList<>();
        content.blocks().visitFrom(new BlockKey(event, 0), (key, block) -> {
            boolean ours = key.event().equals(event);
            if (ours) {
                ranges.add(block.range());
            }
            return ours;
        });
        return List.copyOf(ranges);
    }

    @Override
    public Optional<byte[]> operations(EventRef event, BlockRange range) {
        return block(event, range).map(StoredBlock::operations);
    }

    @Override
    public Optional<byte[]> names(EventRef event, BlockRange range) {
        return block(event, range).map(StoredBlock::names);
    }

    @Override
    public void moveHead(LogHead head) {
        change(content.with(head));
    }

    @Override
    public void add(EventRef event, StoredBlock block) {
        change(content.with(event, block));
    }

    @Override
    public boolean remove(EventRef event, BlockRange range) {
        Optional<StoredBlock> block = block(event, range);
        block.ifPresent(known -> change(content.without(new BlockKey(event, range.first()))));
        return block.isPresent();
    }

    private Optional<StoredBlock> block(EventRef event, BlockRange range) {
        return content.blocks()
                .get(new BlockKey(event, range.first()))
                .filter(block -> block.range().last() == range.last());
    }

    private void change(MemoryContent changed) {
        if (!writable) {
            throw new IllegalStateException("nothing may be written while reading");
        }
        content = changed;
    }

    private static void requireNew(boolean isNew, String name) {
        if (!isNew) {
            throw new IllegalStateException("'" + name + "' was added before; look it up in the same transaction");
        }
    }
}
