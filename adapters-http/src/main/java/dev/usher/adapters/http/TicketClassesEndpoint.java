package dev.usher.adapters.http;

import dev.usher.core.Usher;
import dev.usher.core.rule.Outcome;
import dev.usher.core.service.TicketClassView;
import dev.usher.core.ticketing.TicketClassAttributes;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ticket classes of an event: {@code GET} and {@code POST /usher/v1/events/ID/ticket-classes}; {@code GET}, {@code
 * PATCH} and {@code DELETE …/ticket-classes/CLASS}. What is made here may lack anything until the event is published.
 */
final class TicketClassesEndpoint implements Endpoint {
    private static final String PATH = EventsEndpoint.PATH + "/:id/ticket-classes";
    private static final String BREAK_DEPENDENCY = "breakDependency";
    private static final Map<String, Form> SAID = Form.of(TicketClassAttributes.DETAILS);

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
        router.delete(PATH + "/:class").handler(routes.asking(this::delete));
    }

    private Outcome<NativeAnswer> list(NativeRequest request) {
        return own(request)
                .then(event -> usher.ticketClasses().of(Optional.of(request.actor()), event, Optional.empty()))
                .then(classes -> Outcome.accepted(NativeAnswer.of(EventJson.of(classes))));
    }

    private Outcome<NativeAnswer> draft(NativeRequest request, byte[] body) {
        return ObjectReader.object(body, SAID)
                .then(told -> named(usher.ticketClasses()
                        .draft(request.actor(), event(request), told.change(TicketClassAttributes.DETAILS))))
                .then(view -> Outcome.accepted(NativeAnswer.made(
                                EventsEndpoint.PATH + "/"
                                        + view.ticketClass().event().event() + "/ticket-classes/"
                                        + view.ticketClass().id(),
                                EventJson.of(view))
                        .at(view.ticketClass().version())));
    }

    private Outcome<NativeAnswer> show(NativeRequest request) {
        return own(request)
                .then(event -> usher.ticketClasses().find(Optional.of(request.actor()), event, request.number("class")))
                .then(TicketClassesEndpoint::answer);
    }

    private Outcome<NativeAnswer> change(NativeRequest request, byte[] body) {
        return ObjectReader.object(body, SAID)
                .then(told -> request.ifVersion()
                        .then(version -> named(usher.ticketClasses()
                                .update(
                                        request.actor(),
                                        event(request),
                                        request.number("class"),
                                        told.change(TicketClassAttributes.DETAILS),
                                        version))))
                .then(TicketClassesEndpoint::answer);
    }

    private Outcome<NativeAnswer> delete(NativeRequest request) {
        return request.fields(List.of(BREAK_DEPENDENCY))
                .then(fields -> request.ifVersion()
                        .then(version -> usher.ticketClasses()
                                .delete(
                                        request.actor(),
                                        event(request),
                                        request.number("class"),
                                        fields.isSaid(BREAK_DEPENDENCY, "true"),
                                        version)))
                .then(gone -> Outcome.accepted(NativeAnswer.done()));
    }

    /** The number of the event in the path, unless it is another organization's: what is written here is private. */
    private Outcome<Long> own(NativeRequest request) {
        return EventsEndpoint.shown(usher, request.actor(), event(request))
                .then(view -> Outcome.accepted(view.event().ref().event()));
    }

    private long event(NativeRequest request) {
        return usher.eventNames().meant(request.actor(), request.part("id")).orElse(0L);
    }

    private static Outcome<TicketClassView> named(Outcome<TicketClassView> outcome) {
        return AttributePaths.named(outcome, TicketClassAttributes.ALL);
    }

    private static Outcome<NativeAnswer> answer(TicketClassView view) {
        return Outcome.accepted(
                NativeAnswer.of(EventJson.of(view)).at(view.ticketClass().version()));
    }
}
