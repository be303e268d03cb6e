package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.OperationText;
import dev.usher.core.statistics.StatisticsQuestion;
import dev.usher.core.statistics.TicketStatistics;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.MemoryStore;
import dev.usher.core.store.StoreUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operations enter all or none, are told apart by organization, and are seen at once here and soon elsewhere. */
class TicketOperationsTest {
    private final HandMovedClock clock = new HandMovedClock();
    private final MemoryStore shared = new MemoryStore();
    private final FailingStore store = new FailingStore(shared);
    private final Services here = Services.over(store, clock, new Random(1), Terms.within(1 << 20));
    private final FailingStore otherStore = new FailingStore(shared);
    private final Services elsewhere = Services.over(otherStore, clock, new Random(2), Terms.within(1 << 20));
    private final Actor member = member("house");

    @Test
    void theReceiptCountsNewAndRepeatedOperationsAndSaysHowFarEachLogReaches() {
        TicketOperations.Receipt first = append(
                member,
                issued("club night", "a", "18:00"),
                issued("club night", "a", "18:00"),
                issued("club night", "b", "18:00"),
                issued("matinee", "a", "18:00"));
        assertThat(first).isEqualTo(new TicketOperations.Receipt(3, 1, Map.of("club night", 2L, "matinee", 1L)));
        TicketOperations.Receipt second =
                append(member, issued("club night", "b", "18:00"), issued("club night", "c", "18:00"));
        assertThat(second).isEqualTo(new TicketOperations.Receipt(1, 1, Map.of("club night", 3L)));
        TicketOperations.Receipt nothingNew = append(member, issued("club night", "c", "18:00"));
        assertThat(nothingNew).isEqualTo(new TicketOperations.Receipt(0, 1, Map.of("club night", 3L)));
    }

    @Test
    void theSameInstantInAnotherZoneIsTheSameOperation() {
        append(member, text("club night", "a", "issued", "2026-07-04T18:00:00Z"));
        assertThat(append(member, text("club night", "a", "issued", "2026-07-04T20:00:00.000+02:00"))
                        .repeated())
                .isEqualTo(1);
    }

    @Test
    void oneBadRowKeepsAllOfThemOutOfEveryEvent() {
        List<Violation> violations = here.ticketOperations()
                .append(
                        member,
                        List.of(
                                issued("club night", "a", "18:00"),
                                issued("matinee", "a", "18:00"),
                                text("matinee", "", "sold", "2026-07-04T18:00:00Z")))
                .violations();
        assertThat(violations)
                .extracting(violation -> violation.code() + " " + violation.path())
                .containsExactly("MISSING_VALUE operations[2].ticket_id", "UNKNOWN_OPERATION operations[2].operation");
        for (String event : List.of("club night", "matinee")) {
            assertThat(unknown(here, member, event)).isTrue();
        }
    }

    @Test
    void theFaultsOfEveryRowAreToldWithTheirPaths() {
        assertThat(here.ticketOperations()
                        .append(
                                member,
                                List.of(
                                        text("club night", "a", "issued", "noon"),
                                        issued("club night", "b", "18:00"),
                                        text("", "c", "issued", "")))
                        .violations())
                .extracting(Violation::path)
                .containsExactly("operations[0].occurred_at", "operations[2].event_id", "operations[2].occurred_at");
    }

