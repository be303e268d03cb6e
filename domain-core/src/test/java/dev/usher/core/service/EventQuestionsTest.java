package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Role;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import dev.usher.core.statistics.AsOfQuestion;
import dev.usher.core.statistics.EventInQuestion;
import dev.usher.core.statistics.OperationText;
import dev.usher.core.statistics.SeriesQuestion;
import dev.usher.core.statistics.TicketStatistics;
import dev.usher.core.store.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is asked about one event: as of an instant or over time, as known then, with so much of the log at the least. */
class EventQuestionsTest {
    private static final EventInQuestion NIGHT = EventInQuestion.of("club night");

    private final HandMovedClock clock = new HandMovedClock();
    private final MemoryStore shared = new MemoryStore();
    private final FailingStore store = new FailingStore(shared);
    private final Services here = Services.over(store, clock, new Random(1), Terms.within(1 << 20));
    private final Services elsewhere = Services.over(shared, clock, new Random(2), Terms.within(1 << 20));
    private final Services cramped = Services.over(shared, clock, new Random(3), Terms.within(0));
    private final Actor member = member("house");

    @Test
    void anAnswerSaysWhatItWasMadeFrom() {
        append("18:00", "18:30");
        StatisticsAsOf answer = here.reporting()
                .asOf(member, AsOfQuestion.of(NIGHT, at("18:00")))
                .orThrow();
        assertThat(answer.eventId()).isEqualTo("club night");
        assertThat(answer.at()).isEqualTo(at("18:00"));
        assertThat(answer.knownAt()).isEmpty();
        assertThat(answer.sequence()).isEqualTo(2);
        assertThat(answer.statistics().total()).isEqualTo(1);
    }

    @Test
    void withoutAnInstantTheAnswerIsAsOfNow() {
        append("17:59", "18:01");
        AsOfQuestion now = new AsOfQuestion(NIGHT, Field.absent());
        StatisticsAsOf before = here.reporting().asOf(member, now).orThrow();
        clock.move(Duration.ofMinutes(1));
        StatisticsAsOf after =
                here.reporting().residentAsOf(member, now).orElseThrow().orThrow();
        assertThat(before.at()).isEqualTo(at("18:00"));
        assertThat(before.statistics().total()).isEqualTo(1);
        assertThat(after.at()).isEqualTo(at("18:01"));
        assertThat(after.statistics().total()).isEqualTo(2);
    }

    @Test
    void whatIsResidentIsAnsweredWithoutTheStore() {
        append("18:00");
        AsOfQuestion question = AsOfQuestion.of(NIGHT, at("18:00"));
        assertThat(here.reporting().residentAsOf(member, question)).isEmpty();
        StatisticsAsOf answer = here.reporting().asOf(member, question).orThrow();
        store.cutOff();
        assertThat(here.reporting().residentAsOf(member, question).orElseThrow().orThrow())
                .isEqualTo(answer);
        SeriesQuestion series = evening(NIGHT);
        assertThat(here.reporting().residentSeries(member, series, 4)).isEmpty();
        assertThat(here.reporting()
                        .residentSeries(member, series, 5)
                        .orElseThrow()
                        .orThrow())
                .isEqualTo(here.reporting().series(member, series).orThrow());
    }

    @Test
    void aSeriesHasAPointForEachInstant() {
        append("18:30", "19:00", "21:59", "22:01");
        StatisticsSeries series =
                here.reporting().series(member, evening(NIGHT)).orThrow();
        assertThat(series.points()).extracting(TicketStatistics::total).containsExactly(0L, 2L, 2L, 2L, 3L);
        assertThat(series.instants().at(4)).isEqualTo(at("22:00"));
        assertThat(series.sequence()).isEqualTo(4);
        assertThat(cramped.reporting().series(member, evening(NIGHT)).orThrow()).isEqualTo(series);
    }

    @Test
    void whatWasKnownThenStaysAsItWasWhateverIsAppendedAndMerged() {
        List<Instant> recorded = new ArrayList<>();
        List<List<TicketStatistics>> given = new ArrayList<>();
        for (int round = 0; round < 30; round++) {
            append("18:" + (10 + round), "19:" + (10 + round));
            recorded.add(clock.instant());
            given.add(here.reporting().series(member, evening(NIGHT)).orThrow().points());
            clock.move(Duration.ofSeconds(1));
        }
        for (int round = 0; round < 30; round++) {
            for (Services node : List.of(here, elsewhere, cramped)) {
                for (Instant knownAt :
                        List.of(recorded.get(round), recorded.get(round).plus(Duration.ofMillis(999)))) {
                    assertThat(node.reporting()
                                    .series(member, evening(NIGHT.knownAt(knownAt)))
                                    .orThrow()
                                    .points())
                            .isEqualTo(given.get(round));
                }
            }
        }
        assertThat(total(here, NIGHT.knownAt(Instant.MIN))).isZero();
        assertThat(total(here, NIGHT.knownAt(Instant.MAX))).isEqualTo(60);
    }

