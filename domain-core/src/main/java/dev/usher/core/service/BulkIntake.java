package dev.usher.core.service;

import dev.usher.core.access.Organization;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.statistics.KnownNames;
import dev.usher.core.statistics.OperationBatch;
import dev.usher.core.statistics.OperationCursor;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.PackedBatch;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes very many operations, appends them in large batches, and counts in the end by merging what the logs hold.
 *
 * <p>An operation's instant of recording tells which append brought it first, so counting needs no memory of what was
 * taken: new are those whose first recording is one of this intake's own.
 */
final class BulkIntake implements OperationIntake {
    /** How many operations wait in memory before all of them are appended. */
    private static final int MOST_WAITING = 262_144;

    /** How many names are remembered between two appends, over all events: about 32 MiB. */
    static final long MOST_KNOWN_NAMES = 1 << 20;

    private final Store store;
    private final Organization organization;
    private final EventDirectory directory;
    private final LogWriter writer;
    private final BlockCache cache;
    private final Timelines timelines;
    private final Map<String, Taken> events = new HashMap<>();
    private String lastName = "";
    private Taken last;
    private long waiting;
    private long taken;
    private long durable;

    /** One event's part: what waits, which names are stored, and when its appends were recorded. */
    private static final class Taken {
        private final KnownEvent event;
        private final KnownNames names = new KnownNames();
        private final Set<Long> recordings = new HashSet<>();
        private OperationBatch batch;

        Taken(KnownEvent event, OperationBatch batch) {
            this.event = event;
            this.batch = batch;
        }
    }

    BulkIntake(
            Store store,
            Organization organization,
            EventDirectory directory,
            LogWriter writer,
            BlockCache cache,
            Timelines timelines) {
        this.store = store;
        this.organization = organization;
        this.directory = directory;
        this.writer = writer;
        this.cache = cache;
        this.timelines = timelines;
        this.last = new Taken(new KnownEvent(new EventRef(organization.id(), 0), ""), emptyBatch());
    }

    @Override
    public void add(String event, String ticket, OperationKind kind, long occurredAt, String device) {
        if (!event.equals(lastName)) {
            last = events.computeIfAbsent(
                    event, name -> new Taken(directory.propose(organization.id(), name), emptyBatch()));
            lastName = event;
        }
        last.batch.add(ticket, kind, occurredAt, device);
        taken++;
        waiting++;
        if (waiting == MOST_WAITING) {
            flush();
        }
    }

    @Override
    public long durable() {
        return durable;
    }

    @Override
    public Totals finish() {
        flush();
        long added = 0;
        for (Taken event : events.values()) {
            EventRef ref = directory
                    .find(organization.id(), event.event.externalId())
                    .orElseThrow(() -> new IllegalStateException("no event '" + event.event.externalId() + "'"));
            added += countAdded(ref, event.recordings);
            timelines.refresh(ref);
        }
        return new Totals(added, taken - added, events.size());
    }

    /** One event's part of a flush. */
    private record Part(Taken taken, PackedBatch packed) {}

    /** Appends all that waits, for all events in one transaction, in the order in which every writer locks. */
    private void flush() {
        List<Part> parts = events.values().stream()
                .filter(event -> !event.batch.isEmpty())
                .map(event -> new Part(event, event.batch.pack(event.names)))
                .toList();
        Map<Taken, LogHead> heads = store.write(transaction -> {
            SortedMap<EventRef, Part> ordered = new TreeMap<>();
            parts.forEach(part -> ordered.put(directory.settle(transaction, part.taken().event), part));
            Map<Taken, LogHead> moved = new HashMap<>();
            ordered.forEach((ref, part) -> moved.put(
                    part.taken(),
                    writer.append(transaction, transaction.operations().lock(ref), part.packed())));
            return moved;
        });
        heads.forEach((event, head) -> {
            event.recordings.add(head.recordedAt());
            event.batch = emptyBatch();
        });
        durable = taken;
        waiting = 0;
        forgetNames();
        heads.values().forEach(timelines::heard);
        heads.values().forEach(head -> writer.compact(head.event()));
    }

    /** How many names are remembered as stored, over all events. */
    long knownNames() {
        return events.values().stream().mapToLong(event -> event.names.size()).sum();
    }

    private void forgetNames() {
        if (knownNames() > MOST_KNOWN_NAMES) {
            events.values().forEach(event -> event.names.clear());
        }
    }

    private long countAdded(EventRef ref, Set<Long> recordings) {
        EventLog log = store.read(transaction -> EventLog.read(transaction, ref, cache));
        OperationCursor cursor = new OperationCursor(log.blocks());
        long added = 0;
        while (cursor.advance()) {
            if (recordings.contains(cursor.recordedAt())) {
                added++;
            }
        }
        return added;
    }

    private OperationBatch emptyBatch() {
        return new OperationBatch(organization.nameKey());
    }
}
