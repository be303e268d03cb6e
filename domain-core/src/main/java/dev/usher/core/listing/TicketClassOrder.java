package dev.usher.core.listing;

import java.util.Comparator;
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

    /** Compares classes as lists have them. */
    public Comparator<ListedTicketClass> comparator() {
        Comparator<ListedTicketClass> byNumber =
                Comparator.comparing(listed -> listed.ticketClass().id());
        Comparator<ListedTicketClass> byCost = Comparator.comparing(ListedTicketClass::cost);
        Comparator<ListedTicketClass> byType = Comparator.comparing(ListedTicketClass::type);
        return switch (this) {
            case NONE -> byNumber;
            case COST_ASC -> byCost.thenComparing(byNumber);
            case COST_DESC -> byCost.reversed().thenComparing(byNumber);
            case EVENT_START_DATE_ASC ->
                Comparator.comparing(ListedTicketClass::starts, EventOrder.emptyLast(false))
                        .thenComparing(byNumber);
            case TYPE_ASC -> byType.thenComparing(byNumber);
            case TYPE_DESC -> byType.reversed().thenComparing(byNumber);
        };
    }
}
