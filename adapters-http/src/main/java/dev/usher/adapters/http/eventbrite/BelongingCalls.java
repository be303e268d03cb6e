package dev.usher.adapters.http.eventbrite;

import dev.usher.core.Usher;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.event.Belonging;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import dev.usher.core.rule.Outcome;
import dev.usher.core.service.Belongings;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Venues and organizers: where events take place, and who gives them. */
final class BelongingCalls implements Calls {
    private final Usher usher;

    @Inject
    BelongingCalls(Usher usher) {
        this.usher = usher;
    }

    @Override
    public void mount(Entrance.Routes routes) {
        Sort.of("venues", Venue.ATTRIBUTES, usher.venues(), VenueJson::write).mount(routes);
        Sort.of("organizers", Organizer.ATTRIBUTES, usher.organizers(), OrganizerJson::write)
                .mount(routes);
    }

    /** Writes one as answers show it. */
    private interface Writing<B> {
        void write(Json json, B one, Links links);
    }

    private record Sort<B extends Belonging>(String word, Members members, Belongings<B> kept, Writing<B> writing) {

        static <B extends Belonging> Sort<B> of(
                String word, List<Attribute<?>> attributes, Belongings<B> kept, Writing<B> writing) {
            return new Sort<>(word, Members.of(attributes), kept, writing);
        }

        void mount(Entrance.Routes routes) {
            routes.get("organizations/:id/" + word, this::list)
                    .post("organizations/:id/" + word, call -> call.number("id").then(id -> create(call, id)))
                    .post(word, call -> create(call, call.actor().organization()))
                    .get(word + "/:id", this::find)
                    .post(word + "/:id", this::update);
        }

        private Outcome<Json> list(Call call) {
            Arguments arguments = call.arguments();
            return call.number("id")
                    .then(organization -> arguments
                            .unlessFaulty(arguments.page())
                            .then(page -> kept.list(call.actor(), organization, page)))
                    .then(arguments::within)
                    .then(page -> Outcome.accepted(
                            PageJson.of(page, word, (json, one) -> writing.write(json, one, call.links()))));
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
            return outcome.then(one -> Outcome.accepted(Json.object(json -> writing.write(json, one, call.links()))));
        }
    }
}
