package dev.usher.adapters.http;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * The secret that a request presents: {@code Authorization: Bearer SECRET} or {@code X-Api-Key: SECRET}.
 *
 * @param secret what was presented, when it can be used
 * @param problem why nothing can be used; exactly one of the two is there
 */
record Credentials(Optional<String> secret, Optional<Problem> problem) {
    private static final CharSequence API_KEY = HttpHeaders.createOptimized("x-api-key");
    private static final String SCHEME = "bearer";
    private static final String CHALLENGE = "Bearer realm=\"usher\"";

    static final Problem MISSING = unauthorized(
            "NO_AUTH",
            "the request carries no token; expected 'Authorization: Bearer TOKEN' or 'X-Api-Key: TOKEN'",
            CHALLENGE);

    static final Problem UNKNOWN = unauthorized(
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
        String authorization = headers.get(HttpHeaders.AUTHORIZATION);
        String key = headers.get(API_KEY);
        if (authorization == null && key == null) {
            return refused(MISSING);
        }
        if ((authorization != null && headers.getAll(HttpHeaders.AUTHORIZATION).size() > 1)
                || (key != null && headers.getAll(API_KEY).size() > 1)) {
            return refused(repeated(headers));
        }
        if (authorization == null) {
            return key.isBlank() ? refused(MISSING) : presented(key.strip());
        }
        Optional<String> bearer = bearer(authorization.strip());
        if (bearer.isEmpty()) {
            return refused(OTHER_SCHEME);
        }
        return key == null || key.strip().equals(bearer.get()) ? presented(bearer.get()) : refused(AMBIGUOUS);
    }

    private static Problem repeated(MultiMap headers) {
        List<String> all = headers.getAll(HttpHeaders.AUTHORIZATION);
        return all.size() > 1
                ? Problem.of(400, "AMBIGUOUS_CREDENTIALS", "the Authorization header stands twice; expected it once")
                : Problem.of(400, "AMBIGUOUS_CREDENTIALS", "the X-Api-Key header stands twice; expected it once");
    }

    private static Optional<String> bearer(String authorization) {
        int scheme = SCHEME.length();
        boolean isBearer = authorization.length() > scheme
                && authorization.charAt(scheme) == ' '
                && authorization.regionMatches(true, 0, SCHEME, 0, scheme);
        return isBearer ? Optional.of(authorization.substring(scheme).strip()) : Optional.empty();
    }

    private static Credentials presented(String secret) {
        return new Credentials(Optional.of(secret), Optional.empty());
    }

    private static Credentials refused(Problem problem) {
        return new Credentials(Optional.empty(), Optional.of(problem));
    }

    private static Problem unauthorized(String code, String detail, String challenge) {
        return Problem.of(401, code, detail).with("WWW-Authenticate", challenge);
    }

    /** Hides the secret, so that no log can show it by accident. */
    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
