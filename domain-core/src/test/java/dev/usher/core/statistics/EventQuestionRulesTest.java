package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.rule.Field;
import dev.usher.core.rule.Rule;
import dev.usher.core.rule.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the books of questions about one event has a question it accepts and one it refuses. */
class EventQuestionRulesTest {
    private static final Instant NOON = Instant.parse("2025-05-21T12:00:00Z");
    private static final Field<Instant> GARBLED = Field.unreadable("noon", "expected an instant");
    private static final EventInQuestion GALA = EventInQuestion.of("gala");

    /** What one row accepts, and what only that row refuses. */
    private record Witness(
            String id, String code, String path, List<Violation> accepted, List<Violation> refused, String shown) {
        @Override
        public String toString() {
            return id;
        }
    }

    static List<Witness> witnesses() {
        return List.of(
                event("EVQ-01", "EMPTY", "eventId", GALA, EventInQuestion.of(" "), "empty"),
                event(
                        "EVQ-02",
                        "INVALID_INSTANT",
                        "knownAt",
                        GALA.knownAt(NOON),
                        new EventInQuestion("gala", GARBLED, Field.absent()),
                        "knownAt is 'noon'; expected an instant"),
                event(
                        "EVQ-03",
                        "INVALID_SEQUENCE",
                        "atLeast",
                        GALA.atLeast(Long.MAX_VALUE),
                        new EventInQuestion("gala", Field.absent(), Field.unreadable("many", "expected a number")),
                        "atLeast is 'many'; expected a number"),
                event("EVQ-04", "INVALID_SEQUENCE", "atLeast", GALA.atLeast(0), GALA.atLeast(-1), "atLeast is -1"),
                asOf("ASQ-01", "INVALID_INSTANT", "at", Field.absent(), GARBLED, "at is 'noon'; expected an instant"),
                series("SEQ-01", "MISSING", "from", day(), said(Field.absent(), NOON, "PT1H"), "from is missing"),
                series("SEQ-02", "INVALID_INSTANT", "from", day(), said(GARBLED, NOON, "PT1H"), "from is 'noon'"),
                series(
                        "SEQ-03",
                        "MISSING",
                        "to",
                        day(),
                        new SeriesQuestion(GALA, Field.said(NOON), Field.cleared(), Field.said(Duration.ofHours(1))),
                        "to is missing"),
                series(
                        "SEQ-04",
                        "INVALID_INSTANT",
                        "to",
                        day(),
                        new SeriesQuestion(GALA, Field.said(NOON), GARBLED, Field.said(Duration.ofHours(1))),
                        "to is 'noon'"),
                series(
                        "SEQ-05",
                        "MISSING",
                        "step",
                        day(),
                        new SeriesQuestion(GALA, Field.said(NOON), Field.said(NOON), Field.absent()),
                        "step is missing; expected an ISO 8601 duration"),
                series(
                        "SEQ-06",
                        "INVALID_DURATION",
                        "step",
                        day(),
                        new SeriesQuestion(
                                GALA,
                                Field.said(NOON),
                                Field.said(NOON),
                                Field.unreadable("1 hour", "expected a duration")),
                        "step is '1 hour'; expected a duration"),
                series("SEQ-07", "NOT_POSITIVE", "step", step("PT0.000001S"), step("PT0S"), "step is PT0S"),
                series("SEQ-08", "TOO_FINE", "step", step("PT1.000001S"), step("PT0.0000001S"), "whole microseconds"),
                series(
                        "SEQ-09",
                        "TO_BEFORE_FROM",
                        "to",
                        between(NOON, NOON, "PT1H"),
                        between(NOON, NOON.minusNanos(1), "PT1H"),
                        "before from, 2025-05-21T12:00:00Z"),
                series(
                        "SEQ-10",
                        "TOO_MANY",
                        "step",
                        between(NOON, NOON.plusSeconds(9_999), "PT1S"),
                        between(NOON, NOON.plusSeconds(10_000), "PT1S"),
                        "10001 points; at most 10000 may be asked for at once, so expected a step of PT1.000001S"));
    }

