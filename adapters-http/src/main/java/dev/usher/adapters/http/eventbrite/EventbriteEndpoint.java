package dev.usher.adapters.http.eventbrite;

import dev.usher.adapters.http.Endpoint;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.List;

/** Everything under {@code /v3/}. */
final class EventbriteEndpoint implements Endpoint {
    private final Entrance entrance;
    private final List<Calls> calls;

    @Inject
    EventbriteEndpoint(
            Entrance entrance,
            EventCalls events,
            SettingsCalls settings,
            TicketClassCalls ticketClasses,
            QuestionCalls questions,
            BelongingCalls places,
            PeopleCalls people,
            ReferenceCalls references) {
        this.entrance = entrance;
        this.calls = List.of(events, settings, ticketClasses, questions, places, people, references);
    }

    @Override
    public void mount(Router router) {
        Entrance.Routes routes = entrance.open(router);
        calls.forEach(part -> part.mount(routes));
    }
}
