package dev.usher.adapters.http;

import dev.usher.core.Usher;
import dev.usher.core.attribute.Kind;
import dev.usher.core.rule.Outcome;
import dev.usher.core.service.TicketClassView;
import dev.usher.core.ticketing.TicketClassAttributes;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * The ticket classes of an event: {@code GET} and {@code POST /usher/v1/events/ID/ticket-classes}; {@code GET}, {@code
 * PATCH} and {@code DELETE …/ticket-classes/CLASS}. What is made here may lack anything until the event is published.
 */
final class TicketClassesEndpoint implements Endpoint {
    private static final String PATH = EventsEndpoint.PATH + "/:id/ticket-classes";
    /** The parameter that removes a class though the sale of others waits for it. */
    static final String BREAK_DEPENDENCY = "breakDependency";

    private static final AttributeBody SAID = AttributeBody.of(TicketClassAttributes.DETAILS);

    private final Usher usher;
    private final NativeRoutes routes;

    @Inject
    TicketClassesEndpoint(Usher usher, NativeRoutes routes) {
        this.usher = usher;
        this.routes = routes;
    }

    @Override
    public void mount(Router router) {
        router.get(PATH).handler(routes.asking(this::list));
        router.post(PATH).handler(routes.telling("a ticket class", this::draft));
        router.get(PATH + "/:class").handler(routes.asking(this::show));
        router.patch(PATH + "/:class").handler(routes.telling("what shall be different", this::change));
        router.delete(PATH + "/:class").handler(routes.asking(List.of(BREAK_DEPENDENCY), this::delete));
    }

    private Outcome<NativeAnswer> list(NativeRequest request) {
        return own(request)
                .then(event -> usher.ticketClasses().of(Optional.of(request.actor()), event, Optional.empty()))
                .then(classes -> Outcome.accepted(NativeAnswer.of(EventJson.of(classes))));
    }

    private Outcome<NativeAnswer> draft(NativeRequest request, byte[] body) {
        return event(request)
                .then(event -> SAID.judged(body, change -> usher.ticketClasses().draft(request.actor(), event, change)))
                .then(view -> Outcome.accepted(NativeAnswer.made(
                                EventsEndpoint.PATH + "/"
                                        + view.ticketClass().event().event() + "/ticket-classes/"
                                        + view.ticketClass().id(),
                                EventJson.of(view))
                        .at(view.ticketClass().version())));
    }

    private Outcome<NativeAnswer> show(NativeRequest request) {
        return own(request)
                .then(event -> number(request)
                        .then(number -> usher.ticketClasses().find(Optional.of(request.actor()), event, number)))
                .then(TicketClassesEndpoint::answer);
    }

    private Outcome<NativeAnswer> change(NativeRequest request, byte[] body) {
        return request.ifVersion()
                .then(version -> event(request)
                        .then(event -> number(request)
                                .then(number -> SAID.judged(
                                        body,
                                        change -> usher.ticketClasses()
                                                .update(request.actor(), event, number, change, version)))))
                .then(TicketClassesEndpoint::answer);
    }

    private Outcome<NativeAnswer> delete(NativeRequest request) {
        return breaks(request.query())
                .then(breaks -> request.ifVersion()
                        .then(version -> event(request)
                                .then(event -> number(request)
                                        .then(number -> usher.ticketClasses()
                                                .delete(request.actor(), event, number, breaks, version)))))
                .then(gone -> Outcome.accepted(NativeAnswer.done()));
    }

    private static Outcome<Boolean> breaks(QueryFields query) {
        QueryReader reader = new QueryReader(query);
        boolean breaks = reader.one(BREAK_DEPENDENCY, new Kind.Flag()::read).orElse(false);
        return reader.unlessFaulty(breaks);
    }

    /** The number of the event in the path, unless it is another organization's: what is written here is private. */
    private Outcome<Long> own(NativeRequest request) {
        return event(request)
                .then(event -> EventsEndpoint.shown(usher, request.actor(), event))
                .then(view -> Outcome.accepted(view.event().ref().event()));
    }

    private Outcome<Long> event(NativeRequest request) {
        return EventsEndpoint.meant(usher, request);
    }

    private static Outcome<Long> number(NativeRequest request) {
        return request.number("class", "ticket class");
    }

    private static Outcome<NativeAnswer> answer(TicketClassView view) {
        return Outcome.accepted(
                NativeAnswer.of(EventJson.of(view)).at(view.ticketClass().version()));
    }
}
