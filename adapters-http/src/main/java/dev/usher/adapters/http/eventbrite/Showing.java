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
import dev.usher.core.event.EventsGiven;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Subcategory;
import dev.usher.core.rule.Outcome;
import dev.usher.core.service.EventView;
import dev.usher.core.service.TicketClassView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Shows events and ticket classes in the answer of one call, with the objects that it wants beside their ids.
 *
 * <p>An event has ticket classes and a ticket class an event, so on the way into an answer each of the two stands once: the
 * same again further in would make it larger by all classes each time.
 */
final class Showing {
    private static final String EVENT = "event";
    private static final String TICKET_CLASS = "ticket_class";
    private static final String CLASSES = "ticket_classes";

    private final Usher usher;
    private final Call call;

    /** What is counted for organizers, once in an answer. */
    private final Map<Long, EventsGiven> given = new HashMap<>();

    Showing(Usher usher, Call call) {
        this.usher = usher;
        this.call = call;
    }

    /** An event or a series, if whoever calls may see it. */
    Outcome<EventView> find(long number) {
        Optional<Actor> actor = Optional.of(call.actor());
        Outcome<EventView> found = usher.events().find(actor, number);
        return found instanceof Outcome.Accepted<EventView>
                ? found
                : usher.events().findSeries(actor, number);
    }

    /** An event alone. */
    Json event(EventView view) {
        return Json.object(json -> write(json, view));
    }

    /** The members of an event, with what is expanded. */
    void write(Json json, EventView view) {
        write(json, view, call.expansion());
    }

    /** The members of a ticket class, with what is expanded. */
    void write(Json json, TicketClassView view) {
        write(json, view, () -> event(view), call.expansion());
    }

    private void write(Json json, EventView view, Expansion expansion) {
        EventJson.write(json, view, call.links());
        if (!expansion.isNone()) {
            giversAndPlace(json, view.event(), expansion);
            sorts(json, view.event(), expansion);
            tickets(json, view, expansion);
        }
    }

    private Optional<EventView> event(TicketClassView view) {
        return find(view.ticketClass().event().event()) instanceof Outcome.Accepted<EventView> found
                ? Optional.of(found.value())
                : Optional.empty();
    }

    private void write(Json json, TicketClassView view, Supplier<Optional<EventView>> event, Expansion expansion) {
        TicketClassJson.write(json, view, call.links());
        if (expansion.wants(TICKET_CLASS, EVENT)) {
            Expansion inside = expansion.insideOnce(TICKET_CLASS, EVENT);
            json.nested(EVENT, event.get(), (to, found) -> write(to, found, inside));
        }
        if (expansion.wants(TICKET_CLASS, "image")) {
            json.nothing("image");
        }
    }

    private void giversAndPlace(Json json, Event event, Expansion expansion) {
        Links links = call.links();
        if (expansion.wants(EVENT, "venue")) {
            json.nested("venue", usher.venues().of(event), (to, venue) -> VenueJson.write(to, venue, links));
        }
        if (expansion.wants(EVENT, "organizer")) {
            json.nested(
                    "organizer",
                    usher.organizers().of(event),
                    (to, organizer) -> OrganizerJson.write(to, organizer, given(organizer), links));
        }
    }

    private EventsGiven given(Organizer organizer) {
        return given.computeIfAbsent(
                organizer.id(),
                number -> usher.events().given(List.of(organizer)).getOrDefault(number, EventsGiven.NONE));
    }

    private void sorts(Json json, Event event, Expansion expansion) {
        Links links = call.links();
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

    private void tickets(Json json, EventView view, Expansion expansion) {
        if (expansion.wants(EVENT, CLASSES)) {
            Expansion inside = expansion.insideOnce(EVENT, CLASSES);
            json.list(CLASSES, classes(view), (to, sold) -> write(to, sold, () -> Optional.of(view), inside));
        }
        if (expansion.wants(EVENT, "ticket_availability")) {
            json.nested("ticket_availability", to -> AvailabilityJson.write(to, view.event(), classes(view)));
        }
    }

    private List<TicketClassView> classes(EventView view) {
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
