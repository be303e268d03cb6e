package dev.usher.core.rule;

/** What a rule looks at, from the form of a request to the state of the world. */
public enum RuleKind {
    /** The request cannot be read at all. */
    SHAPE,
    /** A value is missing, unreadable or out of its range. */
    ARGUMENT,
    /** What is asked for is not there. */
    EXISTENCE,
    /** The values are good, but the present state forbids the act. */
    STATE,
    /** What is asked for is not there yet, but may be soon; the same request may be sent again. */
    NOT_YET,
    /** The one who asks may not. */
    ACCESS
}
