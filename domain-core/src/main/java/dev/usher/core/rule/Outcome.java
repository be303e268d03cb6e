package dev.usher.core.rule;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What came of a request: accepted with a value, or rejected with every reason.
 *
 * <p>An expected refusal is a value, never an exception. A rejection names at least one violation.
 */
public sealed interface Outcome<T> {

    /** The request was accepted. */
    record Accepted<T>(T value) implements Outcome<T> {
        public Accepted {
            Objects.requireNonNull(value, "value");
        }
    }

    /** The request was refused and changed nothing. */
    record Rejected<T>(List<Violation> violations) implements Outcome<T> {
        public Rejected {
            violations = List.copyOf(violations);
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("a rejection names at least one violation");
            }
        }
    }

    static <T> Outcome<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Outcome<T> rejected(List<Violation> violations) {
        return new Rejected<>(violations);
    }

    static <T> Outcome<T> rejected(Violation violation) {
        return new Rejected<>(List.of(violation));
    }

    /** All violations, in the order of the book; empty when accepted. */
    default List<Violation> violations() {
        return this instanceof Rejected<T> rejected ? rejected.violations() : List.of();
    }

    /** Goes on with the accepted value; a rejection stays as it is. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> next) {
        return this instanceof Accepted<T> accepted ? next.apply(accepted.value()) : new Rejected<>(violations());
    }

    /** The accepted value, where the caller has made sure that nothing can be refused. */
    default T orThrow() {
        if (this instanceof Accepted<T> accepted) {
            return accepted.value();
        }
        throw new IllegalStateException("refused: " + violations());
    }
}
