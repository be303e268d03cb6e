package dev.usher.app;

import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** A command was refused by the rules; ends the command, one line of message for each violation. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    Refused(List<Violation> violations) {
        super(violations.stream().map(Violation::message).collect(Collectors.joining(System.lineSeparator())));
        this.violations = List.copyOf(violations);
    }

    List<Violation> violations() {
        return violations;
    }

    /** The accepted value; a rejection ends the command. */
    static <T> T unless(Outcome<T> outcome) {
        if (outcome instanceof Outcome.Accepted<T> accepted) {
            return accepted.value();
        }
        throw new Refused(outcome.violations());
    }
}
