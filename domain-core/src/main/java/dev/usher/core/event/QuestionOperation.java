package dev.usher.core.event;

import dev.usher.core.rule.Operation;
import java.util.Locale;

/** How an event comes to ask a question. */
public enum QuestionOperation implements Operation {
    /** The organizer words one. */
    CREATE,
    /** The organizer takes one that stands ready. */
    CHOOSE;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
