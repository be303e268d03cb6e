package dev.usher.core.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a token's secret, which is all that is ever stored of it.
 *
 * <p>Kept as numbers, because one is made and looked up for every request, while its text goes only to the store.
 */
public final class TokenDigest {
    private static final int BYTES = 32;
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(TokenDigest::sha256);

    private final long first;
    private final long second;
    private final long third;
    private final long fourth;

    private TokenDigest(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        first = bytes.getLong();
        second = bytes.getLong();
        third = bytes.getLong();
        fourth = bytes.getLong();
    }

    /**
     * The digest that a store has kept.
     *
     * @param hex 64 hexadecimal digits, as {@link #hex()} gives them
     */
    public TokenDigest(String hex) {
        this(bytes(hex));
    }

    private static byte[] bytes(String hex) {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("a token digest has 64 hexadecimal digits, not " + hex.length());
        }
        return HexFormat.of().parseHex(hex);
    }

    /** The digest of a secret as it was presented. */
    public static TokenDigest of(String secret) {
        return new TokenDigest(SHA_256.get().digest(secret.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new AssertionError(everyJdkHasIt);
        }
    }

    /** 64 hexadecimal digits in lower case. */
    public String hex() {
        byte[] digest = ByteBuffer.allocate(BYTES)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
        return HexFormat.of().formatHex(digest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenDigest that
                && first == that.first
                && second == that.second
                && third == that.third
                && fourth == that.fourth;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(first);
    }

    @Override
    public String toString() {
        return "TokenDigest[" + hex() + "]";
    }
}
