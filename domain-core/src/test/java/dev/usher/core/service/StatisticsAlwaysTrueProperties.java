package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.statistics.BruteForce;
import dev.usher.core.statistics.EventInQuestion;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.SeriesQuestion;
import dev.usher.core.statistics.StatisticsQuestion;
import dev.usher.core.statistics.TicketOperation;
import dev.usher.core.statistics.TicketStatistics;
import dev.usher.core.store.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever happens in whatever order, on two nodes over one store (append, repeat, late batches, bulk intakes, merges of
 * blocks and of runs, eviction, a crash after a commit), every answer equals brute force.
 */
class StatisticsAlwaysTrueProperties {
    private static final String EVENT = "festival";
    private static final Instant START = Instant.parse("2026-07-04T18:00:00Z");
    /** A node with so little memory keeps no timeline and goes through the blocks for every answer. */
    private static final long NO_MEMORY = 0;

    private static final long MUCH_MEMORY = 1L << 30;
    private static final int POINTS = 14;

    /** One thing that happens on one node. */
    private sealed interface Step {
        record Append(int node, List<TicketOperation> operations) implements Step {}

        record Repeat(int node, int earlier) implements Step {}

        record Intake(int node, List<TicketOperation> operations) implements Step {}

        record Burst(int node, TicketOperation first, int count) implements Step {}

        record CrashAfterCommit(int node, List<TicketOperation> operations) implements Step {}

        record Restart(int node) implements Step {}

        record Ask(int node, Instant at) implements Step {}
    }

    /** A process over the shared store. */
    private static final class Node {
        private final CrashingStore store;
        private final long memory;
        private final long seed;
        private Services services;

        Node(MemoryStore shared, long memory, long seed) {
            this.store = new CrashingStore(shared);
            this.memory = memory;
            this.seed = seed;
            this.services = start();
        }

        private Services start() {
            return Services.over(store, () -> START, new Random(seed), Terms.within(memory));
        }

        void restart() {
            services = start();
        }
    }

    @Property(tries = 400)
    void everyAnswerEqualsBruteForce(@ForAll("histories") List<Step> steps) {
        MemoryStore shared = new MemoryStore();
        List<Node> nodes = List.of(new Node(shared, MUCH_MEMORY, 1), new Node(shared, NO_MEMORY, 2));
        Organization organization = nodes.get(0)
                .services
                .organizations()
                .findOrCreate(Organization.DEFAULT)
                .orThrow();
        Actor actor = new Actor(organization.id(), Role.MEMBER);
        List<TicketOperation> log = new ArrayList<>();
        Map<Instant, List<TicketStatistics>> givenThen = new LinkedHashMap<>();
        for (Step step : steps) {
            take(step, nodes, organization, actor, log);
            for (Node node : nodes) {
                node.services.reporting().follow();
                if (!log.isEmpty()) {
                    requireTrue(node, actor, log, Instant.MAX);
                    requireTrue(node, actor, log, log.get(log.size() - 1).occurredAt());
                }
            }
            if (!log.isEmpty()) {
                givenThen.put(lastRecording(shared), series(nodes.get(0), actor, EventInQuestion.of(EVENT)));
            }
        }
        for (TicketOperation operation : log) {
            requireTrue(nodes.get(0), actor, log, operation.occurredAt().minusNanos(1_000));
        }
        if (!log.isEmpty()) {
            nodes.forEach(node -> requireTrueOverTime(node, actor, log, givenThen));
        }
        assertThat(nodes.get(0).services.inspection().inspect().faults()).isEmpty();
    }

    private static Instant lastRecording(MemoryStore store) {
        return store.read(transaction -> transaction.identities().organizations().stream()
                .flatMap(house -> transaction.identities().events(house.id()).stream())
                .map(event -> transaction.operations().head(event.ref()).orElseThrow())
                .map(head -> InstantText.instant(head.recordedAt()))
                .findFirst()
                .orElseThrow());
    }

    private static void take(
            Step step, List<Node> nodes, Organization organization, Actor actor, List<TicketOperation> log) {
        if (step instanceof Step.Append append) {
            append(nodes.get(append.node()), actor, append.operations(), log);
        } else if (step instanceof Step.Repeat repeat && !log.isEmpty()) {
            append(nodes.get(repeat.node()), actor, List.of(log.get(repeat.earlier() % log.size())), log);
        } else if (step instanceof Step.Intake intake) {
            take(nodes.get(intake.node()).services.ticketOperations().intake(organization), intake.operations(), log);
        } else if (step instanceof Step.Burst burst) {
            for (int count = 0; count < burst.count(); count++) {
                TicketOperation first = burst.first();
                append(
                        nodes.get(burst.node()),
                        actor,
                        List.of(new TicketOperation(
                                EVENT, first.ticket(), first.kind(), START.plusNanos(count * 1_000L), first.device())),
                        log);
            }
        } else if (step instanceof Step.CrashAfterCommit crash) {
            crash(nodes.get(crash.node()), actor, crash.operations(), log);
        } else if (step instanceof Step.Restart restart) {
            nodes.get(restart.node()).restart();
        } else if (step instanceof Step.Ask ask && !log.isEmpty()) {
            requireTrue(nodes.get(0), actor, log, ask.at());
        }
    }