    @Test
    void oneToTenThousandOperationsMayComeAtOnce() {
        List<OperationText> most = new ArrayList<>();
        for (int ticket = 0; ticket < 10_000; ticket++) {
            most.add(issued("club night", "ticket " + ticket, "18:00"));
        }
        assertThat(here.ticketOperations().append(member, most).orThrow().added())
                .isEqualTo(10_000);
        most.add(issued("club night", "one more", "18:00"));
        List<Violation> tooMany = here.ticketOperations().append(member, most).violations();
        assertThat(tooMany).extracting(Violation::code).containsExactly("TOO_MANY");
        assertThat(tooMany.get(0).message()).contains("10001").contains("10000");
        assertThat(here.ticketOperations().append(member, List.of()).violations())
                .extracting(Violation::code)
                .containsExactly("MISSING");
        assertThat(asOf(here, member, "club night", "18:00").total()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyRoleButTheViewersMaySendOperations(Role role) {
        Actor actor = new Actor(member.organization(), role);
        List<Violation> violations = here.ticketOperations()
                .append(actor, List.of(issued("club night", "a", "18:00")))
                .violations();
        if (role == Role.VIEWER) {
            assertThat(violations).extracting(Violation::code).containsExactly("MEMBER_REQUIRED");
            assertThat(violations).extracting(Violation::kind).containsExactly(RuleKind.ACCESS);
            assertThat(unknown(here, actor, "club night")).isTrue();
        } else {
            assertThat(violations).isEmpty();
            assertThat(asOf(here, actor, "club night", "18:00").total()).isEqualTo(1);
        }
    }

    @Test
    void twoOrganizationsWithTheSameNamesNeverMeet() {
        Actor stranger = member("another house");
        append(member, issued("club night", "a", "18:00"), issued("matinee", "a", "18:00"));
        append(
                stranger,
                issued("club night", "a", "18:00"),
                text("club night", "a", "deleted", "2026-07-04T18:30:00Z"));
        assertThat(asOf(here, member, "club night", "19:00").valid()).isEqualTo(1);
        assertThat(asOf(here, stranger, "club night", "19:00").valid()).isZero();
        assertThat(unknown(here, stranger, "matinee")).isTrue();
    }

    @Test
    void aForeignEventAnswersExactlyAsOneThatDoesNotExist() {
        append(member, issued("club night", "a", "18:00"));
        Actor stranger = member("another house");
        String foreign = violations(here, stranger, "club night").get(0).message();
        String none = violations(here, stranger, "no such night").get(0).message();
        assertThat(foreign.replace("club night", "")).isEqualTo(none.replace("no such night", ""));
        for (long number = 1; number < 20; number++) {
            assertThat(unknown(here, stranger, Long.toString(number)))
                    .as("event %d", number)
                    .isTrue();
        }
    }

    @Test
    void anEventIsFoundByItsNumberTooButItsOwnNameGoesFirst() {
        append(member, issued("club night", "a", "18:00"));
        long number = shared.<Long>read(transaction -> transaction
                .identities()
                .event(member.organization(), "club night")
                .orElseThrow()
                .ref()
                .event());
        assertThat(asOf(here, member, Long.toString(number), "18:00").total()).isEqualTo(1);
        append(member, issued(Long.toString(number), "a", "18:00"), issued(Long.toString(number), "b", "18:00"));
        assertThat(asOf(here, member, Long.toString(number), "18:00").total()).isEqualTo(2);
    }

    @Test
    void severalEventsAnswerInTheOrderAskedAndEveryUnknownOneIsNamed() {
        append(member, issued("a", "1", "18:00"), issued("b", "1", "18:00"), issued("b", "2", "18:00"));
        List<EventStatistics> answer = here.reporting()
                .asOf(member, StatisticsQuestion.of(List.of("b", "a"), at("18:00")))
                .orThrow();
        assertThat(answer).extracting(EventStatistics::eventId).containsExactly("b", "a");
        assertThat(answer).extracting(line -> line.statistics().total()).containsExactly(2L, 1L);
        assertThat(here.reporting()
                        .asOf(member, StatisticsQuestion.of(List.of("x", "a", "y"), at("18:00")))
                        .violations())
                .extracting(Violation::code)
                .containsExactly("UNKNOWN_EVENT", "UNKNOWN_EVENT");
    }

    @Test
    void aLateArrivalIsSeenAtOnceFromItsInstantOn() {
        append(member, issued("club night", "a", "18:00"), issued("club night", "b", "20:00"));
        assertThat(asOf(here, member, "club night", "19:00").total()).isEqualTo(1);
        append(member, issued("club night", "c", "18:30"));
        assertThat(asOf(here, member, "club night", "18:29").total()).isEqualTo(1);
        assertThat(asOf(here, member, "club night", "19:00").total()).isEqualTo(2);
        assertThat(resident(here, "19:00")).containsExactly(2L);
    }

    @Test
    void anotherNodeSeesAnAppendWhenItFollows() {
        append(member, issued("club night", "a", "18:00"));
        assertThat(asOf(elsewhere, member, "club night", "18:00").total()).isEqualTo(1);
        append(member, issued("club night", "b", "18:00"));
        elsewhere.reporting().follow();
        assertThat(resident(elsewhere, "18:00")).containsExactly(2L);
        assertThat(asOf(elsewhere, member, "club night", "18:00").total()).isEqualTo(2);
    }

    @Test
    void aNodeThatCannotFollowAnswersFromMemoryForFiveSecondsAndThenNoMore() {
        append(member, issued("club night", "a", "18:00"));
        asOf(elsewhere, member, "club night", "18:00");
        elsewhere.reporting().follow();
        otherStore.cutOff();
        assertThatThrownBy(() -> elsewhere.reporting().follow()).isInstanceOf(StoreUnavailable.class);
        clock.move(Duration.ofSeconds(5));
        assertThat(resident(elsewhere, "18:00")).containsExactly(1L);
        clock.move(Duration.ofNanos(1));
        assertThat(resident(elsewhere, "18:00")).isEmpty();
        assertThatThrownBy(() -> asOf(elsewhere, member, "club night", "18:00")).isInstanceOf(StoreUnavailable.class);
        otherStore.reconnect();
        append(member, issued("club night", "b", "18:00"));
        assertThat(asOf(elsewhere, member, "club night", "18:00").total()).isEqualTo(2);
        elsewhere.reporting().follow();
        assertThat(resident(elsewhere, "18:00")).containsExactly(2L);
    }

    @Test
    void aNodeThatNeverFollowsTrustsItsMemoryBecauseItIsAlone() {
        append(member, issued("club night", "a", "18:00"));
        asOf(here, member, "club night", "18:00");
        store.cutOff();
        clock.move(Duration.ofHours(1));
        assertThat(resident(here, "18:00")).containsExactly(1L);
    }

    @Test
    void aFailedCommitLeavesNothingBehindEvenWhereBlocksWereMergedInIt() {
        List<OperationText> kept = new ArrayList<>();
        for (int count = 0; count < 7; count++) {
            kept.add(issued("club night", "ticket " + count, "18:00"));
            append(member, kept.get(count));
        }
        store.failNextCommit();
        assertThatThrownBy(() -> append(member, issued("club night", "never", "17:00")))
                .isInstanceOf(StoreUnavailable.class);
        append(member, issued("club night", "the eighth", "18:00"));
        Services fresh = Services.over(shared, clock, new Random(3), Terms.within(1 << 20));
        for (Services node : List.of(here, fresh)) {
            assertThat(asOf(node, member, "club night", "17:30").total()).isZero();
            assertThat(asOf(node, member, "club night", "18:00").total()).isEqualTo(8);
        }
        Collections.addAll(kept, issued("club night", "the eighth", "18:00"));
        assertThat(append(member, kept.toArray(OperationText[]::new)).repeated())
                .isEqualTo(8);
        assertThat(here.inspection().inspect().faults()).isEmpty();
    }

    @Test
    void aBlockThatIsMergedAwayBetweenTwoStatementsOfAnAppendIsFoundInTheLargerOne() {
        MergingStore merging = new MergingStore(shared);
        Services node = Services.over(merging, clock, new Random(4), Terms.within(1 << 20));
        for (int count = 0; count < 8; count++) {
            append(member, issued("club night", "ticket " + count, "18:00"));
        }
        merging.listOnce(IntStream.rangeClosed(1, 8)
                .mapToObj(sequence -> new BlockRange(sequence, sequence, 1))
                .toList());
        List<OperationText> operations =
                List.of(issued("club night", "ticket 3", "18:00"), issued("club night", "late", "18:00"));
        assertThat(node.ticketOperations().append(member, operations).orThrow())
                .isEqualTo(new TicketOperations.Receipt(1, 1, Map.of("club night", 9L)));
    }

    @Test
    void aNameThatNoStoreCanKeepIsUnknownWithoutAsking() {
        store.cutOff();
        assertThat(unknown(here, member, "club\u0000night")).isTrue();
        assertThat(unknown(here, member, "\ud83c")).isTrue();
        assertThat(unknown(here, member, "x".repeat(256))).isTrue();
    }

    @Test
    void aBulkIntakeOfManyEventsCountsThemAll() {
        Organization house = here.organizations().find(member.organization()).orElseThrow();
        OperationIntake intake = here.ticketOperations().intake(house);
        int tickets = 250_000;
        for (int event = 0; event < 12; event++) {
            for (int ticket = 0; ticket < tickets; ticket++) {
                intake.add("event " + event, Integer.toString(ticket), OperationKind.ISSUED, 0, "");
            }
        }
        assertThat(intake.finish()).isEqualTo(new OperationIntake.Totals(12L * tickets, 0, 12));
    }

    private TicketOperations.Receipt append(Actor actor, OperationText... operations) {
        return here.ticketOperations().append(actor, List.of(operations)).orThrow();
    }

    private List<Long> resident(Services node, String time) {
        return node.reporting().residentAsOf(member, StatisticsQuestion.of(List.of("club night"), at(time))).stream()
                .flatMap(answer -> answer.orThrow().stream())
                .map(line -> line.statistics().total())
                .toList();
    }

    private static TicketStatistics asOf(Services node, Actor actor, String event, String time) {
        return node.reporting()
                .asOf(actor, StatisticsQuestion.of(List.of(event), at(time)))
                .orThrow()
                .get(0)
                .statistics();
    }

    private static List<Violation> violations(Services node, Actor actor, String event) {
        return node.reporting()
                .asOf(actor, StatisticsQuestion.of(List.of(event), at("18:00")))
                .violations();
    }

    private static boolean unknown(Services node, Actor actor, String event) {
        return violations(node, actor, event).stream()
                .anyMatch(violation -> violation.code().equals("UNKNOWN_EVENT"));
    }

    private Actor member(String organization) {
        return new Actor(
                here.organizations().findOrCreate(organization).orThrow().id(), Role.MEMBER);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-07-04T" + time + ":00Z");
    }

    private static OperationText issued(String event, String ticket, String time) {
        return text(event, ticket, "issued", at(time).toString());
    }

    private static OperationText text(String event, String ticket, String operation, String occurredAt) {
        return new OperationText(event, ticket, operation, occurredAt, "");
    }
}
