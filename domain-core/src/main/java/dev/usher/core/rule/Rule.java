package dev.usher.core.rule;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One row of a rule book: what must hold of the facts, where, and what to say when it does not.
 *
 * <p>A rule is data. It is applied only where {@code when} holds, to each subject that {@code each} finds (the facts
 * themselves by default), and its predicate is said positively.
 *
 * @param <F> the facts it looks at, one immutable value
 */
public final class Rule<F> {

    /**
     * What every row says of itself, whatever its predicate.
     *
     * @param operations what it guards; empty where that is all its book knows
     */
    public record Heading(
            String id, String code, String path, RuleKind kind, String source, List<Operation> operations) {
        public Heading {
            operations = List.copyOf(operations);
        }

        /** The heading of a row that guards all its book knows. */
        public Heading(String id, String code, String path, RuleKind kind, String source) {
            this(id, code, path, kind, source, List.of());
        }
    }

    private final Heading heading;
    private final BiConsumer<F, Consumer<Violation>> check;

    private Rule(Heading heading, BiConsumer<F, Consumer<Violation>> check) {
        this.heading = heading;
        this.check = check;
    }

    /**
     * Begins a row.
     *
     * @param id ours, unique, never used again for another rule
     * @param code the public word; several rows may share one
     * @param path where it looks; {@code {}} stands for the subject of a rule over several
     * @param source the row of the requirement ledger or the decision it comes from
     */
    public static Draft row(String id, String code, String path, RuleKind kind, String source) {
        return new Draft(new Heading(id, code, path, kind, source));
    }

    /** The row's identity, code, path and source. */
    public Heading heading() {
        return heading;
    }

    void check(F facts, Consumer<Violation> violations) {
        if (guards(facts)) {
            check.accept(facts, violations);
        }
    }

    private boolean guards(F facts) {
        return heading.operations().isEmpty()
                || !(facts instanceof OperationFacts about)
                || heading.operations().contains(about.operation());
    }

    /** A row that still lacks its predicate. */
    public static final class Draft {
        private final Heading heading;

        private Draft(Heading heading) {
            this.heading = heading;
        }

        /** The same row for these operations alone; its facts are {@link OperationFacts}, which tell theirs. */
        public Draft on(Operation... operations) {
            return new Draft(new Heading(
                    heading.id(),
                    heading.code(),
                    heading.path(),
                    heading.kind(),
                    heading.source(),
                    List.of(operations)));
        }

        /** A rule that always applies. */
        public <F> Rule<F> require(Predicate<F> holds, Function<F, String> message) {
            return when((F facts) -> true, holds, message);
        }

        /** A rule that applies only where {@code applies} holds. */
        public <F> Rule<F> when(Predicate<F> applies, Predicate<F> holds, Function<F, String> message) {
            return new Rule<>(heading, (facts, violations) -> {
                if (applies.test(facts) && !holds.test(facts)) {
                    violations.accept(violation(heading.path(), message.apply(facts)));
                }
            });
        }

        /** A rule over several subjects, one violation for each that breaks it; {@code {}} in the path names it. */
        public <F, S> Rule<F> each(
                Function<F, ? extends Collection<S>> subjects,
                BiPredicate<F, S> holds,
                BiFunction<F, S, String> message) {
            return new Rule<>(heading, (facts, violations) -> {
                for (S subject : subjects.apply(facts)) {
                    if (!holds.test(facts, subject)) {
                        violations.accept(violation(
                                heading.path().replace("{}", subject.toString()), message.apply(facts, subject)));
                    }
                }
            });
        }

        private Violation violation(String path, String message) {
            return new Violation(heading.kind(), heading.code(), path, message);
        }
    }

    static <F> List<Rule<F>> distinct(List<Rule<F>> rows) {
        long ids = rows.stream().map(row -> row.heading.id()).distinct().count();
        if (ids != rows.size()) {
            throw new IllegalArgumentException("two rows of one book share an id");
        }
        return List.copyOf(Objects.requireNonNull(rows));
    }
}
