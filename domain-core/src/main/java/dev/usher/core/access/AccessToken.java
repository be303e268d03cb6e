package dev.usher.core.access;

import java.time.Instant;
import java.util.Optional;

/**
 * A key to one organization's data, as the store keeps it: never the secret itself, only its digest.
 *
 * @param id engine-wide number, by which it is listed and revoked
 * @param organization number of the organization it opens
 * @param role the rights it gives
 * @param label what its owner calls it; may be empty
 * @param digest SHA-256 of the secret
 * @param createdAt when it was made
 * @param revokedAt when it stopped working; empty while it works
 */
public record AccessToken(
        long id,
        long organization,
        Role role,
        String label,
        TokenDigest digest,
        Instant createdAt,
        Optional<Instant> revokedAt) {

    public AccessToken {
        if (role == Role.OPERATOR) {
            throw new IllegalArgumentException("no stored token makes an operator");
        }
    }

    /** The rights of whoever bears it. */
    public Actor bearer() {
        return new Actor(organization, role);
    }

    public boolean isRevoked() {
        return revokedAt.isPresent();
    }

    /** This token, revoked at an instant. */
    public AccessToken revoked(Instant at) {
        return new AccessToken(id, organization, role, label, digest, createdAt, Optional.of(at));
    }
}
