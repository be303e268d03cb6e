package dev.usher.core.listing;

import java.util.Comparator;
import java.util.Locale;

/**
 * In which order ticket classes are listed (EB-35.p.order_by). Equal ones come by number, and a descending order is the
 * ascending one backwards.
 */
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

    public boolean isDescending() {
        return name().endsWith("_DESC");
    }

    /** Compares classes as lists have them. */
    public Comparator<ListedTicketClass> comparator() {
        Comparator<ListedTicketClass> byNumber =
                Comparator.comparing(listed -> listed.ticketClass().id());
        Comparator<ListedTicketClass> ascending = switch (this) {
            case NONE -> byNumber;
            case COST_ASC, COST_DESC ->
                Comparator.comparing(ListedTicketClass::cost).thenComparing(byNumber);
            case EVENT_START_DATE_ASC ->
                Comparator.comparing(ListedTicketClass::starts, EventOrder.emptyLast(false))
                        .thenComparing(byNumber);
            case TYPE_ASC, TYPE_DESC ->
                Comparator.comparing(ListedTicketClass::type).thenComparing(byNumber);
        };
        return isDescending() ? ascending.reversed() : ascending;
    }
}
