package dev.usher.core.store;

import dev.usher.core.access.AccessToken;
import dev.usher.core.access.TokenDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The access tokens of all organizations. Instants are kept to the microsecond. */
public interface Tokens {

    /** True when no token was ever added, revoked ones counted. */
    boolean none();

    void add(AccessToken token);

    /** The token of this digest, revoked or not. */
    Optional<AccessToken> find(TokenDigest digest);

    /** The token of this number; empty also when it is another organization's. */
    Optional<AccessToken> find(long organization, long id);

    /** All tokens of an organization, revoked ones too, by number. */
    List<AccessToken> of(long organization);

    /**
     * Revokes a token of an organization; one revoked before keeps its first instant.
     *
     * @return false when the organization has no token of this number
     */
    boolean revoke(long organization, long id, Instant at);

    /**
     * Ends a token of an organization by an instant; one that ends sooner keeps its end.
     *
     * @return false when the organization has no token of this number
     */
    boolean end(long organization, long id, Instant by);
}
