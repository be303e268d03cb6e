package dev.usher.core.listing;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

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

    /** Compares events as lists have them. */
    public Comparator<Event> comparator() {
        return switch (this) {
            case START_ASC, START_DESC -> by(event -> event.get(EventAttributes.START));
            case CREATED_ASC, CREATED_DESC -> by(event -> event.get(EventAttributes.CREATED_AT));
            case NAME_ASC, NAME_DESC -> by(event -> Optional.of(ListedName.of(event.seenName())));
        };
    }

    private <T extends Comparable<? super T>> Comparator<Event> by(Function<Event, Optional<T>> value) {
        Comparator<Event> byNumber = Comparator.comparing(event -> event.ref().event());
        return Comparator.comparing(value, emptyLast(isDescending()))
                .thenComparing(isDescending() ? byNumber.reversed() : byNumber);
    }

    /** Those without a value last, the others in their order or in its reverse. */
    static <T extends Comparable<? super T>> Comparator<Optional<T>> emptyLast(boolean descending) {
        return (left, right) -> {
            if (left.isEmpty() || right.isEmpty()) {
                return Boolean.compare(left.isEmpty(), right.isEmpty());
            }
            int ascending = left.get().compareTo(right.get());
            return descending ? -ascending : ascending;
        };
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
