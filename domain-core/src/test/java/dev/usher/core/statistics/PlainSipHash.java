package dev.usher.core.statistics;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;

/** SipHash with 128 bits of output as its paper tells it, for any number of rounds. */
final class PlainSipHash {
    private long v0;
    private long v1;
    private long v2;
    private long v3;

    private PlainSipHash(NameKey key) {
        v0 = key.first() ^ 0x736f6d6570736575L;
        v1 = key.second() ^ 0x646f72616e646f6dL ^ 0xee;
        v2 = key.first() ^ 0x6c7967656e657261L;
        v3 = key.second() ^ 0x7465646279746573L;
    }

    /** The hash in hexadecimal digits. */
    static String of(int roundsAWord, int lastRounds, NameKey key, byte[] message) {
        PlainSipHash hash = new PlainSipHash(key);
        byte[] padded = new byte[(message.length / 8 + 1) * 8];
        System.arraycopy(message, 0, padded, 0, message.length);
        padded[padded.length - 1] = (byte) message.length;
        ByteBuffer words = ByteBuffer.wrap(padded).order(ByteOrder.LITTLE_ENDIAN);
        while (words.hasRemaining()) {
            long word = words.getLong();
            hash.v3 ^= word;
            hash.rounds(roundsAWord);
            hash.v0 ^= word;
        }
        ByteBuffer result = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        hash.v2 ^= 0xee;
        hash.rounds(lastRounds);
        result.putLong(hash.v0 ^ hash.v1 ^ hash.v2 ^ hash.v3);
        hash.v1 ^= 0xdd;
        hash.rounds(lastRounds);
        result.putLong(hash.v0 ^ hash.v1 ^ hash.v2 ^ hash.v3);
        return HexFormat.of().formatHex(result.array());
    }

    private void rounds(int count) {
        for (int round = 0; round < count; round++) {
            v0 += v1;
            v2 += v3;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v1;
            v0 += v3;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
