package dev.usher.core.access;

import static dev.usher.core.rule.RuleKind.ACCESS;
import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.STATE;

import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleBook;
import java.util.List;

/** Who may make an organization, and what it may be called. */
public final class OrganizationRules {
    private static final String SOURCE = "docs/http.md";

    /** The rules, in the order in which violations are reported. */
    public static final RuleBook<OrganizationFacts> BOOK = new RuleBook<>(List.of(
            Rule.row("ORG-01", "OPERATOR_REQUIRED", "", ACCESS, SOURCE)
                    .require(
                            OrganizationFacts::isOperator,
                            facts -> "only the operator may make an organization; run the command on the machine where"
                                    + " the service runs"),
            Rule.row("ORG-02", "INVALID_ORGANIZATION", "organization", ARGUMENT, "decision 2")
                    .when(
                            OrganizationFacts::isOperator,
                            facts -> !facts.externalId().isBlank() && OutsideText.isName(facts.externalId()),
                            facts -> "the organization is '" + OutsideText.shown(facts.externalId())
                                    + "'; expected 1 to " + OutsideText.LONGEST_NAME
                                    + " characters, not all blank, without U+0000 and halves of surrogate pairs"),
            Rule.row("ORG-03", "ORGANIZATION_EXISTS", "organization", STATE, "decision 1")
                    .when(
                            OrganizationFacts::isOperator,
                            facts -> !facts.isTaken(),
                            facts -> "there is an organization '" + OutsideText.shown(facts.externalId())
                                    + "' already; expected a name that none has")));

    private OrganizationRules() {}
}
