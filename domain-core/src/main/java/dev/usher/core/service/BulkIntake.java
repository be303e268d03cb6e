package dev.usher.core.service;

import dev.usher.core.access.Organization;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.statistics.AsciiText;
import dev.usher.core.statistics.OperationBatch;
import dev.usher.core.statistics.OperationCount;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.PackedBatch;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Takes very many operations, appends them in large batches, and counts in the end by merging what the logs hold.
 *
 * <pre>
 *   caller's thread:  | take batch 1 | take batch 2 | take batch 3 | ..
 *   packing:                         | pack 1       | pack 2       | ..
 *   appending:                                      | append 1     | append 2 ..
 * </pre>
 *
 * So at most two batches are in memory as they came and two as they are stored. What fails in a later stage is thrown to
 * the caller with the next batch.
 *
 * <p>An operation's instant of recording tells which append brought it first, so counting needs no memory of what was
 * taken: new are those whose first recording is one of this intake's own.
 */
final class BulkIntake implements OperationIntake {
    /** How many places there are for events that came lately, so that rows of several events in turn are quick too. */
    private static final int RECENT = 256;

    /** The first batch is so many times smaller than later ones. */
    private static final int FIRST_PART = 4;

    /** Blocks become at most so many times smaller than a batch by merging; larger ones are few anyway. */
    private static final int WORTH_MERGING = 2;

    /** A batch's memory is used again when it is at most so many times smaller than allowed. */
    private static final int LARGE = 4;

    private final Store store;
    private final Organization organization;
    private final EventDirectory directory;
    private final LogWriter writer;
    private final BlockCache cache;
    private final Timelines timelines;
    private final IntakeLimits limits;
    private final RememberedNames names;
    private final Map<String, Taken> events = new HashMap<>();
    private final Taken[] recent = new Taken[RECENT];
    private final Stage packing = new Stage("packing of ticket operations");
    private final Stage appending = new Stage("appending of ticket operations");
    private final BlockingQueue<OperationBatch> emptied = new ArrayBlockingQueue<>(2);
    private Taken last;
    /** How many operations the next batch has: the first is smaller, so that other cores have work early. */
    private int nextBatch;

    private int waiting;
    private long waitingBytes;
    private long taken;
    private volatile long durable;

    /** One event's part: what waits, and when its appends were recorded. */
    private static final class Taken {
        private final KnownEvent event;
        private final AsciiText name;
        private final boolean isAscii;
        private final Set<Long> recordings = new HashSet<>();
        private OperationBatch batch;

        Taken(KnownEvent event, OperationBatch batch) {
            this.event = event;
            this.name = AsciiText.copyOf(event.externalId());
            this.isAscii = name.toString().equals(event.externalId());
            this.batch = batch;
        }

        boolean isNamed(CharSequence name) {
            return name instanceof AsciiText ascii
                    ? isAscii && ascii.isSame(this.name)
                    : event.externalId().contentEquals(name);
        }
    }

    BulkIntake(
            Store store,
            Organization organization,
            EventDirectory directory,
            LogWriter writer,
            BlockCache cache,
            Timelines timelines,
            IntakeLimits limits) {
        this.store = store;
        this.organization = organization;
        this.directory = directory;
        this.writer = writer;
        this.cache = cache;
        this.timelines = timelines;
        this.limits = limits;
        this.nextBatch = limits.batch() / FIRST_PART;
        this.names = new RememberedNames(limits.knownNames());
        this.last = new Taken(new KnownEvent(new EventRef(organization.id(), 0), ""), emptyBatch());
        Arrays.fill(recent, last);
    }

    @Override
    public void add(CharSequence event, CharSequence ticket, OperationKind kind, long occurredAt, CharSequence device) {
        if (!last.isNamed(event)) {
            last = find(event);
        }
        waitingBytes += last.batch.add(ticket, kind, occurredAt, device);
        taken++;
        waiting++;
        if (waiting >= nextBatch || waitingBytes >= limits.bytes()) {
            flush();
        }
    }

