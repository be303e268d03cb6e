package dev.usher.core.listing;

import java.util.Locale;

/** In which order ticket classes are listed (EB-35.p.order_by); equal ones by number. */
public enum TicketClassOrder {
    /** By number alone: when nothing is said. */
    NONE,
    COST_ASC,
    COST_DESC,
    EVENT_START_DATE_ASC,
    /** Donations, free classes, paid classes. */
    TYPE_ASC,
    TYPE_DESC;

    /** As it is written: {@code cost_asc}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
