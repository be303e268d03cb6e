package dev.usher.adapters.http;

import io.netty.util.AsciiString;
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
 * @param quoted the tag as it stands in a header
 */
record EntityTag(AsciiString quoted) {
    private static final int HASH_DIGITS = 16;

    /** The tag of a body. */
    static EntityTag of(byte[] body) {
        byte[] quoted = new byte[HASH_DIGITS + 2];
        quoted[0] = '"';
        quoted[HASH_DIGITS + 1] = '"';
        long rest = hash(body);
        for (int at = HASH_DIGITS; at > 0; at--) {
            quoted[at] = (byte) HexFormat.of().toLowHexDigit((int) rest);
            rest >>>= Integer.BYTES;
        }
        return new EntityTag(new AsciiString(quoted, false));
    }

    /** The same with something in front that tells more of the body, such as a version. */
    EntityTag after(String front) {
        return new EntityTag(new AsciiString('"' + front + '-').concat(quoted.subSequence(1)));
    }

    /** The tag of the same body in another coding, which is another representation. */
    EntityTag coded(String coding) {
        return new EntityTag(quoted.subSequence(0, quoted.length() - 1).concat(new AsciiString('-' + coding + '"')));
    }

    /**
     * True when the value of an {@code If-None-Match} header names this tag: as {@code *}, or in a list, compared weakly
     * as RFC 9110 asks.
     */
    boolean isNamedIn(String ifNoneMatch) {
        for (String candidate : ifNoneMatch.split(",", -1)) {
            String tag = candidate.strip();
            if (tag.equals("*") || quoted.contentEquals(tag.startsWith("W/") ? tag.substring(2) : tag)) {
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
