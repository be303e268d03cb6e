package dev.usher.core.access;

import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleBook;
import java.util.List;

/** What the secret must be like that somebody brings along for the first token of a store. */
public final class BootstrapRules {
    private static final int SHORTEST_SECRET = 32;

    /** The rules, which look at the secret and never show it. */
    public static final RuleBook<String> BOOK =
            new RuleBook<>(List.of(Rule.row("BST-01", "WEAK_SECRET", "bootstrap.token", ARGUMENT, "docs/http.md")
                    .require(
                            secret -> secret.length() >= SHORTEST_SECRET,
                            secret -> "the bootstrap token has " + secret.length() + " characters; expected at least "
                                    + SHORTEST_SECRET + " that nobody can guess")));

    private BootstrapRules() {}
}
