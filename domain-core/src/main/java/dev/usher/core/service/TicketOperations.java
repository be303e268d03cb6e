package dev.usher.core.service;

import static dev.usher.core.rule.RuleKind.ACCESS;
import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import dev.usher.core.statistics.OperationBatch;
import dev.usher.core.statistics.OperationBlock;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.OperationText;
import dev.usher.core.statistics.PackedBatch;
import dev.usher.core.statistics.TicketHistories;
import dev.usher.core.statistics.TicketOperation;
import dev.usher.core.statistics.TicketOperationRules;
import dev.usher.core.store.DamagedLog;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import dev.usher.core.store.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where ticket operations enter: a few at once from a running event, or very many from a file. */
public final class TicketOperations {
    /** The most operations one call of {@link #append} takes (decision 30). */
    public static final int MOST_AT_ONCE = 10_000;

    private final Store store;
    private final Organizations organizations;
    private final EventDirectory directory;
    private final LogWriter writer;
    private final BlockCache cache;
    private final Timelines timelines;
    private final IntakeLimits limits;

    /**
     * What became of operations that were appended.
     *
     * @param added operations the logs did not have
     * @param repeated operations they had already, or that the call held twice
     * @param sequences for each event, by the external id it was given, how far its log reaches now
     */
    public record Receipt(int added, int repeated, Map<String, Long> sequences) {}

    TicketOperations(
            Store store,
            Organizations organizations,
            EventDirectory directory,
            LogWriter writer,
            BlockCache cache,
            Timelines timelines,
            IntakeLimits limits) {
        this.store = store;
        this.organizations = organizations;
        this.directory = directory;
        this.writer = writer;
        this.cache = cache;
        this.timelines = timelines;
        this.limits = limits;
    }

    /** Why the actor may not send operations, so that it can be told before any are read; empty when it may. */
    public Optional<Violation> refusalOf(Actor actor) {
        return actor.may(Role.MEMBER)
                ? Optional.empty()
                : Optional.of(new Violation(
                        ACCESS,
                        "MEMBER_REQUIRED",
                        "",
                        "a " + actor.role().word()
                                + " may not send ticket operations; use the token of a member or owner"));
    }

    /**
     * Appends operations for the actor's organization, all or none; an event it does not know yet is made.
     *
     * <p>When this returns accepted they are durable, and the next question on this node sees them.
     *
     * @param operations 1 to {@link #MOST_AT_ONCE}, of any events, in any order
     * @return the receipt; else every violation, with paths such as {@code operations[3].occurred_at}
     */
    public Outcome<Receipt> append(Actor actor, List<OperationText> operations) {
        Optional<Violation> refusal = refusalOf(actor);
        if (refusal.isPresent()) {
            return Outcome.rejected(refusal.get());
        }
        if (operations.isEmpty() || operations.size() > MOST_AT_ONCE) {
            return Outcome.rejected(new Violation(
                    ARGUMENT,
                    operations.isEmpty() ? "MISSING" : "TOO_MANY",
                    "operations",
                    "the request holds " + operations.size() + " operations; expected 1 to " + MOST_AT_ONCE));
        }
        List<Violation> violations = new ArrayList<>();
        Organization organization = organizations
                .find(actor.organization())
                .orElseThrow(() -> new IllegalStateException("no organization " + actor.organization()));
        Map<String, OperationBatch> batches = new LinkedHashMap<>();
        for (int index = 0; index < operations.size(); index++) {
            String path = "operations[" + index + "]";
            TicketOperationRules.admit(
                            operations.get(index),
                            (event, ticket, kind, occurredAt, device) -> batches.computeIfAbsent(
                                            event.toString(), first -> new OperationBatch(organization.nameKey()))
                                    .add(ticket, kind, occurredAt, device))
                    .forEach(violation -> violations.add(violation.at(path)));
        }
        return violations.isEmpty()
                ? Outcome.accepted(append(organization, operations.size(), batches))
                : Outcome.rejected(violations);
    }

    /** Appends operations told as values; the rules are those of {@link #append}. */
    public Outcome<Receipt> record(Actor actor, List<TicketOperation> operations) {
        return append(actor, operations.stream().map(TicketOperation::text).toList());
    }

    /** Takes very many operations for an organization, from one thread, and counts them in the end. */
    public OperationIntake intake(Organization organization) {
        return intake(organization, limits);
    }

    OperationIntake intake(Organization organization, IntakeLimits limits) {
        return new BulkIntake(store, organization, directory, writer, cache, timelines, limits);
    }

    /** One event's part of a call. */
    private record Part(KnownEvent event, OperationBatch batch) {}

    private Receipt append(Organization organization, int size, Map<String, OperationBatch> batches) {
        List<Part> parts = batches.entrySet().stream()
                .map(batch -> new Part(directory.propose(organization.id(), batch.getKey()), batch.getValue()))
                .toList();
        Map<String, Appended> appended = store.write(transaction -> {
            Map<String, Appended> done = new TreeMap<>();
            inLockOrder(transaction, parts)
                    .forEach(
                            (ref, part) -> done.put(part.event().externalId(), append(transaction, ref, part.batch())));
            return done;
        });
        appended.values().forEach(done -> timelines.heard(done.head()));
        int added =
                appended.values().stream().mapToInt(done -> done.batch().size()).sum();
        appended.values().forEach(this::tidy);
        Map<String, Long> sequences = new TreeMap<>();
        appended.forEach((name, done) -> sequences.put(name, done.head().sequence()));
        return new Receipt(added, size - added, sequences);
    }

    /** The parts by the numbers their events really have, which is the order in which every writer locks. */
    private SortedMap<EventRef, Part> inLockOrder(Transaction transaction, List<Part> parts) {
        SortedMap<EventRef, Part> ordered = new TreeMap<>();
        parts.forEach(part -> ordered.put(directory.settle(transaction, part.event()), part));
        return ordered;
    }

    /**
     * What may follow an append but is no part of it: the operations are durable whatever happens here. If the store goes
     * away now, the next append or question does it; damage is told to whoever asks next.
     */
    private void tidy(Appended appended) {
        EventRef event = appended.head().event();
        try {
            if (appended.batch().size() > 0) {
                timelines.appended(appended.head(), appended.histories(), appended.operations());
            }
            timelines.refresh(event);
            writer.compact(event);
        } catch (StoreUnavailable | DamagedLog notNow) {
            timelines.drop(event);
        }
    }

    /** An append that is done: the head since then, what was known of its tickets before, and what was new. */
    private record Appended(LogHead head, TicketHistories histories, PackedBatch batch) {
        OperationBlock operations() {
            return batch.operationsAt(head.sequence() - batch.size() + 1, head.recordedAt());
        }
    }

    private Appended append(Transaction transaction, EventRef event, OperationBatch batch) {
        LogHead head = transaction.operations().lock(event);
        TicketHistories histories =
                batch.histories(EventLog.read(transaction, head, cache).blocks());
        PackedBatch packed = batch.packNew(histories);
        return new Appended(writer.append(transaction, head, packed), histories, packed);
    }
}
