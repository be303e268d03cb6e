package dev.usher.adapters.http.eventbrite;

import static dev.usher.core.rule.RuleKind.EXISTENCE;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Profile;
import dev.usher.core.access.User;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Who the users and organizations in a path are.
 *
 * <p>A token that belongs to an organization and to nobody in it is answered as a user of its own would be, who has the
 * organization's number and name: clients ask for the user of a token before anything else.
 */
final class People {
    private static final String ME = "me";

    private final Usher usher;

    @Inject
    People(Usher usher) {
        this.usher = usher;
    }

    /** The number of the organization in the path. */
    Outcome<Long> organization(Call call) {
        return call.number("id");
    }

    /** The organization that the user in the path acts for: the caller, and nobody else. */
    Outcome<Long> organizationOfUser(Call call) {
        String id = call.path().getOrDefault("id", "");
        if (id.equals(ME) || id.equals(Long.toString(number(call.actor())))) {
            return Outcome.accepted(call.actor().organization());
        }
        return call.number("id").then(stranger -> Outcome.rejected(absent("user_id", stranger)));
    }

    /** The number of the user in the path. */
    Outcome<Long> user(Call call) {
        return call.path().getOrDefault("id", "").equals(ME)
                ? Outcome.accepted(number(call.actor()))
                : call.number("id");
    }

    /** The number by which a caller goes. */
    static long number(Actor actor) {
        return actor.user().orElse(actor.organization());
    }

    /** True for the number of a caller who is nobody in person. */
    static boolean isOrganization(Actor actor, long user) {
        return actor.user().isEmpty() && actor.organization() == user;
    }

    Outcome<User> find(Actor actor, long user) {
        return usher.users().find(actor, user);
    }

    /** What an organization is known of itself. */
    Outcome<Profile> profile(Actor actor, long organization) {
        return usher.profiles().read(actor, organization);
    }

    /** What an organization is called: in public, or else by the name it was made with. */
    String name(Profile profile) {
        return Optional.of(profile.attributes())
                .flatMap(said -> said.get(Profile.NAME))
                .or(() -> usher.organizations()
                        .find(profile.organization())
                        .map(organization -> organization.externalId()))
                .orElseGet(() -> Long.toString(profile.organization()));
    }

    /** When an organization was made, to the second; empty where nobody kept that. */
    Optional<Instant> madeAt(Profile profile) {
        return usher.organizations()
                .find(profile.organization())
                .flatMap(Organization::createdAt)
                .map(instant -> instant.truncatedTo(ChronoUnit.SECONDS));
    }

    private static Violation absent(String path, long number) {
        return new Violation(EXISTENCE, "NOT_FOUND", path, "there is no " + path + " " + number + " for this token");
    }
}
