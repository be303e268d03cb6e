package dev.usher.adapters.http.eventbrite;

import static dev.usher.core.ticketing.TicketClassAttributes.AUTO_HIDE;
import static dev.usher.core.ticketing.TicketClassAttributes.AUTO_HIDE_AFTER;
import static dev.usher.core.ticketing.TicketClassAttributes.AUTO_HIDE_BEFORE;
import static dev.usher.core.ticketing.TicketClassAttributes.DELIVERY_METHODS;
import static dev.usher.core.ticketing.TicketClassAttributes.DESCRIPTION;
import static dev.usher.core.ticketing.TicketClassAttributes.DONATION;
import static dev.usher.core.ticketing.TicketClassAttributes.FREE;
import static dev.usher.core.ticketing.TicketClassAttributes.HIDDEN;
import static dev.usher.core.ticketing.TicketClassAttributes.HIDE_DESCRIPTION;
import static dev.usher.core.ticketing.TicketClassAttributes.INCLUDE_FEE;
import static dev.usher.core.ticketing.TicketClassAttributes.MAXIMUM_QUANTITY;
import static dev.usher.core.ticketing.TicketClassAttributes.MINIMUM_QUANTITY;
import static dev.usher.core.ticketing.TicketClassAttributes.NAME;
import static dev.usher.core.ticketing.TicketClassAttributes.ORDER_CONFIRMATION_MESSAGE;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_SOLD;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_TOTAL;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_CHANNELS;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START_AFTER;
import static dev.usher.core.ticketing.TicketClassAttributes.SORTING;
import static dev.usher.core.ticketing.TicketClassAttributes.SPLIT_FEE;

import dev.usher.core.money.Money;
import dev.usher.core.service.TicketClassView;
import dev.usher.core.ticketing.TicketClass;
import java.util.List;

/**
 * A ticket class as answers show it, its members in the order in which they are known to come.
 *
 * <p>Free classes and donations have no price; who may not see the private members finds them left out.
 */
final class TicketClassJson {
    private static final long MOST_IN_ONE_ORDER = 10;

    private TicketClassJson() {}

    static void write(Json json, TicketClassView view, Links links) {
        TicketClass sold = view.ticketClass();
        long event = sold.event().event();
        prices(json, view);
        json.text("resource_uri", links.resource("events/" + event + "/ticket_classes/" + sold.id()))
                .line("display_name", sold.get(NAME))
                .line("name", sold.get(NAME))
                .line("description", sold.get(DESCRIPTION))
                .number("sorting", sold.get(SORTING))
                .flag("donation", sold.is(DONATION))
                .flag("free", sold.is(FREE))
                .number("minimum_quantity", sold.get(MINIMUM_QUANTITY))
                .number("maximum_quantity", sold.get(MAXIMUM_QUANTITY))
                .number("maximum_quantity_per_order", sold.get(MAXIMUM_QUANTITY).orElse(MOST_IN_ONE_ORDER))
                .text("on_sale_status", view.status().name())
                .flag(
                        "has_pdf_ticket",
                        sold.get(DELIVERY_METHODS)
                                .filter(ways -> ways.contains("electronic"))
                                .isPresent());
        if (view.isOwned()) {
            json.line("order_confirmation_message", sold.get(ORDER_CONFIRMATION_MESSAGE));
        }
        json.texts("delivery_methods", sold.get(DELIVERY_METHODS).orElse(List.of()))
                .text("category", sold.is(DONATION) ? "donation" : "admission")
                .texts("sales_channels", sold.get(SALES_CHANNELS).orElse(List.of()))
                .flag("secondary_assignment_enabled", false)
                .id("event_id", event)
                .nothing("image_id")
                .id("id", sold.id());
        if (view.isOwned()) {
            kept(json, view);
        }
        json.texts("payment_constraints", List.of());
    }

    private static void prices(Json json, TicketClassView view) {
        if (view.cost().isEmpty()) {
            return;
        }
        if (view.isOwned()) {
            json.money("actual_cost", view.actualCost()).money("actual_fee", view.actualFee());
        }
        json.money("cost", view.cost())
                .money("fee", view.fee())
                .money("tax", view.cost().map(cost -> Money.zero(cost.currency())));
    }

    private static void kept(Json json, TicketClassView view) {
        TicketClass sold = view.ticketClass();
        json.number("capacity", sold.get(QUANTITY_TOTAL))
                .number("quantity_total", sold.get(QUANTITY_TOTAL))
                .number("quantity_sold", sold.get(QUANTITY_SOLD))
                .momentIfAny("sales_start", sold.get(SALES_START))
                .moment("sales_end", view.salesEnd())
                .nothing("sales_end_relative")
                .id("sales_start_after", sold.get(SALES_START_AFTER))
                .flag("hidden", sold.is(HIDDEN))
                .flag("hidden_currently", view.hiddenNow())
                .flag("include_fee", sold.is(INCLUDE_FEE))
                .flag("split_fee", sold.is(SPLIT_FEE))
                .flag("hide_description", sold.is(HIDE_DESCRIPTION))
                .flag("hide_sale_dates", false)
                .flag("auto_hide", sold.is(AUTO_HIDE))
                .moment("auto_hide_before", sold.get(AUTO_HIDE_BEFORE))
                .moment("auto_hide_after", sold.get(AUTO_HIDE_AFTER));
    }
}
