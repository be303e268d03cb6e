package dev.usher.adapters.http;

import dev.usher.core.access.TokenDigest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * The token that a request presents: {@code Authorization: Bearer SECRET} or {@code X-Api-Key: SECRET}.
 *
 * <p>Only the secret's digest is kept, which is computed once and is all that anybody looks at.
 *
 * @param token the digest of the secret that was presented, when it can be used
 * @param problem why nothing can be used; exactly one of the two is there
 */
public record Credentials(Optional<TokenDigest> token, Optional<Problem> problem) {
    private static final CharSequence API_KEY = HttpHeaders.createOptimized("x-api-key");
    private static final String SCHEME = "bearer";
    private static final String CHALLENGE = "Bearer realm=\"usher\"";

    public static final Problem MISSING = unauthorized(
            "NO_AUTH",
            "the request carries no token; expected 'Authorization: Bearer TOKEN' or 'X-Api-Key: TOKEN'",
            CHALLENGE);

    public static final Problem UNKNOWN = unauthorized(
            "INVALID_AUTH",
            "the token is unknown or revoked; expected one that an owner of the organization has made",
            CHALLENGE + ", error=\"invalid_token\"");

    private static final Problem OTHER_SCHEME = unauthorized(
            "INVALID_AUTH",
            "the Authorization header is not of the form 'Bearer TOKEN'; expected that, or 'X-Api-Key: TOKEN' instead",
            CHALLENGE + ", error=\"invalid_request\"");

    private static final Problem AMBIGUOUS = Problem.of(
            400,
            "AMBIGUOUS_CREDENTIALS",
            "the request carries two different tokens in Authorization and X-Api-Key; expected only one of them");

    /** What these request headers present. */
    static Credentials in(MultiMap headers) {
        List<String> authorizations = headers.getAll(HttpHeaders.AUTHORIZATION);
        List<String> keys = headers.getAll(API_KEY);
        if (authorizations.size() > 1) {
            return refused(repeated("Authorization"));
        }
        if (keys.size() > 1) {
            return refused(repeated("X-Api-Key"));
        }
        if (authorizations.isEmpty()) {
            return keys.isEmpty() || keys.get(0).isBlank()
                    ? refused(MISSING)
                    : presented(keys.get(0).strip());
        }
        Optional<String> bearer = bearer(authorizations.get(0).strip());
        if (bearer.isEmpty()) {
            return refused(OTHER_SCHEME);
        }
        return keys.isEmpty() || keys.get(0).strip().equals(bearer.get())
                ? presented(bearer.get())
                : refused(AMBIGUOUS);
    }

    private static Problem repeated(String header) {
        return Problem.of(400, "AMBIGUOUS_CREDENTIALS", "the " + header + " header stands twice; expected it once");
    }

    /** The secret after {@code Bearer}; empty when the header has another form. */
    public static Optional<String> bearer(String authorization) {
        int scheme = SCHEME.length();
        boolean isBearer = authorization.length() > scheme
                && authorization.charAt(scheme) == ' '
                && authorization.regionMatches(true, 0, SCHEME, 0, scheme);
        return isBearer ? Optional.of(authorization.substring(scheme + 1).strip()) : Optional.empty();
    }

    /** A secret that can be used. */
    public static Credentials presented(String secret) {
        return new Credentials(Optional.of(TokenDigest.of(secret)), Optional.empty());
    }

    /** Nothing that can be used, for this reason. */
    public static Credentials refused(Problem problem) {
        return new Credentials(Optional.empty(), Optional.of(problem));
    }

    private static Problem unauthorized(String code, String detail, String challenge) {
        return Problem.of(401, code, detail).with("WWW-Authenticate", challenge);
    }

    /** Hides the token, so that no log can show it by accident. */
    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
