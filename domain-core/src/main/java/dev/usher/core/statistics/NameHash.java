package dev.usher.core.statistics;

/**
 * Turns a name of any length into a 128-bit key under an organization's secret: two names meet only by a chance of one
 * in 2^128.
 *
 * <p>SipHash-1-3 with 128 bits of output (Aumasson and Bernstein, 2012), over the bytes in which a name is stored (see
 * {@link NameCode}), so that a UUID is hashed as its 16 bytes and a name is read once for both. One instance serves one
 * thread and is used again and again: {@link #hash} leaves its result in {@link #high} and {@link #low}.
 */
public final class NameHash {
    private static final int LAST_ROUNDS = 3;

    private final long start0;
    private final long start1;
    private final long start2;
    private final long start3;
    private final Output code = new Output(0);
    private long high;
    private long low;

    public NameHash(NameKey key) {
        start0 = key.first() ^ 0x736f6d6570736575L;
        start1 = key.second() ^ 0x646f72616e646f6dL ^ 0xee;
        start2 = key.first() ^ 0x6c7967656e657261L;
        start3 = key.second() ^ 0x7465646279746573L;
    }

    /** Hashes a name; the result stays until the next call. */
    public NameHash hash(CharSequence name) {
        code.clear();
        NameCode.write(name, code);
        return hash(code.bytes(), 0, code.size());
    }

    /**
     * Hashes a name that is written already; at least seven more bytes must follow it in the array.
     *
     * <p>One round for each word, the last of which holds the rest and the length, then three and three more.
     */
    NameHash hash(byte[] bytes, int from, int to) {
        long v0 = start0;
        long v1 = start1;
        long v2 = start2;
        long v3 = start3;
        int whole = (to - from) >>> 3;
        for (int round = 0; round < whole + 1 + 2 * LAST_ROUNDS; round++) {
            long word = 0;
            if (round <= whole) {
                word = round < whole ? Bits.getLong(bytes, from + (round << 3)) : lastWord(bytes, from, to);
            } else if (round == whole + 1) {
                v2 ^= 0xee;
            } else if (round == whole + 1 + LAST_ROUNDS) {
                high = v0 ^ v1 ^ v2 ^ v3;
                v1 ^= 0xdd;
            }
            v3 ^= word;
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
            v0 ^= word;
        }
        low = v0 ^ v1 ^ v2 ^ v3;
        return this;
    }

    private static long lastWord(byte[] bytes, int from, int to) {
        int length = to - from;
        int rest = length & (Long.BYTES - 1);
        return (long) length << 56 | (Bits.getLong(bytes, to - rest) & ((1L << (rest << 3)) - 1));
    }

    /** The first 64 bits of the key. */
    public long high() {
        return high;
    }

    /** The other 64 bits of the key. */
    public long low() {
        return low;
    }

    /** The 64 bits by which a device is known within an event; 0 stands for the unknown device, the empty name. */
    public long device(CharSequence name) {
        return name.isEmpty() ? 0 : hash(name).device();
    }

    /** What was hashed last, as a device's key. */
    long device() {
        return Math.max(1, high & Long.MAX_VALUE);
    }
}
