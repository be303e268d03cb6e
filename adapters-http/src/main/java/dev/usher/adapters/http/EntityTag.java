package dev.usher.adapters.http;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;

/**
 * A strong entity tag: 64 bits that tell one body from another, so that a client need not fetch again what it has.
 *
 * <p>It guards against accident, not against an enemy: the only one who can choose a body is the one who reads it, and
 * two bodies that differ by chance share a tag once in 2^64 changes. A cryptographic hash would cost more than all the
 * rest of an answer.
 *
 * @param opaque the tag without its quotes
 */
record EntityTag(String opaque) {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FIRST = 0x9E3779B97F4A7C15L;
    private static final long SECOND = 0xC2B2AE3D27D4EB4FL;

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

    /** Eight bytes at a time, each multiplied into the rest, and a last stirring so that every bit reaches every other. */
    private static long hash(byte[] body) {
        long hash = body.length * FIRST;
        int at = 0;
        for (; at + Long.BYTES <= body.length; at += Long.BYTES) {
            hash = mixed(hash, (long) WORDS.get(body, at));
        }
        long rest = 0;
        for (; at < body.length; at++) {
            rest = (rest << 8) | (body[at] & 0xFF);
        }
        hash = mixed(hash, rest);
        hash = (hash ^ (hash >>> 32)) * SECOND;
        hash = (hash ^ (hash >>> 29)) * FIRST;
        return hash ^ (hash >>> 32);
    }

    private static long mixed(long hash, long word) {
        long stirred = word * SECOND;
        stirred = Long.rotateLeft(stirred, 31) * FIRST;
        return Long.rotateLeft(hash ^ stirred, 27) * FIRST + SECOND;
    }
}
