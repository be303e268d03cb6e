package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Organization;
import dev.usher.core.event.EventRef;
import dev.usher.core.statistics.Instants;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.TicketStatistics;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.MemoryStore;
import dev.usher.core.store.StoreUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Timelines stay within their memory, the one used longest ago goes first, and every answer is right all the same. */
class TimelineMemoryTest {
    private static final int EVENTS = 40;
    private static final Instants ALL = Instants.of(Instant.MAX);

    private final HandMovedClock clock = new HandMovedClock();
    private final MemoryStore store = new MemoryStore();
    private final FailingStore failing = new FailingStore(store);
    private final Services writer = Services.over(store, clock, new Random(1), Terms.within(1 << 20));
    private final List<EventRef> events = new ArrayList<>();

    @Test
    void manyEventsUnderASmallBoundAreAllAnsweredRight() {
        issue(1_000);
        long bytes = bytesOf(events.get(EVENTS - 1));
        Random random = new Random(7);
        Timelines timelines = timelines(3 * bytes);
        for (int question = 0; question < 2_000; question++) {
            int event = random.nextInt(EVENTS);
            assertThat(total(timelines, event)).isEqualTo(1_000L + event);
            assertThat(timelines.bytes()).isLessThanOrEqualTo(3 * bytes);
        }
        assertThat(timelines.bytes()).as("room is used").isGreaterThan(2 * bytes);
    }

    @Test
    void theOneUsedLongestAgoGoesFirst() {
        issue(1_000);
        Timelines timelines = timelines(3 * bytesOf(events.get(EVENTS - 1)));
        for (int event : new int[] {0, 1, 2, 0, 3}) {
            total(timelines, event);
        }
        assertThat(resident(timelines)).containsExactly(0, 2, 3);
        timelines.atHand(events.get(2));
        timelines.atHand(events.get(0));
        total(timelines, 4);
        assertThat(resident(timelines)).containsExactly(0, 2, 4);
        total(timelines, 5);
        assertThat(resident(timelines)).containsExactly(0, 4, 5);
    }

    @Test
    void catchingUpUnaskedIsNoUse() {
        issue(1_000);
        Timelines timelines = timelines(2 * bytesOf(events.get(EVENTS - 1)));
        total(timelines, 0);
        total(timelines, 1);
        timelines.refresh(events.get(0));
        total(timelines, 2);
        assertThat(resident(timelines)).containsExactly(1, 2);
    }

    @Test
    void anEventLargerThanTheBoundIsAnsweredAndTakesNoneOfIt() {
        issue(1_000);
        long bytes = bytesOf(events.get(0));
        Timelines timelines = timelines(bytes - 2_000);
        for (int event = 0; event < EVENTS; event++) {
            assertThat(total(timelines, event)).isEqualTo(1_000L + event);
            assertThat(timelines.bytes()).isZero();
        }
        Timelines none = timelines(0);
        assertThat(total(none, 3)).isEqualTo(1_003);
    }

    @Test
    void anEventWhoseBlocksDoNotFitEitherIsAnsweredPartByPart() {
        issue(1_000);
        issue("event 0", 1_000, 40_000);
        Timelines timelines = timelines(200_000);
        assertThat(total(timelines, 0)).isEqualTo(41_000);
        assertThat(total(timelines, 1)).isEqualTo(1_001);
        assertThat(resident(timelines)).containsExactly(1);
    }

    @Test
    void othersMakeRoomForOneThatIsBuilt() {
        issue(1_000);
        long bytes = bytesOf(events.get(EVENTS - 1));
        Timelines timelines = timelines(4 * bytes);
        for (int event = 0; event < 4; event++) {
            total(timelines, event);
        }
        issue("event 9", 5_000, 1_500);
        // Building it takes three times 2,500 tickets, the working memory holds 4,000: the others leave it what is
        // left.
        total(timelines, 9);
        assertThat(resident(timelines)).containsExactly(9);
    }

    @Test
    void anEventThatOutgrowsTheBoundIsAnsweredOnAndNoOtherMustGoForIt() {
        issue(1_000);
        long bytes = bytesOf(events.get(EVENTS - 1));
        Timelines timelines = timelines(2 * bytes);
        total(timelines, 0);
        total(timelines, 1);
        for (int more = 1; more <= 20; more++) {
            issue("event 0", 10_000 * more, 150);
            timelines.heard(head(0));
            timelines.refresh(events.get(0));
            assertThat(total(timelines, 0)).isEqualTo(1_000L + 150L * more);
            assertThat(timelines.bytes()).isLessThanOrEqualTo(2 * bytes);
        }
        assertThat(resident(timelines)).doesNotContain(0);
        assertThat(total(timelines, 1)).isEqualTo(1_001);
        assertThat(resident(timelines)).containsExactly(1);
    }

