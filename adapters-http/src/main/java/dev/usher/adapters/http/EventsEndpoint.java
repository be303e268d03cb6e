package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.CopyWish;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Occurrence;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import dev.usher.core.service.EventView;
import dev.usher.core.service.Events;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private static final Map<String, Form> DRAFT = draft();
    private static final Map<String, Form> CHANGE = Form.of(Events.SAID);
    private static final Map<String, Form> SETTLEMENT = Form.of(EventAttributes.NATIVE);
    private static final Map<String, Form> COPY = Form.of(CopyWish.ATTRIBUTES);
    private static final List<Attribute<?>> OCCURRENCE = List.of(EventAttributes.START, EventAttributes.END);
    private static final int MOST_OCCURRENCES = 1_000;

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
        router.get(PATH).handler(routes.asking(this::list));
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
        return request.fields(EventSearch.PARAMETERS)
                .then(fields -> EventSearch.read(fields, request.actor().organization(), clock.instant()))
                .then(listing -> usher.events().list(request.actor(), listing))
                .then(page -> Outcome.accepted(NativeAnswer.of(EventJson.of(page))));
    }

    private Outcome<NativeAnswer> draft(NativeRequest request, byte[] body) {
        return ObjectReader.object(body, DRAFT)
                .then(told -> OwnOrganization.of(request, told)
                        .then(organization -> named(usher.events()
                                .draft(
                                        request.actor(),
                                        organization,
                                        told.text(EXTERNAL_ID),
                                        told.change(Events.SAID)))))
                .then(EventsEndpoint::made);
    }

    private Outcome<NativeAnswer> show(NativeRequest request) {
        return meant(request)
                .then(number -> shown(usher, request.actor(), number))
                .then(EventsEndpoint::answer);
    }

    private Outcome<NativeAnswer> change(NativeRequest request, byte[] body) {
        return ObjectReader.object(body, CHANGE)
                .then(told -> request.ifVersion()
                        .then(version -> meant(request)
                                .then(number -> named(usher.events()
                                        .update(request.actor(), number, told.change(Events.SAID), version)))))
                .then(EventsEndpoint::answer);
    }

    private Outcome<NativeAnswer> settle(NativeRequest request, byte[] body) {
        return ObjectReader.object(body, SETTLEMENT)
                .then(told -> request.ifVersion()
                        .then(version -> meant(request)
                                .then(number -> named(usher.events()
                                        .settle(
                                                request.actor(),
                                                number,
                                                told.change(EventAttributes.NATIVE),
                                                version)))))
                .then(EventsEndpoint::answer);
    }

    private Outcome<NativeAnswer> delete(NativeRequest request) {
        return step(usher.events()::delete).apply(request).then(deleted -> Outcome.accepted(NativeAnswer.done()));
    }

    private Outcome<NativeAnswer> copy(NativeRequest request, byte[] body) {
        return ObjectReader.object(body, COPY)
                .then(told -> meant(request)
                        .then(number -> AttributePaths.named(
                                usher.events()
                                        .copy(request.actor(), number, CopyWish.of(told.change(CopyWish.ATTRIBUTES))),
                                CopyWish.ATTRIBUTES)))
                .then(EventsEndpoint::made);
    }

    private Outcome<NativeAnswer> schedule(NativeRequest request, byte[] body) {
        return ObjectReader.objects(body, Form.of(OCCURRENCE), MOST_OCCURRENCES)
                .then(EventsEndpoint::occurrences)
                .then(occurrences -> request.ifVersion()
                        .then(version -> meant(request)
                                .then(number -> named(
                                        usher.events().makeSeries(request.actor(), number, occurrences, version)))))
                .then(EventsEndpoint::answer);
    }

    private Outcome<NativeAnswer> occurrences(NativeRequest request) {
        return meant(request)
                .then(number -> usher.events().occurrences(request.actor(), number))
                .then(events -> Outcome.accepted(NativeAnswer.of(EventJson.ofEvents(events))));
    }

    private Function<NativeRequest, Outcome<NativeAnswer>> step(Step step) {
        return request -> request.ifVersion()
                .then(version -> meant(request).then(number -> named(step.take(request.actor(), number, version))))
                .then(EventsEndpoint::answer);
    }

    /** The number of the event in the path; one that nobody has where it can be none. */
    private Outcome<Long> meant(NativeRequest request) {
        return Outcome.accepted(
                usher.eventNames().meant(request.actor(), request.part("id")).orElse(0L));
    }

    /** An event or a series; only the own organizations' are shown here, with all that is private. */
    static Outcome<EventView> shown(Usher usher, Actor actor, long number) {
        Outcome<EventView> event = usher.events().find(Optional.of(actor), number);
        Outcome<EventView> found = event instanceof Outcome.Accepted<EventView>
                ? event
                : usher.events().findSeries(Optional.of(actor), number);
        return found.then(view -> view.isOwned()
                ? found
                : Outcome.rejected(new Violation(
                        RuleKind.EXISTENCE, "NOT_FOUND", "", "there is no event " + number + " that you may see")));
    }

    private static Outcome<List<Occurrence>> occurrences(List<Told> told) {
        List<Occurrence> occurrences = new ArrayList<>();
        List<Violation> faults = new ArrayList<>();
        for (int at = 0; at < told.size(); at++) {
            Change change = told.get(at).change(OCCURRENCE);
            Optional<Instant> start = moment(change, EventAttributes.START, at, faults);
            Optional<Instant> end = moment(change, EventAttributes.END, at, faults);
            if (start.isPresent() && end.isPresent()) {
                occurrences.add(new Occurrence(start.get(), end.get()));
            }
        }
        return faults.isEmpty() ? Outcome.accepted(occurrences) : Outcome.rejected(faults);
    }

    private static Optional<Instant> moment(
            Change change, Attribute<Instant> attribute, int at, List<Violation> faults) {
        Optional<Instant> said = change.field(attribute).said();
        if (said.isEmpty()) {
            faults.add(new Violation(
                    ARGUMENT,
                    change.field(attribute).isUnreadable() ? "INVALID" : "MISSING",
                    "[" + at + "]." + attribute.name(),
                    attribute.name() + " is missing or unreadable; expected an instant in UTC, such as"
                            + " 2026-07-04T18:00:00Z"));
        }
        return said;
    }

    private static Outcome<EventView> named(Outcome<EventView> outcome) {
        return AttributePaths.named(outcome, EventAttributes.ALL);
    }

    private static Outcome<NativeAnswer> made(EventView view) {
        String location = PATH + "/" + view.event().ref().event();
        return Outcome.accepted(
                NativeAnswer.made(location, EventJson.of(view)).at(view.event().version()));
    }

    private static Outcome<NativeAnswer> answer(EventView view) {
        return Outcome.accepted(
                NativeAnswer.of(EventJson.of(view)).at(view.event().version()));
    }

    private static Map<String, Form> draft() {
        Map<String, Form> forms = Form.of(Events.SAID);
        forms.put(EXTERNAL_ID, Form.TEXT);
        forms.put(OwnOrganization.MEMBER, Form.ID);
        return forms;
    }
}
