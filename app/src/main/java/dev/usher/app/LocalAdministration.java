package dev.usher.app;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.access.UserWish;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.rule.Outcome;
import dev.usher.core.service.Users;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Organizations and people of a store that this process opened.
 *
 * @param usher the engine over it
 * @param operator the operator, acting for an organization that is there already
 */
record LocalAdministration(Usher usher, Function<String, Outcome<Actor>> operator) implements Administration {
    private static final Actor OPERATOR_OF_NONE = new Actor(0, Role.OPERATOR);

    @Override
    public Outcome<List<House>> organizations() {
        return Outcome.accepted(usher.organizations().all().stream()
                .map(LocalAdministration::listed)
                .toList());
    }

    @Override
    public Outcome<House> createOrganization(String organization) {
        return usher.organizations()
                .create(OPERATOR_OF_NONE, organization)
                .then(made -> Outcome.accepted(listed(made)));
    }

    @Override
    public Outcome<Attributes> profile(String organization) {
        return operator.apply(organization)
                .then(actor -> usher.profiles().read(actor, actor.organization()))
                .then(profile -> Outcome.accepted(profile.attributes()));
    }

    @Override
    public Outcome<Attributes> changeProfile(String organization, Change change) {
        return operator.apply(organization)
                .then(actor -> usher.profiles().change(actor, actor.organization(), change, Optional.empty()))
                .then(profile -> Outcome.accepted(profile.attributes()));
    }

    @Override
    public Outcome<Person> createUser(String organization, UserWish wish, Role role) {
        return operator.apply(organization)
                .then(actor -> usher.users().create(actor, wish, role))
                .then(member -> Outcome.accepted(listed(member)));
    }

    @Override
    public Outcome<List<Person>> members(String organization) {
        return operator.apply(organization)
                .then(actor -> usher.users().members(actor, actor.organization()))
                .then(members -> Outcome.accepted(
                        members.stream().map(LocalAdministration::listed).toList()));
    }

    @Override
    public Outcome<Person> join(String organization, String user, Role role) {
        return operator.apply(organization)
                .then(actor -> user.matches("[0-9]{1,18}")
                        ? usher.users().join(actor, actor.organization(), Long.parseLong(user), role)
                        : usher.users().join(actor, actor.organization(), user, role))
                .then(member -> Outcome.accepted(listed(member)));
    }

    @Override
    public Outcome<Long> leave(String organization, long user) {
        return operator.apply(organization).then(actor -> usher.users().leave(actor, actor.organization(), user));
    }

    @Override
    public Outcome<Attributes> settleEvent(String organization, String event, Change change) {
        return operator.apply(organization)
                .then(actor -> usher.eventNames()
                        .require(actor, event)
                        .then(number -> usher.events().settle(actor, number, change)))
                .then(view -> Outcome.accepted(view.event().attributes()));
    }

    private static House listed(Organization organization) {
        return new House(organization.id(), organization.externalId());
    }

    private static Person listed(Users.Member member) {
        return new Person(
                member.user().id(),
                member.user().email(),
                member.user().name(),
                member.role().word());
    }
}
