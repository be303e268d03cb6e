package dev.usher.core.store;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Organization;
import dev.usher.core.access.TokenDigest;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import java.util.Optional;

/** All that a memory store holds, as one immutable value; each table is sorted by its key. */
record MemoryContent(
        long lastNumber,
        PersistentMap<Long, Organization> organizations,
        PersistentMap<String, Long> organizationByName,
        PersistentMap<EventRef, KnownEvent> events,
        PersistentMap<NameInOrganization, EventRef> eventByName,
        PersistentMap<NumberInOrganization, AccessToken> tokens,
        PersistentMap<String, NumberInOrganization> tokenByDigest,
        PersistentMap<EventRef, LogHead> heads,
        PersistentMap<BlockKey, StoredBlock> blocks) {

    static final MemoryContent EMPTY = new MemoryContent(
            0,
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty(),
            PersistentMap.empty());

    record NameInOrganization(long organization, String name) implements Comparable<NameInOrganization> {
        @Override
        public int compareTo(NameInOrganization other) {
            int byOrganization = Long.compare(organization, other.organization);
            return byOrganization != 0 ? byOrganization : name.compareTo(other.name);
        }
    }

    record NumberInOrganization(long organization, long number) implements Comparable<NumberInOrganization> {
        @Override
        public int compareTo(NumberInOrganization other) {
            int byOrganization = Long.compare(organization, other.organization);
            return byOrganization != 0 ? byOrganization : Long.compare(number, other.number);
        }
    }

    record BlockKey(EventRef event, long first) implements Comparable<BlockKey> {
        @Override
        public int compareTo(BlockKey other) {
            int byEvent = event.compareTo(other.event);
            return byEvent != 0 ? byEvent : Long.compare(first, other.first);
        }
    }

    MemoryContent withLastNumber(long number) {
        return new MemoryContent(
                number, organizations, organizationByName, events, eventByName, tokens, tokenByDigest, heads, blocks);
    }

    MemoryContent with(Organization organization) {
        return new MemoryContent(
                lastNumber,
                organizations.put(organization.id(), organization),
                organizationByName.put(organization.externalId(), organization.id()),
                events,
                eventByName,
                tokens,
                tokenByDigest,
                heads,
                blocks);
    }

    MemoryContent with(KnownEvent event) {
        return new MemoryContent(
                lastNumber,
                organizations,
                organizationByName,
                events.put(event.ref(), event),
                eventByName.put(new NameInOrganization(event.ref().organization(), event.externalId()), event.ref()),
                tokens,
                tokenByDigest,
                heads,
                blocks);
    }

    MemoryContent with(AccessToken token) {
        NumberInOrganization key = new NumberInOrganization(token.organization(), token.id());
        return new MemoryContent(
                lastNumber,
                organizations,
                organizationByName,
                events,
                eventByName,
                tokens.put(key, token),
                tokenByDigest.put(token.digest().hex(), key),
                heads,
                blocks);
    }

    MemoryContent with(LogHead head) {
        return withLogs(heads.put(head.event(), head), blocks);
    }

    MemoryContent with(EventRef event, StoredBlock block) {
        return withLogs(heads, blocks.put(new BlockKey(event, block.range().first()), block));
    }

    MemoryContent without(BlockKey block) {
        return withLogs(heads, blocks.remove(block));
    }

    /** The token of this digest. */
    Optional<AccessToken> token(TokenDigest digest) {
        return tokenByDigest.get(digest.hex()).flatMap(tokens::get);
    }

    private MemoryContent withLogs(
            PersistentMap<EventRef, LogHead> newHeads, PersistentMap<BlockKey, StoredBlock> newBlocks) {
        return new MemoryContent(
                lastNumber,
                organizations,
                organizationByName,
                events,
                eventByName,
                tokens,
                tokenByDigest,
                newHeads,
                newBlocks);
    }
}
