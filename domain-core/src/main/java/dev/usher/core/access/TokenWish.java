package dev.usher.core.access;

import java.time.Instant;
import java.util.Optional;

/**
 * What somebody who asks for a token says of it.
 *
 * @param role the most rights it shall give
 * @param label what it is for; may be empty
 * @param user number of the user whose token it shall be; empty when it is nobody's own
 * @param expiresAt the first instant at which it shall not work any more; empty when it has no end
 */
public record TokenWish(Role role, String label, Optional<Long> user, Optional<Instant> expiresAt) {

    /** A token that is nobody's own and has no end. */
    public TokenWish(Role role, String label) {
        this(role, label, Optional.empty(), Optional.empty());
    }
}
