package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row of the book of ticket operations has a text that breaks it and nothing else, and one that does not. */
class TicketOperationRulesTest {
    private static final OperationText GOOD =
            new OperationText("club night", "a", "issued", "2025-05-21T06:00:00.000Z", "phone");
    private static final String LONG = "n".repeat(255);

    /** What breaks one row: which, with which word and where, and a piece of what the message must show. */
    private record Witness(String id, String code, String path, OperationText text, String shown) {}

    static List<Witness> witnesses() {
        return List.of(
                new Witness("TOP-01", "MISSING_VALUE", "event_id", event(""), "the event's id"),
                new Witness("TOP-02", "MISSING_VALUE", "ticket_id", ticket("  "), "the ticket's id"),
                new Witness("TOP-03", "MISSING_VALUE", "operation", operation(""), "transfer_accepted"),
                new Witness("TOP-04", "MISSING_VALUE", "occurred_at", occurredAt(""), "2025-05-21T06:00:00.000Z"),
                new Witness("TOP-05", "UNKNOWN_OPERATION", "operation", operation("Issued"), "'Issued'"),
                new Witness("TOP-06", "INVALID_INSTANT", "occurred_at", occurredAt("yesterday"), "'yesterday'"),
                new Witness("TOP-07", "TOO_LONG", "event_id", event(LONG + "x"), "256 characters"),
                new Witness("TOP-08", "TOO_LONG", "ticket_id", ticket(LONG + "x"), "at most 255"),
                new Witness("TOP-09", "TOO_LONG", "device_id", device(LONG + "x"), "256 characters"),
                new Witness("TOP-10", "INVALID_CHARACTER", "event_id", event("club\0night"), "club\uFFFDnight"),
                new Witness("TOP-11", "INVALID_CHARACTER", "ticket_id", ticket("a\uD83C"), "'a\uFFFD'"),
                new Witness("TOP-12", "INVALID_CHARACTER", "device_id", device("\uDFABa"), "'\uFFFDa'"));
    }

    @ParameterizedTest
    @MethodSource("witnesses")
    void aRowRefusesItsWitnessAndNoOtherRowDoes(Witness witness) {
        List<Violation> violations = TicketOperationRules.admit(witness.text(), TicketOperationRulesTest::refuse);
        assertThat(violations).hasSize(1);
        Violation violation = violations.get(0);
        assertThat(violation.kind()).isEqualTo(RuleKind.ARGUMENT);
        assertThat(violation.code()).isEqualTo(witness.code());
        assertThat(violation.path()).isEqualTo(witness.path());
        assertThat(violation.message()).contains(witness.shown());
    }

    @Test
    void everyRowOfTheBookHasAWitnessWithItsWordAndPlace() {
        assertThat(TicketOperationRules.BOOK.rows().stream()
                        .map(row -> row.heading().id() + " " + row.heading().code() + " "
                                + row.heading().path()))
                .containsExactlyElementsOf(witnesses().stream()
                        .map(witness -> witness.id() + " " + witness.code() + " " + witness.path())
                        .toList());
    }

    static Stream<OperationText> acceptable() {
        return Stream.concat(
                OperationKind.words().stream().map(TicketOperationRulesTest::operation),
                Stream.of(
                        GOOD,
                        event(LONG),
                        ticket(LONG),
                        device(LONG),
                        device(""),
                        event("Zürich 🎫"),
                        ticket("🎫".repeat(127)),
                        device(" "),
                        device("a\nb\tc"),
                        occurredAt("2025-05-21 08:00+02:00")));
    }

    @ParameterizedTest
    @MethodSource("acceptable")
    void aGoodTextIsHandedOnAsItIs(OperationText text) {
        boolean[] taken = new boolean[1];
        List<Violation> violations = TicketOperationRules.admit(text, (event, ticket, kind, occurredAt, device) -> {
            assertThat(event).isEqualTo(text.event());
            assertThat(ticket).isEqualTo(text.ticket());
            assertThat(kind.word()).isEqualTo(text.operation());
            assertThat(InstantText.instant(occurredAt)).isEqualTo("2025-05-21T06:00:00Z");
            assertThat(device).isEqualTo(text.device());
            taken[0] = true;
        });
        assertThat(violations).isEmpty();
        assertThat(taken[0]).isTrue();
    }

    @Test
    void allFaultsOfOneTextAreToldAtOnceInTheOrderOfTheBook() {
        OperationText text = new OperationText("", "x".repeat(300) + '\0', "sold", "", "\uD83C");
        assertThat(TicketOperationRules.admit(text, TicketOperationRulesTest::refuse))
                .extracting(violation -> violation.code() + " " + violation.path())
                .containsExactly(
                        "MISSING_VALUE event_id",
                        "MISSING_VALUE occurred_at",
                        "UNKNOWN_OPERATION operation",
                        "TOO_LONG ticket_id",
                        "INVALID_CHARACTER ticket_id",
                        "INVALID_CHARACTER device_id");
    }

    @Test
    void aLongValueIsCutInTheMessage() {
        String message = TicketOperationRules.admit(operation("z".repeat(10_000)), TicketOperationRulesTest::refuse)
                .get(0)
                .message();
        assertThat(message).hasSizeLessThan(400).contains("z…");
    }

    private static void refuse(
            CharSequence event, CharSequence ticket, OperationKind kind, long occurredAt, CharSequence device) {
        throw new AssertionError("taken: " + ticket);
    }

    private static OperationText event(String event) {
        return new OperationText(event, GOOD.ticket(), GOOD.operation(), GOOD.occurredAt(), GOOD.device());
    }

    private static OperationText ticket(String ticket) {
        return new OperationText(GOOD.event(), ticket, GOOD.operation(), GOOD.occurredAt(), GOOD.device());
    }

    private static OperationText operation(String operation) {
        return new OperationText(GOOD.event(), GOOD.ticket(), operation, GOOD.occurredAt(), GOOD.device());
    }

    private static OperationText occurredAt(String occurredAt) {
        return new OperationText(GOOD.event(), GOOD.ticket(), GOOD.operation(), occurredAt, GOOD.device());
    }

    private static OperationText device(String device) {
        return new OperationText(GOOD.event(), GOOD.ticket(), GOOD.operation(), GOOD.occurredAt(), device);
    }
}
