package dev.usher.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;

/**
 * Proves a rule book by its witnesses: every row can pass, and every row can fail alone.
 *
 * @param witnesses examples, at least one accepted and one refused for each row
 * @param facts what the rules look at in an example
 */
public record RuleBookProof<F>(RuleBook<F> book, List<Witness> witnesses, Function<Witness, F> facts) {

    /** Each row has an example that it accepts and one that it refuses, and no example is of a row that is not there. */
    public void everyRowHasWitnesses() {
        List<String> rows = book.rows().stream().map(row -> row.heading().id()).toList();
        assertThat(witnesses.stream().filter(Witness::isAccepted).map(Witness::rule))
                .containsAll(rows)
                .isSubsetOf(rows);
        assertThat(witnesses.stream().filter(each -> !each.isAccepted()).map(Witness::rule))
                .containsAll(rows)
                .isSubsetOf(rows);
    }

    /** The row looks at the example, and does with it what the table says; no other row refuses it. */
    public void holds(Witness witness) {
        Rule<F> row = book.rows().stream()
                .filter(known -> known.heading().id().equals(witness.rule()))
                .findFirst()
                .orElseThrow();
        F looked = facts.apply(witness);
        List<Violation> byRow = new RuleBook<>(List.of(row)).violations(looked);
        assertThat(book.violations(looked)).as(witness.toString()).isEqualTo(byRow);
        if (!row.heading().operations().isEmpty()) {
            assertThat(row.heading().operations()).contains(((OperationFacts) looked).operation());
        }
        if (witness.isAccepted()) {
            assertThat(byRow).as(witness.toString()).isEmpty();
        } else {
            assertThat(byRow).as(witness.toString()).hasSize(1);
            assertThat(byRow.get(0).code()).isEqualTo(row.heading().code());
            assertThat(byRow.get(0).message()).isNotBlank().doesNotContain("Optional", "null");
            assertThat(witness.says())
                    .as("what the message to %s must say: what was wrong, and what would be right", witness)
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(byRow.get(0).message()).containsSubsequence(witness.says());
        }
    }
}
