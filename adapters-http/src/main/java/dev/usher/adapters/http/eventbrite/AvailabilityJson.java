package dev.usher.adapters.http.eventbrite;

import static dev.usher.core.event.EventAttributes.START_ZONE;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.money.Money;
import dev.usher.core.service.TicketClassView;
import dev.usher.core.ticketing.SaleStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether an event has tickets, and from which price to which: of the classes that whoever asks may see. */
final class AvailabilityJson {
    private AvailabilityJson() {}

    static void write(Json json, Event event, List<TicketClassView> classes) {
        List<Money> prices = classes.stream()
                .flatMap(sold ->
                        sold.cost().or(() -> event.get(EventAttributes.CURRENCY).map(Money::zero)).stream())
                .toList();
        Optional<Instant> begins = classes.stream()
                .flatMap(sold -> sold.ticketClass().get(SALES_START).stream())
                .min(Comparator.naturalOrder());
        json.flag("has_available_tickets", classes.stream().anyMatch(sold -> sold.status() == SaleStatus.AVAILABLE))
                .moneyWithCode("minimum_ticket_price", prices.stream().min(AvailabilityJson::compare))
                .moneyWithCode("maximum_ticket_price", prices.stream().max(AvailabilityJson::compare))
                .flag(
                        "is_sold_out",
                        !classes.isEmpty() && classes.stream().allMatch(sold -> sold.status() == SaleStatus.SOLD_OUT))
                .momentInZone("start_sales_date", begins, event.get(START_ZONE))
                .flag("waitlist_available", false);
    }

    /** Prices of one event share its currency; should they ever not, the amounts alone are compared. */
    private static int compare(Money one, Money other) {
        return Long.compare(one.minor(), other.minor());
    }
}
