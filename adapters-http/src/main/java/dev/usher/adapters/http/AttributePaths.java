package dev.usher.adapters.http;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import java.util.List;

/** Names the members of native requests in refusals: a rule tells an attribute by its path, a native request by its name. */
final class AttributePaths {
    private AttributePaths() {}

    /** The same outcome, its violations at the members of these tables. */
    static <T> Outcome<T> named(Outcome<T> outcome, List<? extends Attribute<?>> table) {
        return outcome instanceof Outcome.Rejected<T> rejected
                ? Outcome.rejected(rejected.violations().stream()
                        .map(violation -> named(violation, table))
                        .toList())
                : outcome;
    }

    private static Violation named(Violation violation, List<? extends Attribute<?>> table) {
        return table.stream()
                .filter(attribute -> attribute.path().equals(violation.path()))
                .findFirst()
                .map(attribute ->
                        new Violation(violation.kind(), violation.code(), attribute.name(), violation.message()))
                .orElse(violation);
    }
}
