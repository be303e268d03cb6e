package dev.usher.core.rule;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * One member of a request as the sender left it: absent, cleared, said, or said in a way nobody can read.
 *
 * <p>A rule about a field's value does not apply when the field is unreadable, so that one fault gives one violation.
 */
public sealed interface Field<T> {

    /** Not mentioned. */
    record Absent<T>() implements Field<T> {}

    /** Mentioned as nothing, to take a value away. */
    record Cleared<T>() implements Field<T> {}

    /** Mentioned with a value. */
    record Said<T>(T value) implements Field<T> {}

    /**
     * Mentioned, but not understood.
     *
     * @param text what was sent
     * @param why what is wrong with it and what would be right
     */
    record Unreadable<T>(String text, String why) implements Field<T> {}

    static <T> Field<T> absent() {
        return new Absent<>();
    }

    static <T> Field<T> cleared() {
        return new Cleared<>();
    }

    static <T> Field<T> said(T value) {
        return new Said<>(value);
    }

    static <T> Field<T> unreadable(String text, String why) {
        return new Unreadable<>(text, why);
    }

    /** The value, when one was said and understood. */
    default Optional<T> said() {
        return this instanceof Said<T> said ? Optional.of(said.value()) : Optional.empty();
    }

    default boolean isAbsent() {
        return this instanceof Absent<T>;
    }

    default boolean isUnreadable() {
        return this instanceof Unreadable<T>;
    }

    /** True when a value was said and meets the condition. */
    default boolean isSaid(Predicate<? super T> condition) {
        return this instanceof Said<T> said && condition.test(said.value());
    }
}
