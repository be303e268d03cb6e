package dev.usher.adapters.http.eventbrite;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Membership;
import dev.usher.core.access.Profile;
import dev.usher.core.access.User;
import dev.usher.core.rule.Outcome;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Users, and the organizations they belong to: what a client asks for before it asks for anything else. */
final class PeopleCalls implements Calls {
    private final Usher usher;
    private final People people;

    @Inject
    PeopleCalls(Usher usher, People people) {
        this.usher = usher;
        this.people = people;
    }

    @Override
    public void mount(Entrance.Routes routes) {
        routes.get("users/:id", this::user)
                .get("users/:id/organizations", this::organizations)
                .get("organizations/:id", call -> call.number("id").then(id -> organization(call.actor(), id)));
    }

    private Outcome<Json> user(Call call) {
        return people.user(call)
                .then(id -> People.isOrganization(call.actor(), id)
                        ? people.profile(call.actor(), id).then(profile -> Outcome.accepted(asUser(profile)))
                        : people.find(call.actor(), id).then(user -> Outcome.accepted(user(user))));
    }

    private static Json user(User user) {
        return Json.object(json -> json.list("emails", List.of(user.email()), PeopleCalls::email)
                .id("id", user.id())
                .line("name", Optional.of(user.name()))
                .line("first_name", Optional.of(user.firstName()))
                .line("last_name", Optional.of(user.lastName()))
                .flag("is_public", false)
                .nothing("image_id"));
    }

    private Json asUser(Profile profile) {
        Optional<String> name = Optional.of(people.name(profile));
        return Json.object(json -> json.list("emails", List.<String>of(), PeopleCalls::email)
                .id("id", profile.organization())
                .line("name", name)
                .line("first_name", name)
                .text("last_name", "")
                .flag("is_public", false)
                .nothing("image_id"));
    }

    private static void email(Json json, String address) {
        json.line("email", Optional.of(address)).flag("verified", true).flag("primary", true);
    }

    private Outcome<Json> organizations(Call call) {
        Arguments arguments = call.arguments();
        return people.user(call)
                .then(id -> memberships(call.actor(), id))
                .then(numbers -> arguments
                        .unlessFaulty(arguments.page())
                        .then(wanted -> arguments.within(PageJson.of(numbers, wanted))))
                .then(page -> Outcome.accepted(PageJson.of(
                        page,
                        "organizations",
                        (json, number) ->
                                write(json, people.profile(call.actor(), number).orThrow()))));
    }

    private Outcome<List<Long>> memberships(Actor actor, long user) {
        return People.isOrganization(actor, user)
                ? Outcome.accepted(List.of(user))
                : usher.users()
                        .memberships(actor, user)
                        .then(all -> Outcome.accepted(all.stream()
                                .map(Membership::organization)
                                .filter(organization -> actor.in(organization).isPresent())
                                .toList()));
    }

    private Outcome<Json> organization(Actor actor, long id) {
        return people.profile(actor, id).then(profile -> Outcome.accepted(Json.object(json -> write(json, profile))));
    }

    private void write(Json json, Profile profile) {
        json.text("_type", "organization")
                .line("name", Optional.of(people.name(profile)))
                .line("vertical", profile.attributes().get(Profile.VERTICAL))
                .nothing("parent_id")
                .line("locale", profile.attributes().get(Profile.LOCALE))
                .moment("created", people.madeAt(profile))
                .nothing("image_id")
                .id("id", profile.organization());
    }
}
