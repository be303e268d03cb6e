package dev.usher.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A key to one organization's data, or to all that a user may see, as the store keeps it: never the secret itself, only its
 * digest.
 *
 * @param id engine-wide number, by which it is listed, rotated and revoked
 * @param organization number of the organization it was made in, and acts for when a request names none
 * @param user number of the user whose token it is; empty when it is nobody's own
 * @param role the most rights it gives; a user's are no greater than those of the user
 * @param label what its owner calls it; may be empty
 * @param digest SHA-256 of the secret
 * @param createdAt when it was made
 * @param expiresAt the first instant at which it does not work any more; empty when it has no end
 * @param revokedAt when it stopped working; empty while it works
 */
public record AccessToken(
        long id,
        long organization,
        Optional<Long> user,
        Role role,
        String label,
        TokenDigest digest,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> revokedAt) {

    public AccessToken {
        if (role == Role.OPERATOR) {
            throw new IllegalArgumentException("no stored token makes an operator");
        }
    }

    /** A token that is nobody's own and has no end. */
    public AccessToken(
            long id,
            long organization,
            Role role,
            String label,
            TokenDigest digest,
            Instant createdAt,
            Optional<Instant> revokedAt) {
        this(id, organization, Optional.empty(), role, label, digest, createdAt, Optional.empty(), revokedAt);
    }

    /**
     * The rights of whoever bears it.
     *
     * @param ofUser what the token's user is a member of; not looked at when it is nobody's own
     * @return empty when its user has left the organization it was made in
     */
    public Optional<Actor> bearer(List<Membership> ofUser) {
        if (user.isEmpty()) {
            return Optional.of(new Actor(organization, role));
        }
        Map<Long, Role> memberships = ofUser.stream()
                .collect(Collectors.toMap(Membership::organization, membership -> lesser(membership.role(), role)));
        return Optional.ofNullable(memberships.get(organization))
                .map(here -> new Actor(organization, here, user, memberships));
    }

    private static Role lesser(Role one, Role other) {
        return one.includes(other) ? other : one;
    }

    /** True when it opens anything at that instant. */
    public boolean works(Instant at) {
        return !isRevoked() && expiresAt.map(at::isBefore).orElse(true);
    }

    public boolean isRevoked() {
        return revokedAt.isPresent();
    }

    /** This token, revoked at an instant. */
    public AccessToken revoked(Instant at) {
        return new AccessToken(id, organization, user, role, label, digest, createdAt, expiresAt, Optional.of(at));
    }

    /** This token, at an end by that instant; one that ends sooner stays as it is. */
    public AccessToken endingBy(Instant at) {
        return endingAt(expiresAt.filter(at::isAfter).orElse(at));
    }

    /** This token with that end, whichever it had. */
    public AccessToken endingAt(Instant end) {
        return new AccessToken(id, organization, user, role, label, digest, createdAt, Optional.of(end), revokedAt);
    }
}
