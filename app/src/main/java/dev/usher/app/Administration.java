package dev.usher.app;

import dev.usher.core.access.EmailAddress;
import dev.usher.core.access.Role;
import dev.usher.core.access.UserWish;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import java.util.List;

/** The organizations of a store and the people in them, as the operator manages them; organizations go by their external ids. */
interface Administration {
    /** Where rules find fault with a user. */
    String USER = "user";

    /** All organizations. */
    Outcome<List<House>> organizations();

    /** Makes an organization of a name that none has. */
    Outcome<House> createOrganization(String organization);

    /** How an organization does business. */
    Outcome<Attributes> profile(String organization);

    /** Changes how an organization does business. */
    Outcome<Attributes> changeProfile(String organization, Change change);

    /** Makes a user, who belongs to the organization from the beginning. */
    Outcome<Person> createUser(String organization, UserWish wish, Role role);

    /** Who belongs to an organization. */
    Outcome<List<Person>> members(String organization);

    /**
     * Lets a user belong to an organization, or gives a member another role.
     *
     * @param user an e-mail address or a number
     */
    Outcome<Person> join(String organization, String user, Role role);

    /** Takes a member, told by number, out of an organization. */
    Outcome<Long> leave(String organization, long user);

    /** Changes what is kept for an event, which goes by its external id or number, and tells what is kept then. */
    Outcome<Attributes> settleEvent(String organization, String event, Change change);

    /** The same; a user who is not there is named in the refusal, and how one is made. */
    default Outcome<Person> added(String organization, String user, Role role) {
        Outcome<Person> joined = join(organization, user, role);
        boolean isUnknown = joined.violations().stream()
                .anyMatch(violation -> violation.kind() == RuleKind.EXISTENCE
                        && violation.path().equals(USER));
        return isUnknown
                ? Outcome.rejected(new Violation(
                        RuleKind.EXISTENCE,
                        "NOT_FOUND",
                        USER,
                        "there is no user '" + user
                                + "' in this store; 'usher user create' makes one who belongs to an organization"))
                : joined;
    }

    /**
     * The member of an organization that somebody means.
     *
     * @param user an e-mail address or a number
     */
    default Outcome<Person> member(String organization, String user) {
        return members(organization)
                .then(
                        members -> members.stream()
                                .filter(person -> person.email().equals(EmailAddress.folded(user))
                                        || Long.toString(person.id()).equals(user))
                                .findFirst()
                                .map(Outcome::accepted)
                                .orElseGet(
                                        () -> Outcome.rejected(
                                                new Violation(
                                                        RuleKind.EXISTENCE,
                                                        "NOT_FOUND",
                                                        USER,
                                                        "organization '" + organization + "' has no member '" + user
                                                                + "'; expected the e-mail address or number of one, as 'usher user list' shows them"))));
    }

    /**
     * An organization as it is listed.
     *
     * @param id engine-wide number
     * @param externalId the name it goes by
     */
    record House(long id, String externalId) {}

    /**
     * A member of an organization as it is listed.
     *
     * @param id engine-wide number
     * @param email the address
     * @param name both names as one writes them, or the address
     * @param role the word for what the person may do
     */
    record Person(long id, String email, String name, String role) {}
}
