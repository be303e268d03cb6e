package dev.usher.core.ticketing;

import dev.usher.core.rule.Operation;
import java.util.Locale;

/** What can be done with a ticket class. */
public enum TicketClassOperation implements Operation {
    /** Added to an event as far as it is known, to be completed later (decision 11). */
    DRAFT,
    /** Added to an event. */
    CREATE,
    /** Changed. */
    UPDATE,
    /** Made or changed for an occurrence, as the class of its series was. */
    FOLLOW,
    /** Removed from its event. */
    DELETE;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
