package dev.usher.core.ticketing;

import static dev.usher.core.ticketing.TicketClassAttributes.PARENT;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_SOLD;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START_AFTER;

import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.EventRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The ticket classes of one event made over for another: nothing sold, and waiting for each other as the originals do. */
public final class TicketClassCopies {

    private TicketClassCopies() {}

    /**
     * Classes of their own, for a copy of the event (decision 14).
     *
     * @param classes all classes of the event
     * @param event the copy
     * @param numbers gives each class a number nobody else has
     */
    public static List<TicketClass> of(List<TicketClass> classes, EventRef event, LongSupplier numbers) {
        Map<Long, Long> numberOf = new HashMap<>();
        classes.forEach(original -> numberOf.put(original.id(), numbers.getAsLong()));
        return classes.stream()
                .map(original -> new TicketClass(
                        event,
                        Objects.requireNonNull(numberOf.get(original.id())),
                        1,
                        madeOver(original.attributes(), numberOf)))
                .toList();
    }

    /** A class for an occurrence of a series, which follows that of the series. */
    public static TicketClass following(TicketClass original, EventRef occurrence, long number) {
        Attributes fresh = madeOver(original.attributes(), Map.of());
        return new TicketClass(occurrence, number, 1, fresh.with(PARENT, original.id()));
    }

    /** A class of an occurrence as it becomes when the one it follows has changed; what it has sold stays. */
    public static TicketClass followed(TicketClass follower, TicketClass original) {
        Attributes changed =
                following(original, follower.event(), follower.id()).attributes();
        return follower.with(changed.with(QUANTITY_SOLD, follower.attributes().said(QUANTITY_SOLD)));
    }

    private static Attributes madeOver(Attributes original, Map<Long, Long> numberOf) {
        Optional<Long> after = original.said(SALES_START_AFTER).map(numberOf::get);
        return original.without(QUANTITY_SOLD).without(PARENT).with(SALES_START_AFTER, after);
    }
}
