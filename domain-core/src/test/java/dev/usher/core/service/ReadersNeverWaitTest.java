package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Role;
import dev.usher.core.event.EventRef;
import dev.usher.core.statistics.Instants;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.TicketOperation;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.MemoryStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever reads what is in memory, or hears of an append, waits for nobody who builds a timeline or catches up. */
class ReadersNeverWaitTest {
    private static final Instants ALL = Instants.of(Instant.MAX);

    private final MemoryStore store = new MemoryStore();
    private final FailingStore slow = new FailingStore(store);
    private final Services writer = Services.over(store, () -> Instant.EPOCH, new Random(1), Terms.within(0));
    private final Actor actor =
            new Actor(writer.organizations().findOrCreate("house").orThrow().id(), Role.MEMBER);
    private final Timelines timelines = new Timelines(slow, () -> Instant.EPOCH, new BlockCache(0), 1 << 20);
    private LogHead night;
    private LogHead matinee;

    @BeforeEach
    void twoEventsOfWhichOneIsInMemory() {
        night = issue("night", 1);
        matinee = issue("matinee", 1);
        ask(matinee.event());
    }

    @Test
    void whileATimelineIsBuilt() {
        // The first read tells how much there is, the second what to build from.
        slow.duringNextRead(() -> slow.duringNextRead(() -> requireNobodyWaits(night)));
        assertThat(ask(night.event()).sequence()).isEqualTo(1);
    }

    @Test
    void whileATimelineCatchesUp() {
        ask(night.event());
        LogHead further = issue("night", 2);
        timelines.heard(further);
        slow.duringNextRead(() -> requireNobodyWaits(further));
        assertThat(ask(night.event()).sequence()).isEqualTo(2);
    }

    private void requireNobodyWaits(LogHead head) {
        assertThat(elsewhere(() -> timelines.atHand(night.event()))).isEmpty();
        assertThat(elsewhere(() -> timelines.atHand(matinee.event()))).isPresent();
        assertThat(elsewhere(() -> {
                    timelines.heard(head);
                    return Optional.of(head);
                }))
                .isPresent();
    }

    /** What another thread finds; a minute is for ever, so that the build does not hang where it would wait. */
    private static <T> Optional<T> elsewhere(Supplier<Optional<T>> work) {
        return CompletableFuture.supplyAsync(work)
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
    }

    private Timelines.Answer ask(EventRef event) {
        return timelines.answer(event, ALL, Timelines.EVERYTHING, 0);
    }

    private LogHead issue(String event, int ticket) {
        writer.ticketOperations()
                .record(
                        actor,
                        List.of(new TicketOperation(
                                event, "ticket " + ticket, OperationKind.ISSUED, Instant.EPOCH, "")))
                .orThrow();
        return store.read(transaction -> transaction
                .operations()
                .head(transaction
                        .identities()
                        .event(actor.organization(), event)
                        .orElseThrow()
                        .ref())
                .orElseThrow());
    }
}