    @ParameterizedTest
    @MethodSource("witnesses")
    void aRowRefusesItsWitnessAndNoOtherRowDoes(Witness witness) {
        assertThat(witness.refused()).hasSize(1);
        assertThat(witness.refused().get(0).code()).isEqualTo(witness.code());
        assertThat(witness.refused().get(0).path()).isEqualTo(witness.path());
        assertThat(witness.refused().get(0).message()).contains(witness.shown());
    }

    @ParameterizedTest
    @MethodSource("witnesses")
    void everyRowAcceptsItsOtherWitness(Witness witness) {
        assertThat(witness.accepted()).isEmpty();
    }

    @Test
    void everyRowOfTheBooksHasAWitness() {
        assertThat(Stream.of(
                                EventQuestionRules.EVENT.rows(),
                                EventQuestionRules.AS_OF.rows(),
                                EventQuestionRules.SERIES.rows())
                        .flatMap(List::stream)
                        .map(row -> ((Rule<?>) row).heading().id()))
                .containsExactlyElementsOf(witnesses().stream().map(Witness::id).toList());
    }

    @Test
    void allFaultsAreToldAtOnce() {
        EventInQuestion event = new EventInQuestion("", GARBLED, Field.said(-1L));
        assertThat(new SeriesQuestion(event, GARBLED, Field.absent(), Field.said(Duration.ZERO)).violations())
                .extracting(violation -> violation.code() + " " + violation.path())
                .containsExactly(
                        "EMPTY eventId",
                        "INVALID_INSTANT knownAt",
                        "INVALID_SEQUENCE atLeast",
                        "INVALID_INSTANT from",
                        "MISSING to",
                        "NOT_POSITIVE step");
        assertThat(new AsOfQuestion(event, GARBLED).violations())
                .extracting(Violation::path)
                .containsExactly("eventId", "knownAt", "atLeast", "at");
    }

    @Test
    void theLeastStepThatTheRefusalNamesIsAccepted() {
        Instant to = NOON.plus(Duration.ofDays(365));
        String message = between(NOON, to, "PT1M").violations().get(0).message();
        String step = message.replaceAll(".*expected a step of (\\S+) or longer", "$1");
        assertThat(between(NOON, to, step).violations()).isEmpty();
        assertThat(between(NOON, to, Duration.parse(step).minusNanos(1_000).toString())
                        .violations())
                .extracting(Violation::code)
                .containsExactly("TOO_MANY");
    }

    @Test
    void theFarthestInstantsAndTheLongestStepAreJudgedToo() {
        assertThat(between(Instant.MIN, Instant.MAX, "PT0.000001S").violations())
                .extracting(Violation::code)
                .containsExactly("TOO_MANY");
        SeriesQuestion longest = new SeriesQuestion(
                GALA, Field.said(NOON), Field.said(NOON), Field.said(Duration.ofSeconds(Long.MAX_VALUE)));
        assertThat(longest.violations()).isEmpty();
        assertThat(longest.instants().microseconds()).containsExactly(InstantText.microseconds(NOON));
    }

    private static Witness event(
            String id, String code, String path, EventInQuestion accepted, EventInQuestion refused, String shown) {
        return new Witness(
                id,
                code,
                path,
                AsOfQuestion.of(accepted, NOON).violations(),
                AsOfQuestion.of(refused, NOON).violations(),
                shown);
    }

    private static Witness asOf(
            String id, String code, String path, Field<Instant> accepted, Field<Instant> refused, String shown) {
        return new Witness(
                id,
                code,
                path,
                new AsOfQuestion(GALA, accepted).violations(),
                new AsOfQuestion(GALA, refused).violations(),
                shown);
    }

    private static Witness series(
            String id, String code, String path, SeriesQuestion accepted, SeriesQuestion refused, String shown) {
        return new Witness(id, code, path, accepted.violations(), refused.violations(), shown);
    }

    private static SeriesQuestion day() {
        return between(NOON, NOON.plus(Duration.ofDays(1)), "PT1H");
    }

    private static SeriesQuestion step(String step) {
        return between(NOON, NOON, step);
    }

    private static SeriesQuestion between(Instant from, Instant to, String step) {
        return SeriesQuestion.of(GALA, from, to, Duration.parse(step));
    }

    private static SeriesQuestion said(Field<Instant> from, Instant to, String step) {
        return new SeriesQuestion(GALA, from, Field.said(to), Field.said(Duration.parse(step)));
    }
}
