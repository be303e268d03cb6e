package dev.usher.core.access;

import java.util.Optional;

/**
 * Somebody before something that belongs to an organization.
 *
 * @param what it is, such as {@code event 17} or {@code question 'age'}
 * @param exists false where there is no such thing, or no more
 * @param isPublic true where everybody may look at it
 * @param role the rights of the one who asks, in the organization it belongs to; empty for a stranger
 * @param needed the rights that the act takes; VIEWER to look at it
 */
public record Admission(String what, boolean exists, boolean isPublic, Optional<Role> role, Role needed) {

    /** What sort of thing it is, in small letters and underscores: {@code event}. */
    String thing() {
        return what.replaceFirst(" ([0-9]+|'.*')$", "").replace(' ', '_');
    }
}
