package dev.usher.adapters.http;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.listing.Page;
import dev.usher.core.money.Money;
import dev.usher.core.service.EventView;
import dev.usher.core.service.TicketClassView;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes events and ticket classes as native answers: first what is told of them, then their attributes by name. */
final class EventJson {
    private static final int EXPECTED_BYTES = 2_000;

    private EventJson() {}

    static JsonBytes of(EventView view) {
        return write(new JsonBytes(EXPECTED_BYTES), view);
    }

    static JsonBytes of(Page<EventView> page) {
        return PageJson.of("events", page, EXPECTED_BYTES, EventJson::write);
    }

    static JsonBytes ofEvents(List<EventView> events) {
        JsonBytes json = new JsonBytes(64 + events.size() * EXPECTED_BYTES).beginArray();
        events.forEach(view -> write(json, view));
        return json.endArray();
    }

    static JsonBytes of(TicketClassView view) {
        return write(new JsonBytes(EXPECTED_BYTES), view);
    }

    static JsonBytes of(List<TicketClassView> classes) {
        JsonBytes json = new JsonBytes(64 + classes.size() * EXPECTED_BYTES).beginArray();
        classes.forEach(view -> write(json, view));
        return json.endArray();
    }

    private static JsonBytes write(JsonBytes json, EventView view) {
        Event event = view.event();
        json.beginObject().member("id").text(Long.toString(event.ref().event()));
        json.member("external_id").text(event.externalId());
        json.member("organization_id").text(Long.toString(event.ref().organization()));
        json.member("version").number(event.version());
        json.member("status").text(view.status().word());
        json.member("is_free").flag(view.isFree());
        json.member("total_capacity").number(view.capacity());
        return AttributeJson.write(json, EventAttributes.ALL, event.attributes())
                .endObject();
    }

    private static JsonBytes write(JsonBytes json, TicketClassView view) {
        TicketClass ticketClass = view.ticketClass();
        json.beginObject().member("id").text(Long.toString(ticketClass.id()));
        json.member("event_id").text(Long.toString(ticketClass.event().event()));
        json.member("version").number(ticketClass.version());
        json.member("on_sale_status").text(view.status().name().toLowerCase(Locale.ROOT));
        json.member("is_hidden_now").flag(view.hiddenNow());
        money(json.member("shown_cost"), view.cost());
        money(json.member("shown_fee"), view.fee());
        money(json.member("actual_cost"), view.actualCost());
        money(json.member("actual_fee"), view.actualFee());
        return AttributeJson.write(json, TicketClassAttributes.ALL, ticketClass.attributes())
                .endObject();
    }

    private static void money(JsonBytes json, Optional<Money> amount) {
        amount.ifPresentOrElse(known -> json.text(known.written()), json::nothing);
    }
}