    @Test
    void oneThatTurnsOutLargerThanTheBoundLeavesTheOthersInPeace() {
        issue(1_000);
        OperationIntake intake = writer.ticketOperations()
                .intake(writer.organizations().findOrCreate("house").orThrow());
        for (int ticket = 0; ticket < 1_000; ticket++) {
            intake.add("event 2", "resold " + ticket, OperationKind.ISSUED, 1_000_000, "");
            for (int transfer = 0; transfer < 9; transfer++) {
                // Each counts twice: when it is accepted, and once the ticket is issued.
                intake.add("event 2", "resold " + ticket, OperationKind.TRANSFER_ACCEPTED, transfer, "");
            }
        }
        intake.finish();
        Timelines timelines = timelines(180_000);
        total(timelines, 0);
        total(timelines, 1);
        for (int question = 0; question < 3; question++) {
            assertThat(total(timelines, 2)).isEqualTo(2_002);
            assertThat(resident(timelines)).containsExactly(0, 1);
        }
        assertThat(bytesOf(events.get(2)))
                .as("more than an operation is expected to take")
                .isGreaterThan(180_000);
    }

    @Test
    void whatWasDroppedIsNoLongerCounted() {
        issue(1_000);
        Timelines timelines = timelines(1 << 20);
        total(timelines, 0);
        long one = timelines.bytes();
        total(timelines, 1);
        timelines.drop(events.get(1));
        assertThat(timelines.bytes()).isEqualTo(one);
        timelines.drop(events.get(0));
        timelines.drop(events.get(0));
        assertThat(timelines.bytes()).isZero();
        assertThat(total(timelines, 1)).isEqualTo(1_001);
    }

    @Test
    void aTimelineThatCannotCatchUpIsDroppedAndBuiltAnew() {
        issue(1_000);
        Timelines timelines = new Timelines(failing, clock, new BlockCache(0), 1 << 20);
        total(timelines, 0);
        issue("event 0", 5_000, 1);
        timelines.heard(store.read(
                transaction -> transaction.operations().head(events.get(0)).orElseThrow()));
        assertThat(timelines.atHand(events.get(0))).isEmpty();
        failing.cutOff();
        try {
            total(timelines, 0);
            throw new AssertionError("answered without the store");
        } catch (StoreUnavailable expected) {
            assertThat(timelines.bytes()).isZero();
        }
        failing.reconnect();
        assertThat(total(timelines, 0)).isEqualTo(1_001);
    }

    @Test
    void whatOneQuestionHasSeenTheNextSeesToo() {
        issue(1_000);
        Timelines timelines = new Timelines(failing, clock, new BlockCache(0), 1 << 20);
        EventRef event = events.get(0);
        // Meanwhile the timeline is built, and then an append is committed of which this node hears a moment later.
        failing.duringNextRead(() -> {
            total(timelines, 0);
            issue("event 0", 5_000, 1);
        });
        Timelines.Answer passed = timelines.answer(event, ALL, Timelines.EVERYTHING - 1, 0);
        assertThat(passed.points().get(0).total()).isEqualTo(1_001);
        assertThat(total(timelines, 0)).isEqualTo(1_001);
    }

    @Test
    void manyThreadsUnderASmallBoundAreAllAnsweredRight() throws InterruptedException, ExecutionException {
        issue(1_000);
        long bytes = bytesOf(events.get(EVENTS - 1));
        Timelines timelines = timelines(4 * bytes);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            Random random = new Random(thread);
            running.add(threads.submit(() -> {
                for (int question = 0; question < 1_000; question++) {
                    int event = random.nextInt(8);
                    if (random.nextInt(50) == 0) {
                        timelines.drop(events.get(event));
                    }
                    assertThat(total(timelines, event)).isEqualTo(1_000L + event);
                    assertThat(timelines.bytes()).isBetween(0L, 4 * bytes);
                }
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
        threads.shutdown();
        for (int event = 0; event < EVENTS; event++) {
            timelines.drop(events.get(event));
        }
        assertThat(timelines.bytes()).isZero();
    }

    private LogHead head(int event) {
        return store.read(
                transaction -> transaction.operations().head(events.get(event)).orElseThrow());
    }

    private Timelines timelines(long mostBytes) {
        return new Timelines(store, clock, new BlockCache(0), mostBytes);
    }

    private long bytesOf(EventRef event) {
        Timelines roomy = timelines(1 << 20);
        roomy.answer(event, ALL, Timelines.EVERYTHING, 0);
        return roomy.bytes();
    }

    private List<Integer> resident(Timelines timelines) {
        return events.stream()
                .filter(timelines::isResident)
                .map(events::indexOf)
                .toList();
    }

    private long total(Timelines timelines, int event) {
        List<TicketStatistics> points = timelines
                .answer(events.get(event), ALL, Timelines.EVERYTHING, 0)
                .points();
        assertThat(points).hasSize(1);
        return points.get(0).total();
    }

    /** Issues so many tickets for the first event, and one more for each further one. */
    private void issue(int tickets) {
        for (int event = 0; event < EVENTS; event++) {
            issue("event " + event, 0, tickets + event);
        }
        Organization house = writer.organizations().findOrCreate("house").orThrow();
        for (int event = 0; event < EVENTS; event++) {
            String name = "event " + event;
            events.add(store.read(transaction -> transaction
                    .identities()
                    .event(house.id(), name)
                    .orElseThrow()
                    .ref()));
        }
    }

    private void issue(String event, int first, int tickets) {
        Organization house = writer.organizations().findOrCreate("house").orThrow();
        OperationIntake intake = writer.ticketOperations().intake(house);
        for (int ticket = 0; ticket < tickets; ticket++) {
            intake.add(event, "ticket " + (first + ticket), OperationKind.ISSUED, first + ticket, "");
        }
        intake.finish();
    }
}