    @Test
    void whatIsKnownByAnInstantAtHandNeedsNoStore() {
        append("18:00");
        assertThat(total(here, NIGHT)).isEqualTo(1);
        store.cutOff();
        AsOfQuestion now = AsOfQuestion.of(NIGHT.knownAt(clock.instant()), at("18:00"));
        assertThat(here.reporting().residentAsOf(member, now)).isPresent();
        AsOfQuestion before = AsOfQuestion.of(NIGHT.knownAt(clock.instant().minusNanos(1_000)), at("18:00"));
        assertThat(here.reporting().residentAsOf(member, before)).isEmpty();
    }

    @Test
    void anotherNodeThatIsBehindReadsTheStoreAtOnce() {
        append("18:00");
        assertThat(total(elsewhere, NIGHT)).isEqualTo(1);
        append("18:00");
        assertThat(total(elsewhere, NIGHT)).as("what this node was not told of").isEqualTo(1);
        assertThat(elsewhere.reporting().residentAsOf(member, AsOfQuestion.of(NIGHT.atLeast(2), at("23:00"))))
                .isEmpty();
        StatisticsAsOf answer = elsewhere
                .reporting()
                .asOf(member, AsOfQuestion.of(NIGHT.atLeast(2), at("23:00")))
                .orThrow();
        assertThat(answer.sequence()).isEqualTo(2);
        assertThat(answer.statistics().total()).isEqualTo(2);
        assertThat(total(elsewhere, NIGHT)).isEqualTo(2);
    }

    @Test
    void aSequenceThatIsNotRecordedYetIsRefusedWithHowFarTheLogGoes() {
        append("18:00");
        for (Services node : List.of(here, elsewhere, cramped)) {
            for (EventInQuestion event :
                    List.of(NIGHT.atLeast(2), NIGHT.atLeast(2).knownAt(at("18:00")))) {
                List<Violation> asOf = node.reporting()
                        .asOf(member, AsOfQuestion.of(event, at("18:00")))
                        .violations();
                assertThat(asOf).singleElement().satisfies(violation -> {
                    assertThat(violation.kind()).isEqualTo(RuleKind.NOT_YET);
                    assertThat(violation.code()).isEqualTo("NOT_YET_RECORDED");
                    assertThat(violation.message()).contains("atLeast is 2", "'club night' reaches 1 now");
                });
                assertThat(node.reporting().series(member, evening(event)).violations())
                        .isEqualTo(asOf);
            }
        }
        append("18:00");
        assertThat(total(here, NIGHT.atLeast(2))).isEqualTo(2);
        assertThat(total(elsewhere, NIGHT.atLeast(2))).isEqualTo(2);
        assertThat(total(cramped, NIGHT.atLeast(2))).isEqualTo(2);
    }

    @Test
    void aForeignEventAnswersExactlyAsOneThatDoesNotExist() {
        append("18:00");
        Actor stranger = member("another house");
        Violation foreign = violation(stranger, "club night");
        Violation none = violation(stranger, "no such night");
        assertThat(foreign.code()).isEqualTo("UNKNOWN_EVENT");
        assertThat(foreign.path()).isEqualTo("eventId");
        assertThat(foreign.message().replace("club night", ""))
                .isEqualTo(none.message().replace("no such night", ""));
    }

    private Violation violation(Actor actor, String eventId) {
        List<Violation> violations = Stream.of(
                        here.reporting()
                                .asOf(actor, AsOfQuestion.of(EventInQuestion.of(eventId), at("18:00")))
                                .violations(),
                        here.reporting()
                                .series(actor, evening(EventInQuestion.of(eventId)))
                                .violations())
                .flatMap(List::stream)
                .distinct()
                .toList();
        assertThat(violations).hasSize(1);
        return violations.get(0);
    }

    private long total(Services node, EventInQuestion event) {
        AsOfQuestion question = AsOfQuestion.of(event, at("23:00"));
        Optional<StatisticsAsOf> resident =
                node.reporting().residentAsOf(member, question).map(answer -> answer.orThrow());
        StatisticsAsOf answer = node.reporting().asOf(member, question).orThrow();
        resident.ifPresent(known -> assertThat(known).isEqualTo(answer));
        return answer.statistics().total();
    }

    private static SeriesQuestion evening(EventInQuestion event) {
        return SeriesQuestion.of(event, at("18:00"), at("22:00"), Duration.ofHours(1));
    }

    private void append(String... times) {
        long before = shared.read(transaction -> transaction
                        .identities()
                        .event(member.organization(), "club night")
                        .flatMap(event -> transaction.operations().head(event.ref())))
                .map(head -> head.sequence())
                .orElse(0L);
        here.ticketOperations()
                .append(
                        member,
                        IntStream.range(0, times.length)
                                .mapToObj(index -> new OperationText(
                                        "club night",
                                        "ticket " + (before + index),
                                        "issued",
                                        at(times[index]).toString(),
                                        ""))
                                .toList())
                .orThrow();
    }

    private Actor member(String organization) {
        return new Actor(
                here.organizations().findOrCreate(organization).orThrow().id(), Role.MEMBER);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-07-04T" + time + ":00Z");
    }
}
