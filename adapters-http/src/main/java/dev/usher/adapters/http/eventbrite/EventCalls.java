package dev.usher.adapters.http.eventbrite;

import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.adapters.http.Answers;
import dev.usher.core.Usher;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.event.CopyWish;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.Page;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import dev.usher.core.service.EventView;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Events: made, changed, published, called off, copied, listed (EB-01 to EB-09, EB-36 to EB-39). */
final class EventCalls implements Calls {
    /** What a known client says of every event it makes, as zero where it was told nothing (decision 9). */
    private static final Set<Attribute<?>> ZERO_FILLED = Set.of(
            EventAttributes.NAME,
            EventAttributes.DESCRIPTION,
            EventAttributes.ORGANIZER,
            EventAttributes.HIDE_START_DATE,
            EventAttributes.HIDE_END_DATE,
            EventAttributes.VENUE,
            EventAttributes.ONLINE,
            EventAttributes.LISTED,
            EventAttributes.LOGO,
            EventAttributes.CATEGORY,
            EventAttributes.SUBCATEGORY,
            EventAttributes.FORMAT,
            EventAttributes.SHAREABLE,
            EventAttributes.INVITE_ONLY,
            EventAttributes.PASSWORD,
            EventAttributes.CAPACITY,
            EventAttributes.SHOW_REMAINING,
            EventAttributes.RESERVED_SEATING,
            EventAttributes.SOURCE);

    private static final Members MEMBERS = Members.of(EventAttributes.DETAILS)
            .alias("event.logo.id", EventAttributes.LOGO)
            .passingOver("event.start.local", "event.end.local")
            .zeroFilled(ZERO_FILLED);

    private static final int MOST_NUMBERS = 100;
    private static final String EXPECTED_NUMBERS = "numbers of events, joined by commas, at most " + MOST_NUMBERS;

    private static final Members COPY = Members.of(CopyWish.ATTRIBUTES);

    private final Usher usher;
    private final EventPaths events;
    private final People people;
    private final InstantSource clock;
    private final WrittenEvents written = new WrittenEvents();

    @Inject
    EventCalls(Usher usher, People people, InstantSource clock) {
        this.usher = usher;
        this.events = new EventPaths(usher);
        this.people = people;
        this.clock = clock;
    }

    @Override
    public void mount(Entrance.Routes routes) {
        routes.get("organizations/:id/events", call -> people.organization(call).then(list(call)))
                .post(
                        "organizations/:id/events",
                        call -> people.organization(call).then(create(call)))
                .get(
                        "users/:id/owned_events",
                        call -> people.organizationOfUser(call).then(listAll(call)))
                .get("users/:id/events", call -> people.organizationOfUser(call).then(listAll(call)))
                .post(
                        "users/:id/events",
                        call -> people.organizationOfUser(call).then(create(call)))
                .get("events", this::named)
                .post("events", call -> create(call).apply(call.actor().organization()))
                .get("events/:id", this::atHand, call -> found(call).then(kept(call)))
                .post("events/:id", this::update)
                .delete("events/:id", call -> done(call, "deleted", this::delete))
                .post("events/:id/publish", call -> done(call, "published", this::publish))
                .post("events/:id/unpublish", call -> done(call, "unpublished", this::unpublish))
                .post("events/:id/cancel", call -> done(call, "canceled", this::cancel))
                .post("events/:id/copy", this::copy)
                .get("events/:id/description", call -> found(call).then(EventCalls::description));
    }

    private Function<Long, Outcome<Json>> create(Call call) {
        return organization -> MEMBERS.judged(
                call.body(),
                change -> usher.events()
                        .create(call.actor(), organization, change)
                        .then(shown(call)));
    }

    private Outcome<Json> update(Call call) {
        return events.event(call)
                .then(event -> MEMBERS.judged(
                        call.body(),
                        change -> usher.events()
                                .update(call.actor(), event, change, Optional.empty())
                                .then(shown(call))));
    }

    private Outcome<Json> copy(Call call) {
        return events.event(call)
                .then(event -> COPY.judged(
                        call.body(),
                        change -> usher.events()
                                .copy(call.actor(), event, CopyWish.of(change))
                                .then(shown(call))));
    }

    private Outcome<EventView> found(Call call) {
        return events.event(call).then(event -> usher.events().find(Optional.of(call.actor()), event));
    }

