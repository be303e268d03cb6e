package dev.usher.adapters.http;

import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A strong entity tag: 64 bits that tell one body from another, so that a client need not fetch again what it has.
 *
 * <p>It guards against accident, not against an enemy: the only one who can choose a body is the one who reads it, and
 * two bodies that differ by chance share a tag once in 2^64 changes. It is made of two checksums with different polynomials,
 * for which processors have instructions; a cryptographic hash would cost more than all the rest of an answer.
 *
 * @param opaque the tag without its quotes
 */
record EntityTag(String opaque) {
    /** The tag of a body. */
    static EntityTag of(byte[] body) {
        return new EntityTag(HexFormat.of().toHexDigits(hash(body)));
    }

    /** The tag of the same body in another coding, which is another representation. */
    EntityTag coded(String coding) {
        return new EntityTag(opaque + "-" + coding);
    }

    /** As it stands in a header. */
    String quoted() {
        return '"' + opaque + '"';
    }

    /**
     * True when the value of an {@code If-None-Match} header names this tag: as {@code *}, or in a list, compared weakly
     * as RFC 9110 asks.
     */
    boolean isNamedIn(String ifNoneMatch) {
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String tag = candidate.strip();
            if (tag.equals("*") || quoted().equals(tag.startsWith("W/") ? tag.substring(2) : tag)) {
                return true;
            }
        }
        return false;
    }

    private static long hash(byte[] body) {
        CRC32 low = new CRC32();
        CRC32C high = new CRC32C();
        low.update(body);
        high.update(body);
        return high.getValue() << Integer.SIZE | low.getValue();
    }
}
