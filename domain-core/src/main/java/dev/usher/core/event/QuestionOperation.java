package dev.usher.core.event;

import dev.usher.core.rule.Operation;
import java.util.Locale;

/** How an event comes to ask a question, and to ask it no more. */
public enum QuestionOperation implements Operation {
    /** The organizer words one. */
    CREATE,
    /** The organizer takes one that stands ready. */
    CHOOSE,
    /** It is asked no more. */
    REMOVE;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
