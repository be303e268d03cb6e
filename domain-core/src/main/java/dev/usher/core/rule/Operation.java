package dev.usher.core.rule;

/**
 * What can be done with a thing, such as publishing an event: the word by which a rule says what it guards.
 *
 * <p>Each concept lists its own as an enum.
 */
public interface Operation {

    /** As it stands in the rule book: {@code publish}. */
    String word();
}
