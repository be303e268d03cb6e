package dev.usher.adapters.http;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Admission;
import dev.usher.core.access.AdmissionRules;
import dev.usher.core.access.Role;
import dev.usher.core.event.CopyWish;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.rule.Outcome;
import dev.usher.core.service.EventView;
import dev.usher.core.service.Events;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * The events of the asker's organizations, each attribute a member of its own name.
 *
 * <p>{@code GET} and {@code POST /usher/v1/events}; {@code GET}, {@code PATCH} and {@code DELETE /usher/v1/events/ID};
 * {@code POST …/publish}, {@code …/unpublish}, {@code …/cancel}, {@code …/copy} and {@code …/occurrences}; {@code PATCH
 * …/settlement}. The id is the external id or the number. What is made here may lack anything until it is published.
 */
final class EventsEndpoint implements Endpoint {
    static final String PATH = "/usher/v1/events";

    private static final String EXTERNAL_ID = "external_id";
    private static final String EVENT = "event";
    private static final AttributeBody CHANGE = AttributeBody.of(Events.SAID);
    private static final AttributeBody DRAFT =
            CHANGE.with(EXTERNAL_ID, Form.TEXT).with(OwnOrganization.MEMBER, Form.ID);
    private static final AttributeBody SETTLEMENT = AttributeBody.of(EventAttributes.NATIVE);
    private static final AttributeBody COPY = AttributeBody.of(CopyWish.ATTRIBUTES);

    private final Usher usher;
    private final NativeRoutes routes;
    private final InstantSource clock;

    /** What is done with an event as it stands. */
    private interface Step {
        Outcome<EventView> take(Actor actor, long number, Optional<Long> ifVersion);
    }

    @Inject
    EventsEndpoint(Usher usher, NativeRoutes routes, InstantSource clock) {
        this.usher = usher;
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public void mount(Router router) {
        String one = PATH + "/:id";
        router.get(PATH).handler(routes.asking(EventSearch.PARAMETERS, this::list));
        router.post(PATH).handler(routes.telling("an event", this::draft));
        router.get(one).handler(routes.asking(this::show));
        router.patch(one).handler(routes.telling("what shall be different", this::change));
        router.delete(one).handler(routes.asking(this::delete));
        router.post(one + "/publish").handler(routes.asking(step(usher.events()::publish)));
        router.post(one + "/unpublish").handler(routes.asking(step(usher.events()::unpublish)));
        router.post(one + "/cancel").handler(routes.asking(step(usher.events()::cancel)));
        router.post(one + "/copy").handler(routes.telling("what shall be different in the copy, or {}", this::copy));
        router.get(one + "/occurrences").handler(routes.asking(this::occurrences));
        router.post(one + "/occurrences").handler(routes.telling("an array of occurrences", this::schedule));
        router.patch(one + "/settlement").handler(routes.telling("what shall be different", this::settle));
    }

    private Outcome<NativeAnswer> list(NativeRequest request) {
        return EventSearch.read(request.query(), request.actor().organization(), clock.instant())
                .then(listing -> usher.events().list(request.actor(), listing))
                .then(page -> Outcome.accepted(NativeAnswer.of(EventJson.of(page))));
    }

    private Outcome<NativeAnswer> draft(NativeRequest request, byte[] body) {
        return DRAFT.judged(
                        body,
                        OwnOrganization::faults,
                        (told, change) -> usher.events()
                                .draft(
                                        request.actor(),
                                        OwnOrganization.of(request, told),
                                        told.text(EXTERNAL_ID),
                                        change))
                .then(EventsEndpoint::made);
    }

    private Outcome<NativeAnswer> show(NativeRequest request) {
        return meant(request)
                .then(number -> shown(usher, request.actor(), number))
                .then(EventsEndpoint::answer);
    }

    private Outcome<NativeAnswer> change(NativeRequest request, byte[] body) {
        return request.ifVersion()
                .then(version -> meant(request)
                        .then(number -> CHANGE.judged(
                                body, change -> usher.events().update(request.actor(), number, change, version))))
                .then(EventsEndpoint::answer);
    }

    private Outcome<NativeAnswer> settle(NativeRequest request, byte[] body) {
        return request.ifVersion()
                .then(version -> meant(request)
                        .then(number -> SETTLEMENT.judged(
                                body, change -> usher.events().settle(request.actor(), number, change, version))))
                .then(EventsEndpoint::answer);
    }

    private Outcome<NativeAnswer> delete(NativeRequest request) {
        return step(usher.events()::delete).apply(request).then(deleted -> Outcome.accepted(NativeAnswer.done()));
    }

    private Outcome<NativeAnswer> copy(NativeRequest request, byte[] body) {
        return meant(request)
                .then(number ->
                        COPY.judged(body, change -> usher.events().copy(request.actor(), number, CopyWish.of(change))))
                .then(EventsEndpoint::made);
    }

    private Outcome<NativeAnswer> schedule(NativeRequest request, byte[] body) {
        return Schedule.read(body)
                .then(occurrences -> request.ifVersion()
                        .then(version -> meant(request)
                                .then(number ->
                                        usher.events().makeSeries(request.actor(), number, occurrences, version))))
                .then(EventsEndpoint::answer);
    }

    private Outcome<NativeAnswer> occurrences(NativeRequest request) {
        return meant(request)
                .then(number -> usher.events().occurrences(request.actor(), number))
                .then(events -> Outcome.accepted(NativeAnswer.of(EventJson.ofEvents(events))));
    }

    private Function<NativeRequest, Outcome<NativeAnswer>> step(Step step) {
        return request -> request.ifVersion()
                .then(version -> meant(request).then(number -> step.take(request.actor(), number, version)))
                .then(EventsEndpoint::answer);
    }

    private Outcome<Long> meant(NativeRequest request) {
        return meant(usher, request);
    }

    /** The number of the event in the path, whether there is one or not; refused where it is neither a name nor a number. */
    static Outcome<Long> meant(Usher usher, NativeRequest request) {
        return usher.eventNames().require(request.actor(), request.part("id"));
    }

    /**
     * An event or a series; only the own organizations' are shown here, with all that is private. One that is public
     * elsewhere is refused as one that is not there.
     */
    static Outcome<EventView> shown(Usher usher, Actor actor, long number) {
        Outcome<EventView> event = usher.events().find(Optional.of(actor), number);
        Outcome<EventView> found = event instanceof Outcome.Accepted<EventView>
                ? event
                : usher.events().findSeries(Optional.of(actor), number);
        return found.then(view -> AdmissionRules.BOOK.judge(
                new Admission(EVENT + " " + number, view.isOwned(), false, Optional.of(Role.VIEWER), Role.VIEWER),
                view));
    }

    private static Outcome<NativeAnswer> made(EventView view) {
        String location = location(view.event());
        return Outcome.accepted(
                NativeAnswer.made(location, EventJson.of(view)).at(view.event().version()));
    }

    /** By the external id, which goes before any number; by the number where no path can end like that. */
    private static String location(Event event) {
        String name = event.externalId();
        return PATH + "/"
                + (name.equals(".") || name.equals("..")
                        ? Long.toString(event.ref().event())
                        : URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    private static Outcome<NativeAnswer> answer(EventView view) {
        return Outcome.accepted(
                NativeAnswer.of(EventJson.of(view)).at(view.event().version()));
    }
}
