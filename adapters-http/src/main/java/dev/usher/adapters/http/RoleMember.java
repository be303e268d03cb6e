package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.core.access.Role;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import java.util.Arrays;
import java.util.Optional;

/** The member {@code role} of a native request: the word for the rights of a token or a person. */
final class RoleMember {
    static final String NAME = "role";

    private static final String EXPECTED = "; expected viewer, member or owner";

    private RoleMember() {}

    /** The role of that word; one must be said. */
    static Outcome<Role> read(Optional<String> word) {
        if (word.isEmpty() || word.get().isEmpty()) {
            return Outcome.rejected(new Violation(ARGUMENT, "MISSING", NAME, "role is missing" + EXPECTED));
        }
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(word.get()))
                .findFirst()
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.rejected(new Violation(
                        ARGUMENT, "INVALID_ROLE", NAME, "'" + JsonText.shown(word.get()) + "' is no role" + EXPECTED)));
    }
}
