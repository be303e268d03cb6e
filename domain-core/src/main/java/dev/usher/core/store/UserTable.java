package dev.usher.core.store;

import dev.usher.core.access.Membership;
import dev.usher.core.access.User;
import java.util.List;
import java.util.Optional;

/** The people who use Usher, and the organizations they belong to. */
public interface UserTable {

    /**
     * Adds a user of a new number and e-mail address.
     *
     * <p>When another transaction added the same address first, the work is run again and will find it.
     */
    void add(User user);

    Optional<User> find(long id);

    /** The user of this e-mail address, in small letters. */
    Optional<User> find(String email);

    /** Puts a user in an organization, or gives a member another role. */
    void join(Membership membership);

    /** Takes a user out of an organization; false when it was no member. */
    boolean leave(long user, long organization);

    /** What a user is a member of, by number of the organization. */
    List<Membership> of(long user);

    /** Who the members of an organization are, by number of the user. */
    List<Membership> in(long organization);
}
