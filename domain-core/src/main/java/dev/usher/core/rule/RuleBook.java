package dev.usher.core.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * The rules of one concept, as a table that can be listed, searched and proved row by row.
 *
 * @param <F> the facts its rules look at
 */
public final class RuleBook<F> {
    private final List<Rule<F>> rows;

    public RuleBook(List<Rule<F>> rows) {
        this.rows = Rule.distinct(rows);
    }

    /** Every rule, in the order in which violations are reported. */
    public List<Rule<F>> rows() {
        return rows;
    }

    /** All violations of the facts, in table order; empty when every rule that applies holds. */
    public List<Violation> violations(F facts) {
        List<Violation> violations = new ArrayList<>(0);
        for (Rule<F> row : rows) {
            row.check(facts, violations::add);
        }
        return violations.isEmpty() ? List.of() : List.copyOf(violations);
    }

    /** The value when the facts break no rule, every violation otherwise. */
    public <T> Outcome<T> judge(F facts, T value) {
        List<Violation> violations = violations(facts);
        return violations.isEmpty() ? Outcome.accepted(value) : Outcome.rejected(violations);
    }
}
