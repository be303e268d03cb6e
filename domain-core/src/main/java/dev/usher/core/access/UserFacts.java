package dev.usher.core.access;

import dev.usher.core.rule.OperationFacts;
import java.util.List;
import java.util.Optional;

/**
 * What the rules of users look at.
 *
 * @param operation what shall be done
 * @param actor who asks
 * @param organization number of the organization whose members it is about
 * @param isKnown whether there is such an organization
 * @param wish what is said of a user to be made
 * @param user the user it is about, or who has the address of the wish already; empty when there is none
 * @param role what the user shall be allowed to do; empty where nothing is said
 * @param members who the members of the organization are before
 */
public record UserFacts(
        UserAct operation,
        Actor actor,
        long organization,
        boolean isKnown,
        Optional<UserWish> wish,
        Optional<User> user,
        Optional<Role> role,
        List<Membership> members)
        implements OperationFacts {

    public UserFacts {
        members = List.copyOf(members);
    }

    /** Facts before the store is asked. */
    public static UserFacts of(UserAct operation, Actor actor, long organization, boolean isKnown) {
        return new UserFacts(
                operation,
                actor,
                organization,
                isKnown,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The same for a user to be made, whose address somebody may have already. */
    public UserFacts wishing(UserWish wanted, Role wantedRole, Optional<User> sameAddress) {
        return new UserFacts(
                operation,
                actor,
                organization,
                isKnown,
                Optional.of(wanted),
                sameAddress,
                Optional.of(wantedRole),
                members);
    }

    /** The same about a user, if there is one, among these members. */
    public UserFacts about(Optional<User> found, Optional<Role> wantedRole, List<Membership> before) {
        return new UserFacts(operation, actor, organization, isKnown, wish, found, wantedRole, before);
    }

    /** True when the organization is known to the actor at all. */
    boolean isInside() {
        return isKnown && actor.in(organization).isPresent();
    }

    /** True when the actor may do it: owners may, all may look, and everybody may leave. */
    boolean isAllowed() {
        boolean isSelf = actor.user().isPresent() && actor.user().equals(user.map(User::id));
        return operation == UserAct.LIST
                || (operation == UserAct.LEAVE && isSelf)
                || actor.may(Role.OWNER, organization);
    }

    boolean isMember() {
        return membership().isPresent();
    }

    /** True when somebody is an owner afterwards, or nobody was one before. */
    boolean leavesAnOwner() {
        boolean wasOwner = membership().filter(UserFacts::isOwner).isPresent();
        boolean staysOwner = role.filter(given -> given == Role.OWNER).isPresent();
        return !wasOwner
                || staysOwner
                || members.stream().filter(UserFacts::isOwner).count() > 1;
    }

    private Optional<Membership> membership() {
        return members.stream()
                .filter(member ->
                        user.filter(known -> known.id() == member.user()).isPresent())
                .findFirst();
    }

    private static boolean isOwner(Membership membership) {
        return membership.role() == Role.OWNER;
    }
}
