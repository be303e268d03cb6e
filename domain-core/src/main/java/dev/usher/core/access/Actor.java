package dev.usher.core.access;

import java.util.Map;
import java.util.Optional;

/**
 * Who asks: on behalf of which organization, and with which rights.
 *
 * @param organization number of the organization acted for when a request names none
 * @param role the rights there
 * @param user number of the user, where the token is a person's
 * @param memberships all organizations the actor may act for, the one above among them, with the rights in each
 */
public record Actor(long organization, Role role, Optional<Long> user, Map<Long, Role> memberships) {
    public Actor {
        memberships = Map.copyOf(memberships);
    }

    /** Somebody who acts for one organization. */
    public Actor(long organization, Role role) {
        this(organization, role, Optional.empty(), Map.of(organization, role));
    }

    /** True when the actor has the rights of {@code needed}. */
    public boolean may(Role needed) {
        return role.includes(needed);
    }

    /** True when the actor has the rights of {@code needed} in an organization, which may be another than its own. */
    public boolean may(Role needed, long inOrganization) {
        return in(inOrganization).map(found -> found.includes(needed)).orElse(false);
    }

    /** The rights in an organization, the operator's in any; empty for an outsider. */
    public Optional<Role> in(long inOrganization) {
        return role == Role.OPERATOR ? Optional.of(role) : Optional.ofNullable(memberships.get(inOrganization));
    }
}