    private Taken find(CharSequence name) {
        int length = name.length();
        int place =
                (7 * name.charAt(0) + 31 * name.charAt(length / 2) + 131 * name.charAt(length - 1) + length) % RECENT;
        if (!recent[place].isNamed(name)) {
            recent[place] = events.computeIfAbsent(
                    name.toString(), added -> new Taken(directory.propose(organization.id(), added), emptyBatch()));
        }
        return recent[place];
    }

    @Override
    public long durable() {
        return durable;
    }

    @Override
    public Totals finish() {
        flush();
        packing.awaitDone();
        appending.awaitDone();
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

    /** One event's part of an append: as it came, and packed. */
    private record Part<B>(Taken taken, B batch) {}

    /** Hands all that waits on to be packed. */
    private void flush() {
        List<Part<OperationBatch>> parts = events.values().stream()
                .filter(event -> !event.batch.isEmpty())
                .map(event -> new Part<>(event, event.batch))
                .toList();
        long sum = taken;
        int most = mostMerged();
        // The batch packed before is emptied by then, and the one to be packed is not looked at any more.
        packing.awaitDone();
        parts.forEach(part -> part.taken().batch = emptyBatchLike(part.batch()));
        packing.begin(() -> pack(parts, sum, most));
        waiting = 0;
        waitingBytes = 0;
        nextBatch = Math.min(2 * nextBatch, limits.batch());
    }

    /** How many operations a block may hold that is made by merging: a part of what a batch holds of such as wait now. */
    private int mostMerged() {
        long fitting = (long) limits.bytes() * waiting / Math.max(1, waitingBytes);
        return (int) Math.min(limits.batch(), fitting) / WORTH_MERGING;
    }

    private void pack(List<Part<OperationBatch>> parts, long sum, int most) {
        List<Part<PackedBatch>> packed = parts.stream()
                .map(part -> new Part<>(part.taken(), part.batch().pack(names.of(part.taken().event))))
                .toList();
        for (Part<OperationBatch> part : parts) {
            if (isLarge(part.batch())) {
                part.batch().clear();
                emptied.offer(part.batch());
            }
        }
        names.keepWithinBound();
        appending.begin(() -> append(packed, sum, most));
    }

    /** Appends all parts, for all events in one transaction, in the order in which every writer locks. */
    private void append(List<Part<PackedBatch>> parts, long sum, int most) {
        Map<Taken, LogHead> heads = store.write(transaction -> {
            SortedMap<EventRef, Part<PackedBatch>> ordered = new TreeMap<>();
            parts.forEach(part -> ordered.put(directory.settle(transaction, part.taken().event), part));
            Map<Taken, LogHead> moved = new HashMap<>();
            ordered.forEach((ref, part) -> moved.put(
                    part.taken(),
                    writer.append(transaction, transaction.operations().lock(ref), part.batch())));
            return moved;
        });
        heads.forEach((event, head) -> event.recordings.add(head.recordedAt()));
        // Before anybody is told: who reads that operations are durable and then asks must see them.
        heads.values().forEach(timelines::heard);
        durable = sum;
        heads.values().forEach(head -> writer.compact(head.event(), most));
    }

    private long countAdded(EventRef ref, Set<Long> recordings) {
        EventLog log = store.read(transaction -> EventLog.read(transaction, ref, cache));
        return OperationCount.firstRecordedAt(log.blocks(), recordings);
    }

    private boolean isLarge(OperationBatch batch) {
        return batch.size() >= limits.batch() / LARGE || batch.bytes() >= limits.bytes() / LARGE;
    }

    /** An empty batch; one that has the memory already where the one before was large. */
    private OperationBatch emptyBatchLike(OperationBatch before) {
        OperationBatch batch = isLarge(before) ? emptied.poll() : null;
        return batch == null ? emptyBatch() : batch;
    }

    private OperationBatch emptyBatch() {
        return new OperationBatch(organization.nameKey());
    }
}
