package dev.usher.core.service;

import static dev.usher.core.rule.RuleKind.EXISTENCE;

import dev.usher.core.access.Actor;
import dev.usher.core.access.EmailAddress;
import dev.usher.core.access.Membership;
import dev.usher.core.access.Role;
import dev.usher.core.access.User;
import dev.usher.core.access.UserAct;
import dev.usher.core.access.UserFacts;
import dev.usher.core.access.UserRules;
import dev.usher.core.access.UserWish;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.util.List;
import java.util.Optional;

/**
 * The people, and which organizations they belong to.
 *
 * <p>One sees oneself and the members of one's own organizations; the operator sees everybody. A user whom one does not
 * see is as unknown as none, but lets himself be named by his e-mail address to join.
 */
public final class Users {
    private final Store store;
    private final Organizations organizations;
    private final Numbers numbers;
    private final AccessTokens accessTokens;

    /**
     * Somebody who belongs to an organization.
     *
     * @param user who
     * @param role what the user may do there
     */
    public record Member(User user, Role role) {}

    Users(Store store, Organizations organizations, Numbers numbers, AccessTokens accessTokens) {
        this.store = store;
        this.organizations = organizations;
        this.numbers = numbers;
        this.accessTokens = accessTokens;
    }

    /** Makes a user, who belongs to the actor's organization from the beginning; owners only. */
    public Outcome<Member> create(Actor actor, UserWish wish, Role role) {
        long organization = actor.organization();
        return asked(UserAct.CREATE, actor, organization).then(asked -> {
            User user = new User(numbers.next(), wish.email(), wish.firstName(), wish.lastName());
            Member member = new Member(user, role);
            return store.write(transaction -> {
                Optional<User> sameAddress = transaction.users().find(user.email());
                return UserRules.BOOK
                        .judge(asked.wishing(wish, role, sameAddress), member)
                        .then(good -> {
                            transaction.users().add(user);
                            transaction.users().join(new Membership(user.id(), organization, role));
                            return Outcome.accepted(good);
                        });
            });
        });
    }

    /** The user whose token the actor bears; empty when the token is nobody's own. */
    public Optional<User> self(Actor actor) {
        return actor.user()
                .flatMap(id -> store.read(transaction -> transaction.users().find(id)));
    }

    /** The user of this number, if the actor sees the user. */
    public Outcome<User> find(Actor actor, long id) {
        return store.read(
                transaction -> seen(transaction, actor, transaction.users().find(id)));
    }

    /** The user of this e-mail address, if the actor sees the user. */
    public Outcome<User> find(Actor actor, String email) {
        return store.read(
                transaction -> seen(transaction, actor, transaction.users().find(EmailAddress.folded(email))));
    }

    /** What a user whom the actor sees is a member of, as far as the actor sees that, by number of the organization. */
    public Outcome<List<Membership>> memberships(Actor actor, long id) {
        return store.read(transaction -> seen(
                        transaction, actor, transaction.users().find(id))
                .then(user -> Outcome.accepted(transaction.users().of(user.id()).stream()
                        .filter(membership -> isSelf(actor, user)
                                || actor.in(membership.organization()).isPresent())
                        .toList())));
    }

    /** The members of an organization, by number; for its members. */
    public Outcome<List<Member>> members(Actor actor, long organization) {
        return asked(UserAct.LIST, actor, organization)
                .then(asked -> Outcome.accepted(store.read(transaction -> transaction.users().in(organization).stream()
                        .flatMap(membership -> transaction.users().find(membership.user()).stream()
                                .map(user -> new Member(user, membership.role())))
                        .toList())));
    }

    /** Lets the user of this e-mail address belong to an organization, or gives a member another role; owners only. */
    public Outcome<Member> join(Actor actor, long organization, String email, Role role) {
        return asked(UserAct.JOIN, actor, organization)
                .then(asked -> store.write(transaction ->
                        joined(transaction, asked, transaction.users().find(EmailAddress.folded(email)), role)));
    }

    /** The same for a user whom the actor sees already, by number. */
    public Outcome<Member> join(Actor actor, long organization, long user, Role role) {
        return asked(UserAct.JOIN, actor, organization)
                .then(asked -> store.write(transaction -> joined(
                        transaction,
                        asked,
                        transaction.users().find(user).filter(found -> sees(transaction, actor, found)),
                        role)));
    }

    /** Takes a member out of an organization; owners only, but everybody may leave, except for the last owner. */
    public Outcome<Long> leave(Actor actor, long organization, long user) {
        UserFacts asked = facts(UserAct.LEAVE, actor, organization);
        Outcome<Long> outcome = store.write(transaction -> {
            transaction.identities().lock(organization);
            UserFacts facts = asked.about(
                    transaction.users().find(user),
                    Optional.empty(),
                    transaction.users().in(organization));
            return UserRules.BOOK.judge(facts, user).then(member -> {
                transaction.users().leave(member, organization);
                return Outcome.accepted(member);
            });
        });
        accessTokens.forget();
        return outcome;
    }

    private Outcome<Member> joined(Transaction transaction, UserFacts asked, Optional<User> user, Role role) {
        long organization = asked.organization();
        transaction.identities().lock(organization);
        UserFacts facts =
                asked.about(user, Optional.of(role), transaction.users().in(organization));
        transaction.afterCommit(accessTokens::forget);
        return UserRules.BOOK.judge(facts, role).then(good -> {
            Member member = new Member(user.orElseThrow(), good);
            transaction.users().join(new Membership(member.user().id(), organization, good));
            return Outcome.accepted(member);
        });
    }

    /** What is known before the store is asked, when the actor may do this at all. */
    private Outcome<UserFacts> asked(UserAct act, Actor actor, long organization) {
        UserFacts facts = facts(act, actor, organization);
        return UserRules.BOOK.judge(facts, facts);
    }

    private UserFacts facts(UserAct act, Actor actor, long organization) {
        return UserFacts.of(
                act, actor, organization, organizations.find(organization).isPresent());
    }

    private static Outcome<User> seen(Transaction transaction, Actor actor, Optional<User> user) {
        return user.filter(found -> sees(transaction, actor, found))
                .map(Outcome::accepted)
                .orElseGet(
                        () -> Outcome.rejected(
                                new Violation(
                                        EXISTENCE,
                                        "NOT_FOUND",
                                        "user",
                                        "there is no such user among the members of your organizations; list the members to see them")));
    }

    private static boolean sees(Transaction transaction, Actor actor, User user) {
        return isSelf(actor, user)
                || actor.role() == Role.OPERATOR
                || transaction.users().of(user.id()).stream()
                        .anyMatch(membership ->
                                actor.in(membership.organization()).isPresent());
    }

    private static boolean isSelf(Actor actor, User user) {
        return actor.user().filter(id -> id == user.id()).isPresent();
    }
}
