package dev.usher.core.access;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * The secret of a token, shown once to the one who made it and never stored.
 *
 * @param text {@code usher_} and 43 characters of base64url, 256 random bits
 */
public record TokenSecret(String text) {
    private static final int BYTES = 32;

    /** A new secret from the given source of chance, which must be a secure one outside of tests. */
    public static TokenSecret drawnFrom(RandomGenerator chance) {
        byte[] bytes = new byte[BYTES];
        chance.nextBytes(bytes);
        return new TokenSecret(
                "usher_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public TokenDigest digest() {
        return TokenDigest.of(text);
    }

    /** Hides the secret, so that no log can show it by accident. */
    @Override
    public String toString() {
        return "TokenSecret[hidden]";
    }
}
