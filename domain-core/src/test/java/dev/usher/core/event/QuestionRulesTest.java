package dev.usher.core.event;

import dev.usher.core.access.Packages;
import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.RuleBookProof;
import dev.usher.core.rule.Witness;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of questions can pass, and can fail alone. */
class QuestionRulesTest {
    private static final EventRef REF = new EventRef(1, 5);
    private static final List<Attribute<?>> PACKAGE = List.of(Profile.PACKAGE);

    private final RuleBookProof<QuestionFacts> proof =
            new RuleBookProof<>(QuestionRules.BOOK, witnesses(), QuestionRulesTest::facts);

    static List<Witness> witnesses() {
        return Witness.of("questions.tsv");
    }

    @Test
    void everyRowHasWitnesses() {
        proof.everyRowHasWitnesses();
    }

    @ParameterizedTest
    @MethodSource("witnesses")
    void aRowDoesWhatItsWitnessSays(Witness witness) {
        proof.holds(witness);
    }

    private static QuestionFacts facts(Witness witness) {
        Event event = new Event(REF, "concert", 1, witness.attributes("event", EventAttributes.ALL));
        Change change = witness.change("change", Question.DETAILS);
        Attributes usual = Attributes.NONE.with(Question.RESPONDENT, event.get(EventAttributes.SURVEY_RESPONDENT));
        String bought = witness.cell("package").isEmpty() ? "professional" : witness.cell("package");
        return new QuestionFacts(
                QuestionOperation.valueOf(witness.cell("operation").toUpperCase(Locale.ROOT)),
                event,
                new QuestionWish(
                        change,
                        several(witness.cell("choices"), "[|]", text -> text),
                        several(witness.cell("classes"), ",", Long::valueOf)),
                change.appliedTo(usual),
                asked(witness.cell("asked")),
                Set.of(1L, 2L),
                Packages.usual().limits(new Profile(1, 1, Witness.attributes(PACKAGE, "package=" + bought))),
                removed(witness.cell("operation"), asked(witness.cell("asked"))));
    }

    private static <T> Field<List<T>> several(String cell, String divider, Function<String, T> read) {
        if (cell.equals("?")) {
            return Field.unreadable(cell, "expected a list");
        }
        return cell.isEmpty()
                ? Field.absent()
                : Field.said(Arrays.stream(cell.split(divider)).map(read).toList());
    }

    /** What is removed is the first of what is asked. */
    private static Optional<Question> removed(String operation, List<Question> asked) {
        return operation.equals("remove") ? asked.stream().findFirst() : Optional.empty();
    }

    private static List<Question> asked(String cell) {
        return cell.isEmpty()
                ? List.of()
                : Arrays.stream(cell.split(" & "))
                        .map(QuestionRulesTest::question)
                        .toList();
    }

    private static Question question(String text) {
        String[] parts = text.split("[:/]");
        List<Question.Choice> choices = parts.length < 3
                ? List.of()
                : Arrays.stream(parts[2].split(","))
                        .map(id -> new Question.Choice(Long.parseLong(id), "choice " + id))
                        .toList();
        Attributes attributes = Witness.attributes(Question.DETAILS, parts[1]);
        return new Question(REF, Long.parseLong(parts[0]), attributes, choices, List.of());
    }
}
