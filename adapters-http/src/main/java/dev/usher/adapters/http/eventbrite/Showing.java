package dev.usher.adapters.http.eventbrite;

import static dev.usher.core.event.EventAttributes.BOOKMARKS;
import static dev.usher.core.event.EventAttributes.CATEGORY;
import static dev.usher.core.event.EventAttributes.FORMAT;
import static dev.usher.core.event.EventAttributes.REFUND_POLICY;
import static dev.usher.core.event.EventAttributes.SUBCATEGORY;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.event.Category;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventFormat;
import dev.usher.core.event.Subcategory;
import dev.usher.core.rule.Outcome;
import dev.usher.core.service.EventView;
import dev.usher.core.service.TicketClassView;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Shows events and ticket classes with the objects that a call wants beside their ids.
 *
 * <p>An event has ticket classes and a ticket class an event, so on the way into an answer each of the two stands once: the
 * same again further in would make it larger by all classes each time.
 */
final class Showing {
    private static final String EVENT = "event";
    private static final String TICKET_CLASS = "ticket_class";
    private static final String CLASSES = "ticket_classes";

    private final Usher usher;

    @Inject
    Showing(Usher usher) {
        this.usher = usher;
    }

    /** An event or a series, if whoever asks may see it. */
    Outcome<EventView> find(Actor actor, long number) {
        Outcome<EventView> found = usher.events().find(Optional.of(actor), number);
        return found instanceof Outcome.Accepted<EventView>
                ? found
                : usher.events().findSeries(Optional.of(actor), number);
    }

    /** An event alone. */
    Json event(EventView view, Call call) {
        return Json.object(json -> write(json, view, call, call.expansion()));
    }

    /** The members of an event, with what is expanded. */
    void write(Json json, EventView view, Call call, Expansion expansion) {
        EventJson.write(json, view, call.links());
        if (!expansion.isNone()) {
            giversAndPlace(json, view, call.links(), expansion);
            sorts(json, view, call.links(), expansion);
            tickets(json, view, call, expansion);
        }
    }

    /** The members of a ticket class, with what is expanded. */
    void write(Json json, TicketClassView view, Call call, Expansion expansion) {
        write(json, view, () -> event(view, call), call, expansion);
    }

    private Optional<EventView> event(TicketClassView view, Call call) {
        return find(call.actor(), view.ticketClass().event().event()) instanceof Outcome.Accepted<EventView> found
                ? Optional.of(found.value())
                : Optional.empty();
    }

    private void write(
            Json json, TicketClassView view, Supplier<Optional<EventView>> event, Call call, Expansion expansion) {
        TicketClassJson.write(json, view, call.links());
        if (expansion.wants(TICKET_CLASS, EVENT)) {
            Expansion inside = expansion.insideOnce(TICKET_CLASS, EVENT);
            json.nested(EVENT, event.get(), (to, found) -> write(to, found, call, inside));
        }
        if (expansion.wants(TICKET_CLASS, "image")) {
            json.nothing("image");
        }
    }

    private void giversAndPlace(Json json, EventView view, Links links, Expansion expansion) {
        Event event = view.event();
        if (expansion.wants(EVENT, "venue")) {
            json.nested("venue", usher.venues().of(event), (to, venue) -> VenueJson.write(to, venue, links));
        }
        if (expansion.wants(EVENT, "organizer")) {
            json.nested(
                    "organizer",
                    usher.organizers().of(event),
                    (to, organizer) -> OrganizerJson.write(to, organizer, links));
        }
    }

    private static void sorts(Json json, EventView view, Links links, Expansion expansion) {
        Event event = view.event();
        if (expansion.wants(EVENT, "category")) {
            json.nested(
                    "category",
                    event.get(CATEGORY).flatMap(Category::of),
                    (to, category) -> ReferenceJson.write(to, category, links));
        }
        if (expansion.wants(EVENT, "subcategory")) {
            json.nested(
                    "subcategory",
                    event.get(SUBCATEGORY).flatMap(Subcategory::of),
                    (to, subcategory) -> ReferenceJson.write(to, subcategory, links));
        }
        if (expansion.wants(EVENT, "format")) {
            json.nested(
                    "format",
                    event.get(FORMAT).flatMap(EventFormat::of),
                    (to, format) -> ReferenceJson.write(to, format, links));
        }
        if (expansion.wants(EVENT, "bookmark_info")) {
            json.nested("bookmark_info", bookmarks -> bookmarks.number("count", event.get(BOOKMARKS)));
        }
        if (expansion.wants(EVENT, "refund_policy")) {
            json.line("refund_policy", event.get(REFUND_POLICY));
        }
    }

    private void tickets(Json json, EventView view, Call call, Expansion expansion) {
        if (expansion.wants(EVENT, CLASSES)) {
            Expansion inside = expansion.insideOnce(EVENT, CLASSES);
            json.list(
                    CLASSES, classes(view, call), (to, sold) -> write(to, sold, () -> Optional.of(view), call, inside));
        }
        if (expansion.wants(EVENT, "ticket_availability")) {
            json.nested("ticket_availability", to -> AvailabilityJson.write(to, view.event(), classes(view, call)));
        }
    }

    private List<TicketClassView> classes(EventView view, Call call) {
        return usher.ticketClasses()
                                .of(
                                        Optional.of(call.actor()),
                                        view.event().ref().event(),
                                        Optional.empty())
                        instanceof Outcome.Accepted<List<TicketClassView>> sold
                ? sold.value()
                : List.of();
    }
}
