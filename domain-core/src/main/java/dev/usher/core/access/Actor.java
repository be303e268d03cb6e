package dev.usher.core.access;

/**
 * Who asks: on behalf of which organization, and with which rights.
 *
 * @param organization number of the organization acted for
 * @param role the rights
 */
public record Actor(long organization, Role role) {

    /** True when the actor has the rights of {@code needed}. */
    public boolean may(Role needed) {
        return role.includes(needed);
    }
}
