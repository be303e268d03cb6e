package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.rule.Field;
import dev.usher.core.rule.Violation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the book of questions has a question that breaks it, and says what would be right. */
class StatisticsQuestionRulesTest {
    private static final Field<Instant> NOON = Field.said(Instant.parse("2025-05-21T12:00:00Z"));

    /** What breaks one row. */
    private record Witness(String id, String code, String path, StatisticsQuestion question, String shown) {}

    static List<Witness> witnesses() {
        return List.of(
                new Witness("STQ-01", "MISSING", "eventIds", question(), "eventIds=A&eventIds=B"),
                new Witness("STQ-02", "EMPTY", "eventIds", question("a", " "), "empty id"),
                new Witness(
                        "STQ-03", "TOO_MANY", "eventIds", question("1", "2", "3", "4", "5", "6", "7", "8", "9"), "9"),
                new Witness("STQ-04", "REPEATED", "eventIds", question("a", "b", "a"), "'a'"),
                new Witness(
                        "STQ-05",
                        "MISSING",
                        "dateTime",
                        new StatisticsQuestion(List.of("a"), Field.absent()),
                        InstantText.EXPECTED),
                new Witness(
                        "STQ-06",
                        "INVALID_INSTANT",
                        "dateTime",
                        new StatisticsQuestion(List.of("a"), Field.unreadable("noon", "expected an instant")),
                        "'noon'; expected an instant"));
    }

    @ParameterizedTest
    @MethodSource("witnesses")
    void aRowRefusesItsWitnessAndNoOtherRowDoes(Witness witness) {
        List<Violation> violations = StatisticsQuestionRules.BOOK.violations(witness.question());
        assertThat(violations).hasSize(1);
        assertThat(violations.get(0).code()).isEqualTo(witness.code());
        assertThat(violations.get(0).path()).isEqualTo(witness.path());
        assertThat(violations.get(0).message()).contains(witness.shown());
    }

    @Test
    void everyRowOfTheBookHasAWitness() {
        assertThat(StatisticsQuestionRules.BOOK.rows().stream()
                        .map(row -> row.heading().id()))
                .containsExactlyElementsOf(witnesses().stream().map(Witness::id).toList());
    }

    @Test
    void oneToEightDifferentEventsAreFine() {
        assertThat(StatisticsQuestionRules.BOOK.violations(question("a"))).isEmpty();
        assertThat(StatisticsQuestionRules.BOOK.violations(question("1", "2", "3", "4", "5", "6", "7", "8")))
                .isEmpty();
        assertThat(StatisticsQuestionRules.BOOK.violations(question("a", "A", "a ")))
                .as("compared to the letter")
                .isEmpty();
        assertThat(StatisticsQuestionRules.BOOK.violations(StatisticsQuestion.of(List.of("a"), Instant.MAX)))
                .isEmpty();
    }

    @Test
    void aDateThatWasClearedIsMissing() {
        assertThat(StatisticsQuestionRules.BOOK.violations(new StatisticsQuestion(List.of("a"), Field.cleared())))
                .extracting(Violation::code)
                .containsExactly("MISSING");
    }

    @Test
    void everyRepeatedEventIsNamedOnce() {
        assertThat(StatisticsQuestionRules.BOOK.violations(question("a", "b", "a", "b", "a", "c")))
                .extracting(Violation::message)
                .hasSize(2)
                .allMatch(message -> message.contains("'a'") || message.contains("'b'"));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        StatisticsQuestion question = new StatisticsQuestion(
                List.of("a", "a", "b", "b", "", "c", "d", "e", "f"), Field.unreadable("noon", "expected an instant"));
        assertThat(StatisticsQuestionRules.BOOK.violations(question))
                .extracting(Violation::code)
                .containsExactly("EMPTY", "TOO_MANY", "REPEATED", "REPEATED", "INVALID_INSTANT");
        assertThat(StatisticsQuestionRules.BOOK.violations(new StatisticsQuestion(List.of(), Field.absent())))
                .extracting(Violation::path)
                .containsExactly("eventIds", "dateTime");
    }

    private static StatisticsQuestion question(String... eventIds) {
        return new StatisticsQuestion(List.of(eventIds), NOON);
    }
}