    /** An own event by its number; another number may be the name of an own one, which only the store knows. */
    private Optional<Answers.Kept> atHand(Call call) {
        return call.number("id") instanceof Outcome.Accepted<Long> number
                        && call.expansion().isNone()
                ? usher.events()
                        .findAtHand(Optional.of(call.actor()), number.value())
                        .flatMap(outcome -> outcome instanceof Outcome.Accepted<EventView> seen
                                        && seen.value().isOwned()
                                ? written.find(seen.value(), call.links())
                                : Optional.empty())
                : Optional.empty();
    }

    /** Shows an event, and keeps what was written for whoever looks next. */
    private Function<EventView, Outcome<Json>> kept(Call call) {
        return view -> {
            Json answer = new Showing(usher, call).event(view);
            if (call.expansion().isNone()) {
                written.keep(view, call.links(), answer.toBytes());
            }
            return Outcome.accepted(answer);
        };
    }

    private Function<EventView, Outcome<Json>> shown(Call call) {
        return view -> Outcome.accepted(new Showing(usher, call).event(view));
    }

    private static Outcome<Json> description(EventView view) {
        return Outcome.accepted(Json.object(to -> to.text(
                "description",
                view.event()
                        .get(EventAttributes.DESCRIPTION)
                        .map(written -> MultipartText.of(written).html()))));
    }

    private static Outcome<Json> done(Call call, String what, Function<Call, Outcome<EventView>> act) {
        return act.apply(call).then(view -> Outcome.accepted(Json.object(to -> to.flag(what, true))));
    }

    private Outcome<EventView> delete(Call call) {
        return events.event(call).then(event -> usher.events().delete(call.actor(), event, Optional.empty()));
    }

    private Outcome<EventView> publish(Call call) {
        return events.event(call).then(event -> usher.events().publish(call.actor(), event, Optional.empty()));
    }

    private Outcome<EventView> unpublish(Call call) {
        return events.event(call).then(event -> usher.events().unpublish(call.actor(), event, Optional.empty()));
    }

    private Outcome<EventView> cancel(Call call) {
        return events.event(call).then(event -> usher.events().cancel(call.actor(), event, Optional.empty()));
    }

    private Function<Long, Outcome<Json>> list(Call call) {
        return organization ->
                list(call, organization, listing -> usher.events().list(call.actor(), listing));
    }

    /** What all organizations of the caller have, in one list. */
    private Function<Long, Outcome<Json>> listAll(Call call) {
        return organization -> list(
                call, organization, listing -> Outcome.accepted(usher.events().listAll(call.actor(), listing)));
    }

    private Outcome<Json> list(Call call, long organization, Function<EventListing, Outcome<Page<EventView>>> found) {
        Arguments arguments = call.arguments();
        EventListing listing = Listings.events(arguments, organization, clock.instant());
        return arguments
                .unlessFaulty(listing)
                .then(found)
                .then(arguments::within)
                .then(page -> Outcome.accepted(PageJson.of(page, "events", new Showing(usher, call)::write)));
    }

    /** The events whose numbers are given, as far as the caller may see them. */
    private Outcome<Json> named(Call call) {
        Arguments arguments = call.arguments();
        Set<Long> numbers = arguments.list("event_ids", text -> events.meant(call.actor(), text), EXPECTED_NUMBERS);
        if (!arguments.isSaid("event_ids")) {
            return Outcome.rejected(new Violation(
                    ARGUMENT, "MISSING", "event_ids", "event_ids is missing; expected " + EXPECTED_NUMBERS));
        }
        if (numbers.size() > MOST_NUMBERS) {
            return Outcome.rejected(new Violation(
                    ARGUMENT,
                    "INVALID",
                    "event_ids",
                    numbers.size() + " events are named; expected " + EXPECTED_NUMBERS));
        }
        return arguments.unlessFaulty(arguments.page()).then(wanted -> {
            List<EventView> seen = numbers.stream()
                    .flatMap(number -> seen(call, number).stream())
                    .toList();
            return arguments
                    .within(PageJson.of(seen, wanted))
                    .then(page -> Outcome.accepted(PageJson.of(page, "events", new Showing(usher, call)::write)));
        });
    }

    private Optional<EventView> seen(Call call, long number) {
        return usher.events().find(Optional.of(call.actor()), number) instanceof Outcome.Accepted<EventView> seen
                ? Optional.of(seen.value())
                : Optional.empty();
    }
}
