package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Role;
import dev.usher.core.statistics.AsOfQuestion;
import dev.usher.core.statistics.EventInQuestion;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.SeriesQuestion;
import dev.usher.core.statistics.TicketOperation;
import dev.usher.core.store.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Appends and questions at the same time: each answer is from one state of the log, shows an acknowledged append as a
 * whole, and never less than what was acknowledged before it was asked.
 */
class AppendsAndQuestionsTest {
    private static final Instant OPENING = Instant.parse("2026-07-04T18:00:00Z");
    private static final int APPENDS = 400;
    private static final int TICKETS_AN_APPEND = 7;
    private static final EventInQuestion NIGHT = EventInQuestion.of("club night");

    private final MemoryStore store = new MemoryStore();
    private final AtomicLong acknowledged = new AtomicLong();

    /** Much memory, so that timelines are advanced; little, so that they come and go; none, so that blocks are read. */
    @ParameterizedTest
    @ValueSource(longs = {1 << 24, 20_000, 0})
    void everyAnswerIsFromOneStateWithAllThatWasAcknowledged(long memory)
            throws InterruptedException, ExecutionException {
        Services node = Services.over(store, InstantSource.system(), new Random(1), Terms.within(memory));
        Actor actor =
                new Actor(node.organizations().findOrCreate("house").orThrow().id(), Role.MEMBER);
        append(node, actor, 0);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        running.add(threads.submit(() -> {
            for (int round = 1; round < APPENDS; round++) {
                append(node, actor, round);
            }
        }));
        for (int asker = 0; asker < 3; asker++) {
            running.add(threads.submit(() -> {
                while (acknowledged.get() < (long) APPENDS * TICKETS_AN_APPEND) {
                    requireOneState(node, actor);
                }
                requireOneState(node, actor);
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        threads.shutdown();
        assertThat(acknowledged.get()).isEqualTo((long) APPENDS * TICKETS_AN_APPEND);
    }

    private void requireOneState(Services node, Actor actor) {
        long before = acknowledged.get();
        AsOfQuestion question = AsOfQuestion.of(NIGHT, Instant.MAX);
        StatisticsAsOf answer = node.reporting()
                .residentAsOf(actor, question)
                .orElseGet(() -> node.reporting().asOf(actor, question))
                .orThrow();
        assertThat(answer.statistics().total())
                .as("of the log up to %d, after %d were acknowledged", answer.sequence(), before)
                .isEqualTo(answer.sequence())
                .isGreaterThanOrEqualTo(before)
                .matches(total -> total % TICKETS_AN_APPEND == 0, "whole appends");
        // Each append issues one ticket at each instant, so all points of one state are in proportion.
        StatisticsSeries series = node.reporting()
                .series(
                        actor,
                        SeriesQuestion.of(
                                NIGHT, OPENING, OPENING.plusSeconds(TICKETS_AN_APPEND - 1L), Duration.ofSeconds(1)))
                .orThrow();
        for (int point = 0; point < TICKETS_AN_APPEND; point++) {
            assertThat(series.points().get(point).total() * TICKETS_AN_APPEND)
                    .isEqualTo(series.sequence() * (point + 1));
        }
        // What a receipt told is there for who asks for it.
        assertThat(node.reporting()
                        .asOf(actor, AsOfQuestion.of(NIGHT.atLeast(before), Instant.MAX))
                        .orThrow()
                        .sequence())
                .isGreaterThanOrEqualTo(before);
    }

    private void append(Services node, Actor actor, int round) {
        List<TicketOperation> operations = new ArrayList<>();
        for (int ticket = 0; ticket < TICKETS_AN_APPEND; ticket++) {
            operations.add(new TicketOperation(
                    "club night",
                    "ticket " + round + " " + ticket,
                    OperationKind.ISSUED,
                    OPENING.plusSeconds(ticket),
                    ""));
        }
        long sequence = node.ticketOperations()
                .record(actor, operations)
                .orThrow()
                .sequences()
                .getOrDefault("club night", 0L);
        acknowledged.set(sequence);
    }
}
