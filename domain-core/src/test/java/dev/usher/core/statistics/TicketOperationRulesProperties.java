package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.rule.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The quick way past the rules and the book agree on every text, however odd. */
class TicketOperationRulesProperties {

    @Property(tries = 2_000)
    void exactlyWhatTheBookPassesIsAdmitted(@ForAll("texts") OperationText text) {
        List<String> taken = new ArrayList<>();
        List<Violation> violations = TicketOperationRules.admit(
                text,
                (event, ticket, kind, occurredAt, device) -> taken.add("" + event + ticket + kind.word() + device));
        assertThat(violations).isEqualTo(TicketOperationRules.BOOK.violations(text));
        assertThat(taken)
                .isEqualTo(
                        violations.isEmpty()
                                ? List.of(text.event() + text.ticket() + text.operation() + text.device())
                                : List.of());
    }

    @Property(tries = 1_000)
    void everyMessageIsShortAndCanBeWritten(@ForAll("texts") OperationText text) {
        for (Violation violation : TicketOperationRules.BOOK.violations(text)) {
            assertThat(violation.message()).isNotBlank().hasSizeLessThan(400);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(violation.message()))
                    .as(violation.path())
                    .isTrue();
            assertThat(violation.message().chars()).noneMatch(Character::isISOControl);
        }
    }

    @Property
    void anAdmittedOperationIsTheOneThatWasTold(@ForAll("operations") TicketOperation operation) {
        List<TicketOperation> taken = new ArrayList<>();
        List<Violation> violations = TicketOperationRules.admit(
                operation.text(),
                (event, ticket, kind, occurredAt, device) -> taken.add(new TicketOperation(
                        event.toString(),
                        ticket.toString(),
                        kind,
                        InstantText.instant(occurredAt),
                        device.toString())));
        assertThat(violations).isEmpty();
        assertThat(taken).containsExactly(operation);
    }

    @Provide
    Arbitrary<OperationText> texts() {
        return Combinators.combine(
                        names(),
                        names(),
                        Arbitraries.frequencyOf(
                                Tuple.of(5, Arbitraries.of(OperationKind.words())), Tuple.of(1, oddities())),
                        Arbitraries.frequencyOf(
                                Tuple.of(
                                        5,
                                        Logs.operations().map(operation -> InstantText.write(operation.occurredAt()))),
                                Tuple.of(1, oddities())),
                        names())
                .as(OperationText::new);
    }

    private static Arbitrary<String> names() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of("a", "Zürich 🎫", "", "club night")),
                Tuple.of(1, Arbitraries.of("n".repeat(255), "n".repeat(256), "🎫".repeat(127), "🎫".repeat(128))),
                Tuple.of(1, oddities()));
    }

    private static Arbitrary<String> oddities() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(80),
                Arbitraries.chars()
                        .with('a', '\0', '\n', '\u0085', '\uD83C', '\uDFAB', '\uFFFF')
                        .array(char[].class)
                        .ofMaxSize(80)
                        .map(String::new),
                Arbitraries.integers().between(57, 62).map(length -> "x".repeat(length) + "🎫🎫"));
    }

    @Provide
    Arbitrary<TicketOperation> operations() {
        return Logs.operations();
    }
}
