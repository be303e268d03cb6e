package dev.usher.core.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a token's secret, which is all that is ever stored of it.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record TokenDigest(String hex) {

    public TokenDigest {
        if (hex.length() != 64) {
            throw new IllegalArgumentException("a token digest has 64 hexadecimal digits, not " + hex.length());
        }
    }

    /** The digest of a secret as it was presented. */
    public static TokenDigest of(String secret) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return new TokenDigest(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }
}
