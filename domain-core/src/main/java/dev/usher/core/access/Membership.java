package dev.usher.core.access;

/**
 * That a user belongs to an organization, with these rights.
 *
 * @param user number of the user
 * @param organization number of the organization
 * @param role what the user may do there; never {@link Role#OPERATOR}
 */
public record Membership(long user, long organization, Role role) {
    public Membership {
        if (role == Role.OPERATOR) {
            throw new IllegalArgumentException("no member is an operator");
        }
    }
}
