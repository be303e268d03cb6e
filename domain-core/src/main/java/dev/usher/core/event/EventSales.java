package dev.usher.core.event;

/**
 * What the rules of an event must know of its orders.
 *
 * @param placed how many orders are pending or completed, refunded ones too
 * @param unrefunded how many of those are not refunded
 * @param paid how many of those placed cost something
 */
public record EventSales(long placed, long unrefunded, long paid) {
    /** Nothing was ever ordered. */
    public static final EventSales NONE = new EventSales(0, 0, 0);
}
