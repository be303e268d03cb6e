package dev.usher.adapters.http.eventbrite;

import dev.usher.core.Usher;
import dev.usher.core.event.Belonging;
import dev.usher.core.event.EventsGiven;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.rule.Outcome;
import dev.usher.core.service.Belongings;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Venues and organizers: where events take place, and who gives them. */
final class BelongingCalls implements Calls {
    private static final Members VENUE = Members.of(Venue.ATTRIBUTES)
            .alias("venue.latitude", Venue.LATITUDE)
            .alias("venue.longitude", Venue.LONGITUDE)
            .keepingNothingOf("venue.organizer_id");

    private static final Members ORGANIZER = Members.of(Organizer.ATTRIBUTES)
            .alias("organizer.logo.id", Organizer.LOGO)
            .keepingNothingOf("organizer.instagram")
            .zeroFilled(Set.copyOf(Organizer.ATTRIBUTES), "organizer.instagram");

    private final Usher usher;
    private final People people;

    @Inject
    BelongingCalls(Usher usher, People people) {
        this.usher = usher;
        this.people = people;
    }

    @Override
    public void mount(Entrance.Routes routes) {
        new Sort<>("venues", VENUE, usher.venues(), BelongingCalls::venues, people).mount(routes);
        new Sort<>("organizers", ORGANIZER, usher.organizers(), this::organizers, people).mount(routes);
    }

    private static BiConsumer<Json, Venue> venues(List<Venue> shown, Links links) {
        return (json, venue) -> VenueJson.write(json, venue, links);
    }

    private BiConsumer<Json, Organizer> organizers(List<Organizer> shown, Links links) {
        Map<Long, EventsGiven> given = usher.events().given(shown);
        return (json, organizer) ->
                OrganizerJson.write(json, organizer, given.getOrDefault(organizer.id(), EventsGiven.NONE), links);
    }

    /** Looks up what all of an answer need beside them, and writes each. */
    private interface Writing<B> {
        BiConsumer<Json, B> of(List<B> shown, Links links);
    }

    private record Sort<B extends Belonging>(
            String word, Members members, Belongings<B> kept, Writing<B> writing, People people) {

        void mount(Entrance.Routes routes) {
            routes.get("organizations/:id/" + word, this::list)
                    .get(
                            "users/:id/" + word,
                            call -> people.organizationOfUser(call)
                                    .then(own ->
                                            listed(call, page -> Outcome.accepted(kept.listAll(call.actor(), page)))))
                    .post("organizations/:id/" + word, call -> call.number("id").then(id -> create(call, id)))
                    .post(word, call -> create(call, call.actor().organization()))
                    .get(word + "/:id", this::find)
                    .post(word + "/:id", this::update);
        }

        private Outcome<Json> list(Call call) {
            return call.number("id")
                    .then(organization -> listed(call, page -> kept.list(call.actor(), organization, page)));
        }

        private Outcome<Json> listed(Call call, Function<PageRequest, Outcome<Page<B>>> found) {
            Arguments arguments = call.arguments();
            return arguments
                    .unlessFaulty(arguments.page())
                    .then(found)
                    .then(arguments::within)
                    .then(page -> Outcome.accepted(PageJson.of(page, word, writing.of(page.items(), call.links()))));
        }

        private Outcome<Json> create(Call call, long organization) {
            return shown(call, members.judged(call.body(), change -> kept.create(call.actor(), organization, change)));
        }

        private Outcome<Json> find(Call call) {
            return shown(call, call.number("id").then(id -> kept.find(call.actor(), id)));
        }

        private Outcome<Json> update(Call call) {
            return shown(
                    call,
                    call.number("id")
                            .then(id -> members.judged(
                                    call.body(), change -> kept.update(call.actor(), id, change, Optional.empty()))));
        }

        private Outcome<Json> shown(Call call, Outcome<B> outcome) {
            return outcome.then(one -> Outcome.accepted(
                    Json.object(json -> writing.of(List.of(one), call.links()).accept(json, one))));
        }
    }
}
