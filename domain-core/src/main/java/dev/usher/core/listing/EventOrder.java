package dev.usher.core.listing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * In which order events are listed (EB-01.p.order_by). Equal ones come by number, and one order is the other backwards,
 * except that those without the value are the last in both. Names are compared as {@link ListedName} does.
 */
public enum EventOrder {
    START_ASC,
    START_DESC,
    CREATED_ASC,
    CREATED_DESC,
    NAME_ASC,
    NAME_DESC;

    /** As it is written: {@code start_asc}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isDescending() {
        return name().endsWith("_DESC");
    }

    /** The order of that word. */
    public static Optional<EventOrder> of(String word) {
        return Arrays.stream(values())
                .filter(order -> order.word().equals(word))
                .findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(EventOrder::word).toList();
    }
}