    private static void append(Node node, Actor actor, List<TicketOperation> operations, List<TicketOperation> log) {
        Set<TicketOperation> before = new HashSet<>(log);
        TicketOperations.Receipt receipt =
                node.services.ticketOperations().record(actor, operations).orThrow();
        log.addAll(operations);
        int added = new HashSet<>(log).size() - before.size();
        assertThat(receipt.added()).isEqualTo(added);
        assertThat(receipt.repeated()).isEqualTo(operations.size() - added);
        requireTrue(node, actor, log, Instant.MAX);
    }

    private static void take(OperationIntake intake, List<TicketOperation> operations, List<TicketOperation> log) {
        Set<TicketOperation> before = new HashSet<>(log);
        operations.forEach(operation -> intake.add(
                operation.event(),
                operation.ticket(),
                operation.kind(),
                InstantText.microseconds(operation.occurredAt()),
                operation.device()));
        OperationIntake.Totals totals = intake.finish();
        log.addAll(operations);
        int added = new HashSet<>(log).size() - before.size();
        assertThat(totals.added()).isEqualTo(added);
        assertThat(totals.repeated()).isEqualTo(operations.size() - added);
    }

    /** The process dies after a commit that nobody was told of; sent again, the operations are there once. */
    private static void crash(Node node, Actor actor, List<TicketOperation> operations, List<TicketOperation> log) {
        node.store.crashAfterCommit();
        try {
            node.services.ticketOperations().record(actor, operations);
            throw new AssertionError("the crash did not happen");
        } catch (CrashingStore.Crash crash) {
            node.restart();
            node.services.ticketOperations().record(actor, operations).orThrow();
            log.addAll(operations);
        }
    }

    private static void requireTrue(Node node, Actor actor, List<TicketOperation> log, Instant at) {
        List<EventStatistics> answer = node.services
                .reporting()
                .asOf(actor, StatisticsQuestion.of(List.of(EVENT), at))
                .orThrow();
        assertThat(answer).hasSize(1);
        assertThat(answer.get(0).statistics()).as("as of %s", at).isEqualTo(BruteForce.at(log, at));
    }

    /** Every event's answer over time, and the answers that were given after each step, as they were known then. */
    private static void requireTrueOverTime(
            Node node, Actor actor, List<TicketOperation> log, Map<Instant, List<TicketStatistics>> givenThen) {
        EventInQuestion event = EventInQuestion.of(EVENT);
        assertThat(series(node, actor, event))
                .isEqualTo(IntStream.range(0, POINTS)
                        .mapToObj(point -> BruteForce.at(log, START.plusNanos(point * 1_000L)))
                        .toList());
        givenThen.forEach((knownAt, given) -> assertThat(series(node, actor, event.knownAt(knownAt)))
                .as("known at %s", knownAt)
                .isEqualTo(given));
    }

    private static List<TicketStatistics> series(Node node, Actor actor, EventInQuestion event) {
        Instant last = START.plusNanos((POINTS - 1) * 1_000L);
        return node.services
                .reporting()
                .series(actor, SeriesQuestion.of(event, START, last, Duration.ofNanos(1_000)))
                .orThrow()
                .points();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Integer> nodes = Arbitraries.of(0, 1);
        Arbitrary<List<TicketOperation>> operations =
                operations().list().ofMinSize(1).ofMaxSize(8);
        Arbitrary<Instant> instants =
                Arbitraries.integers().between(-2, 14).map(microseconds -> START.plusNanos(microseconds * 1_000L));
        return Arbitraries.<Step>oneOf(
                        Combinators.combine(nodes, operations).as(Step.Append::new),
                        Combinators.combine(nodes, Arbitraries.integers().between(0, 100))
                                .as(Step.Repeat::new),
                        Combinators.combine(nodes, operations).as(Step.Intake::new),
                        Combinators.combine(
                                        nodes,
                                        operations(),
                                        Arbitraries.integers().between(1, 20))
                                .as(Step.Burst::new),
                        Combinators.combine(nodes, operations).as(Step.CrashAfterCommit::new),
                        nodes.map(Step.Restart::new),
                        Combinators.combine(nodes, instants).as(Step.Ask::new))
                .list()
                .ofMaxSize(12);
    }

    private static Arbitrary<TicketOperation> operations() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c"),
                        Arbitraries.of(OperationKind.class),
                        Arbitraries.integers().between(0, 12),
                        Arbitraries.of("", "phone", "gate"))
                .as((ticket, kind, microseconds, device) ->
                        new TicketOperation(EVENT, ticket, kind, START.plusNanos(microseconds * 1_000L), device));
    }
}
