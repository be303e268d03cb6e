package dev.usher.core.statistics;

/**
 * Turns a name of any length into a 128-bit key under an organization's secret: two names meet only by a chance of one
 * in 2^128.
 *
 * <p>SipHash-2-4 with 128 bits of output (Aumasson and Bernstein, 2012), over the UTF-16 units of the name, four to a
 * word in little-endian order. One instance serves one thread and is used again and again: {@link #hash} leaves its
 * result in {@link #high} and {@link #low}.
 */
public final class NameHash {
    private final NameKey key;
    private long v0;
    private long v1;
    private long v2;
    private long v3;
    private long high;
    private long low;

    public NameHash(NameKey key) {
        this.key = key;
    }

    /** Hashes a name; the result stays until the next call. */
    public NameHash hash(CharSequence name) {
        v0 = key.first() ^ 0x736f6d6570736575L;
        v1 = key.second() ^ 0x646f72616e646f6dL ^ 0xee;
        v2 = key.first() ^ 0x6c7967656e657261L;
        v3 = key.second() ^ 0x7465646279746573L;
        int length = name.length();
        int whole = length & ~3;
        for (int at = 0; at < whole; at += 4) {
            compress(name.charAt(at)
                    | (long) name.charAt(at + 1) << 16
                    | (long) name.charAt(at + 2) << 32
                    | (long) name.charAt(at + 3) << 48);
        }
        long rest = ((long) length * 2) << 56;
        for (int at = whole; at < length; at++) {
            rest |= (long) name.charAt(at) << ((at - whole) * 16);
        }
        compress(rest);
        v2 ^= 0xee;
        rounds(4);
        high = v0 ^ v1 ^ v2 ^ v3;
        v1 ^= 0xdd;
        rounds(4);
        low = v0 ^ v1 ^ v2 ^ v3;
        return this;
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
        return name.isEmpty() ? 0 : Math.max(1, hash(name).high & Long.MAX_VALUE);
    }

    private void compress(long word) {
        v3 ^= word;
        rounds(2);
        v0 ^= word;
    }

    private void rounds(int count) {
        long a = v0;
        long b = v1;
        long c = v2;
        long d = v3;
        for (int round = 0; round < count; round++) {
            a += b;
            b = Long.rotateLeft(b, 13) ^ a;
            a = Long.rotateLeft(a, 32);
            c += d;
            d = Long.rotateLeft(d, 16) ^ c;
            a += d;
            d = Long.rotateLeft(d, 21) ^ a;
            c += b;
            b = Long.rotateLeft(b, 17) ^ c;
            c = Long.rotateLeft(c, 32);
        }
        v0 = a;
        v1 = b;
        v2 = c;
        v3 = d;
    }
}
