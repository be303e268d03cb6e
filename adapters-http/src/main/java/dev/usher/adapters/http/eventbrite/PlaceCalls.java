package dev.usher.adapters.http.eventbrite;

import dev.usher.core.Usher;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import dev.usher.core.rule.Outcome;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/** Venues and organizers: where events take place, and who gives them. */
final class PlaceCalls implements Calls {
    private static final Members VENUE = Members.of(Venue.ATTRIBUTES);
    private static final Members ORGANIZER = Members.of(Organizer.ATTRIBUTES);

    private final Usher usher;

    @Inject
    PlaceCalls(Usher usher) {
        this.usher = usher;
    }

    @Override
    public void mount(Entrance.Routes routes) {
        routes.get("organizations/:id/venues", this::venues)
                .post("organizations/:id/venues", call -> call.number("id").then(id -> createVenue(call, id)))
                .post("venues", call -> createVenue(call, call.actor().organization()))
                .get(
                        "venues/:id",
                        call -> call.number("id")
                                .then(id -> usher.venues().find(call.actor(), id))
                                .then(shownVenue(call)))
                .post("venues/:id", this::updateVenue)
                .get("organizations/:id/organizers", this::organizers)
                .post("organizations/:id/organizers", call -> call.number("id").then(id -> createOrganizer(call, id)))
                .post("organizers", call -> createOrganizer(call, call.actor().organization()))
                .get(
                        "organizers/:id",
                        call -> call.number("id")
                                .then(id -> usher.organizers().find(call.actor(), id))
                                .then(shownOrganizer(call)))
                .post("organizers/:id", this::updateOrganizer);
    }

    private Outcome<Json> venues(Call call) {
        Arguments arguments = call.arguments();
        return call.number("id")
                .then(organization -> arguments
                        .unlessFaulty(arguments.page())
                        .then(page -> usher.venues().list(call.actor(), organization, page)))
                .then(arguments::within)
                .then(page -> Outcome.accepted(
                        PageJson.of(page, "venues", (json, venue) -> VenueJson.write(json, venue, call.links()))));
    }

    private Outcome<Json> createVenue(Call call, long organization) {
        return VENUE.judged(call.body(), change -> usher.venues().create(call.actor(), organization, change))
                .then(shownVenue(call));
    }

    private Outcome<Json> updateVenue(Call call) {
        return call.number("id")
                .then(id -> VENUE.judged(
                        call.body(), change -> usher.venues().update(call.actor(), id, change, Optional.empty())))
                .then(shownVenue(call));
    }

    private static Function<Venue, Outcome<Json>> shownVenue(Call call) {
        return venue -> Outcome.accepted(Json.object(json -> VenueJson.write(json, venue, call.links())));
    }

    private Outcome<Json> organizers(Call call) {
        Arguments arguments = call.arguments();
        return call.number("id")
                .then(organization -> arguments
                        .unlessFaulty(arguments.page())
                        .then(page -> usher.organizers().list(call.actor(), organization, page)))
                .then(arguments::within)
                .then(page -> Outcome.accepted(PageJson.of(
                        page, "organizers", (json, organizer) -> OrganizerJson.write(json, organizer, call.links()))));
    }

    private Outcome<Json> createOrganizer(Call call, long organization) {
        return ORGANIZER
                .judged(call.body(), change -> usher.organizers().create(call.actor(), organization, change))
                .then(shownOrganizer(call));
    }

    private Outcome<Json> updateOrganizer(Call call) {
        return call.number("id")
                .then(id -> ORGANIZER.judged(
                        call.body(), change -> usher.organizers().update(call.actor(), id, change, Optional.empty())))
                .then(shownOrganizer(call));
    }

    private static Function<Organizer, Outcome<Json>> shownOrganizer(Call call) {
        return organizer -> Outcome.accepted(Json.object(json -> OrganizerJson.write(json, organizer, call.links())));
    }
}
