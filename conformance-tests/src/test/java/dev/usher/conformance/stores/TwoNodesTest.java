package dev.usher.conformance.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.app.ProgramInProcess;
import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.rule.Violation;
import dev.usher.core.service.AccessTokens;
import dev.usher.core.service.EventStatistics;
import dev.usher.core.service.TicketOperations;
import dev.usher.core.statistics.AsOfQuestion;
import dev.usher.core.statistics.EventInQuestion;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.StatisticsQuestion;
import dev.usher.core.statistics.TicketOperation;
import dev.usher.core.store.Store;
import dev.usher.core.store.Subscription;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes over one PostgreSQL append to one event, merge its blocks, and see what the other did. */
class TwoNodesTest {
    private static final String EVENT = "festival";
    private static final Instant OPENING = Instant.parse("2026-07-04T10:00:00Z");
    private static final int ROUNDS = 60;

    private final TemporaryStore place = TemporaryStore.Kind.POSTGRESQL.create();
    private final List<Store> stores = List.of(ProgramInProcess.open(place.url()), ProgramInProcess.open(place.url()));
    private final List<Usher> nodes = stores.stream()
            .map(store -> Usher.over(store, InstantSource.system(), new SecureRandom()))
            .toList();
    private Actor owner = new Actor(0, Role.OWNER);

    @BeforeEach
    void anOrganizationExists() {
        Organization house =
                nodes.get(0).organizations().findOrCreate(Organization.DEFAULT).orThrow();
        owner = new Actor(house.id(), Role.OWNER);
    }

    @AfterEach
    void closeAndRemove() {
        stores.forEach(Store::close);
        place.close();
    }

    @Test
    void whatBothAppendAtOnceIsThereOnceAndBothSeeIt() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Integer>> appended = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            Usher node = nodes.get(thread % 2);
            int lane = thread / 2;
            appended.add(threads.submit(() -> append(node, lane)));
        }
        int added = 0;
        for (Future<Integer> one : appended) {
            added += one.get();
        }
        threads.shutdown();
        assertThat(added)
                .as("each ticket is sent by both nodes and is new once")
                .isEqualTo(2 * ROUNDS);
        for (Usher node : nodes) {
            node.reporting().follow();
            assertThat(total(node)).isEqualTo(2 * ROUNDS);
            assertThat(node.inspection().inspect().faults()).isEmpty();
        }
    }

    @Test
    void aNodeThatFollowsSeesWhatTheOtherWasTold() {
        assertThat(nodes.get(0)
                        .ticketOperations()
                        .record(owner, List.of(issued("ticket 1")))
                        .orThrow()
                        .added())
                .isEqualTo(1);
        assertThat(total(nodes.get(1))).isEqualTo(1);
        assertThat(nodes.get(0)
                        .ticketOperations()
                        .record(owner, List.of(issued("ticket 2")))
                        .orThrow()
                        .added())
                .isEqualTo(1);
        nodes.get(1).reporting().follow();
        assertThat(total(nodes.get(1))).isEqualTo(2);
    }

    @Test
    void aNodeThatIsAskedForAWriteOfTheOtherReadsItAtOnce() {
        assertThat(total(nodes.get(1), append("ticket 1"))).isEqualTo(1);
        assertThat(total(nodes.get(1), append("ticket 2"))).isEqualTo(2);
        assertThat(nodes.get(1)
                        .reporting()
                        .asOf(owner, AsOfQuestion.of(EventInQuestion.of(EVENT).atLeast(3), OPENING))
                        .violations())
                .extracting(Violation::code)
                .containsExactly("NOT_YET_RECORDED");
    }

    @Test
    void aNodeThatHearsSeesItWithoutAsking() {
        record("ticket 1");
        assertThat(total(nodes.get(1))).isEqualTo(1);
        record("ticket 2");
        assertThat(total(nodes.get(1)))
                .as("what a node has in memory and has heard nothing of")
                .isEqualTo(1);
        Subscription subscription = stores.get(1).hear(nodes.get(1).reporting()::heard);
        for (int tickets = 3; tickets <= 10; tickets++) {
            record("ticket " + tickets);
            awaitTotal(nodes.get(1), tickets);
        }
        subscription.close();
    }

    @Test
    void whatIsLostWithAConnectionIsMadeGoodByAskingAndTheNextIsHeardAgain() {
        record("ticket 1");
        assertThat(total(nodes.get(1))).isEqualTo(1);
        Subscription subscription = stores.get(1).hear(nodes.get(1).reporting()::heard);
        for (int cut = 1; cut <= 3; cut++) {
            Postgres.cutConnectionsThatHear();
            record("ticket, unheard perhaps, " + cut);
            nodes.get(1).reporting().follow();
            assertThat(total(nodes.get(1))).isEqualTo(1 + cut);
        }
        int tickets = 4;
        boolean heard = false;
        while (!heard) {
            // Connecting anew takes a moment, in which news are lost.
            record("ticket " + ++tickets);
            heard = isSoon(nodes.get(1), tickets);
            assertThat(tickets).as("tickets until one was heard of").isLessThan(100);
        }
        subscription.close();
    }

    @Test
    void aTokenMadeOnOneNodeOpensTheOtherUntilItIsRevoked() {
        AccessTokens here = nodes.get(0).accessTokens();
        AccessTokens there = nodes.get(1).accessTokens();
        AccessTokens.Issued issued =
                here.create(owner, Role.VIEWER, "dashboard").orThrow();
        assertThat(there.authenticate(issued.secret().digest())).isPresent();
        here.revoke(owner, issued.token().id()).orThrow();
        assertThat(here.authenticate(issued.secret().digest())).isEmpty();
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (there.authenticate(issued.secret().digest()).isPresent()) {
            assertThat(System.nanoTime()).as("the other node still takes it").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private long append(String ticket) {
        return nodes.get(0)
                .ticketOperations()
                .record(owner, List.of(issued(ticket)))
                .orThrow()
                .sequences()
                .getOrDefault(EVENT, 0L);
    }

    private long total(Usher node, long atLeast) {
        return node.reporting()
                .asOf(owner, AsOfQuestion.of(EventInQuestion.of(EVENT).atLeast(atLeast), OPENING))
                .orThrow()
                .statistics()
                .total();
    }

    private void record(String ticket) {
        assertThat(nodes.get(0)
                        .ticketOperations()
                        .record(owner, List.of(issued(ticket)))
                        .orThrow()
                        .added())
                .isEqualTo(1);
    }

    private void awaitTotal(Usher node, long expected) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (total(node) != expected) {
            assertThat(System.nanoTime())
                    .as("the other node still has not heard")
                    .isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private boolean isSoon(Usher node, long expected) {
        long deadline = System.nanoTime() + 300_000_000L;
        while (total(node) != expected && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return total(node) == expected;
    }

    private int append(Usher node, int lane) {
        int added = 0;
        for (int round = 0; round < ROUNDS; round++) {
            TicketOperations.Receipt receipt = node.ticketOperations()
                    .record(owner, List.of(issued("ticket " + lane + " " + round)))
                    .orThrow();
            added += receipt.added();
        }
        return added;
    }

    private static TicketOperation issued(String ticket) {
        return new TicketOperation(EVENT, ticket, OperationKind.ISSUED, OPENING, "");
    }

    private long total(Usher node) {
        List<EventStatistics> report = node.reporting()
                .asOf(owner, StatisticsQuestion.of(List.of(EVENT), OPENING))
                .orThrow();
        return report.get(0).statistics().total();
    }
}
