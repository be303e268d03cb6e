package dev.usher.core.statistics;

import dev.usher.core.rule.Field;
import dev.usher.core.rule.RuleBook;
import dev.usher.core.rule.RuleBookProof;
import dev.usher.core.rule.Spelt;
import dev.usher.core.rule.Witness;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of ticket operations and of questions about them can pass, and can fail alone. */
class StatisticsRulesTest {

    /** A book with its examples; each question book has the examples of its own rules in one file. */
    record Proved<F>(RuleBookProof<F> proof, String name) {
        static <F> Proved<F> of(String file, String rules, RuleBook<F> book, Function<Witness, F> facts) {
            List<Witness> own = Witness.of(file).stream()
                    .filter(witness -> witness.rule().startsWith(rules))
                    .toList();
            return new Proved<>(new RuleBookProof<>(book, own, facts), rules);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Proved<?>> books() {
        return List.of(
                Proved.of("ticket-operations.tsv", "TOP", TicketOperationRules.BOOK, StatisticsRulesTest::operation),
                Proved.of(
                        "statistics-questions.tsv", "STQ", StatisticsQuestionRules.BOOK, StatisticsRulesTest::question),
                Proved.of("event-questions.tsv", "EVQ", EventQuestionRules.EVENT, StatisticsRulesTest::event),
                Proved.of("event-questions.tsv", "ASQ", EventQuestionRules.AS_OF, StatisticsRulesTest::asOf),
                Proved.of("event-questions.tsv", "SEQ", EventQuestionRules.SERIES, StatisticsRulesTest::series));
    }

    @ParameterizedTest
    @MethodSource("books")
    void everyRowHasWitnesses(Proved<?> book) {
        book.proof().everyRowHasWitnesses();
    }

    @ParameterizedTest
    @MethodSource("books")
    void aRowDoesWhatItsWitnessesSay(Proved<?> book) {
        book.proof().witnesses().forEach(witness -> book.proof().holds(witness));
    }

    private static OperationText operation(Witness witness) {
        return new OperationText(
                Spelt.out(witness.cell("event")),
                Spelt.out(witness.cell("ticket")),
                witness.cell("operation"),
                witness.cell("occurred_at"),
                Spelt.out(witness.cell("device")));
    }

    private static StatisticsQuestion question(Witness witness) {
        String events = witness.cell("events");
        return new StatisticsQuestion(
                events.equals("none") ? List.of() : List.of(events.split(",", -1)),
                field(witness.cell("at"), InstantText::read));
    }

    private static EventInQuestion event(Witness witness) {
        return new EventInQuestion(
                Spelt.out(witness.cell("event")),
                field(witness.cell("known_at"), InstantText::read),
                field(
                        witness.cell("at_least"),
                        text -> text.matches("-?[0-9]+") ? Optional.of(Long.valueOf(text)) : Optional.empty()));
    }

    private static AsOfQuestion asOf(Witness witness) {
        return new AsOfQuestion(event(witness), field(witness.cell("at"), InstantText::read));
    }

    private static SeriesQuestion series(Witness witness) {
        return new SeriesQuestion(
                event(witness),
                field(witness.cell("from"), InstantText::read),
                field(witness.cell("to"), InstantText::read),
                field(witness.cell("step"), StepText::read));
    }

    private static <T> Field<T> field(String cell, Function<String, Optional<T>> reading) {
        return cell.isEmpty()
                ? Field.absent()
                : reading.apply(cell).map(Field::said).orElseGet(() -> Field.unreadable(cell, "expected another"));
    }
}
