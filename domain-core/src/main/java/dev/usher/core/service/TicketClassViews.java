package dev.usher.core.service;

import dev.usher.core.event.Event;
import dev.usher.core.money.FeeSchedule;
import dev.usher.core.ticketing.Price;
import dev.usher.core.ticketing.SalesWindow;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows the ticket classes of one event: all of them to its members, and to strangers what is not hidden from them. */
record TicketClassViews(Event event, List<TicketClass> classes, FeeSchedule fees, Instant now, boolean isOwned) {

    /** All that whoever asks may see, in their order. */
    List<TicketClassView> all() {
        return classes.stream()
                .map(this::of)
                .filter(view -> isOwned || !view.hiddenNow())
                .toList();
    }

    /** One of them. */
    TicketClassView of(TicketClass ticketClass) {
        SalesWindow window = SalesWindow.of(event, classes, ticketClass);
        Optional<Price> price = Price.of(ticketClass, fees);
        return new TicketClassView(
                isOwned ? ticketClass : inPublic(ticketClass),
                price.map(Price::cost),
                price.map(Price::fee),
                price.map(Price::actualCost),
                price.map(Price::actualFee),
                window.end(),
                window.status(now),
                window.isHidden(now),
                isOwned);
    }

    private static TicketClass inPublic(TicketClass ticketClass) {
        return ticketClass.is(TicketClassAttributes.HIDE_DESCRIPTION)
                ? ticketClass.with(ticketClass.attributes().without(TicketClassAttributes.DESCRIPTION))
                : ticketClass;
    }
}
