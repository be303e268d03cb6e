package dev.usher.app;

import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Spelling;
import dev.usher.core.rule.Violation;
import java.util.Collection;

/** The refusal of an organization that is not there, in the same words with a service and without. */
final class UnknownOrganization {
    static final String CODE = "UNKNOWN_ORGANIZATION";

    private UnknownOrganization() {}

    /**
     * Says which organization was perhaps meant, and how one is made.
     *
     * @param known the names of all that are there
     */
    static Violation of(String name, Collection<String> known) {
        String guess = Spelling.nearest(name, known)
                .map(nearest -> ", was that meant to be '" + nearest + "'?")
                .orElse(";");
        return new Violation(
                RuleKind.EXISTENCE,
                CODE,
                "organization",
                "there is no organization '" + OutsideText.shown(name) + "' in this store" + guess
                        + " 'usher organization create' makes one, and 'usher organization list' shows all");
    }
}
