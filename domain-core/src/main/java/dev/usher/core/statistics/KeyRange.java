package dev.usher.core.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A stretch of ticket keys: those whose leading bits, read as a number, lie between two bounds.
 *
 * <p>Keys are hashes and so spread evenly: each value of the leading bits, a portion, has about as many operations as any
 * other, and different ranges can be replayed side by side.
 *
 * @param bits how many leading bits of the key tell the portion, 0 to 31
 * @param from the first portion
 * @param to the end of the portions, exclusive
 */
record KeyRange(int bits, int from, int to) {
    /** About how many operations a portion has: few enough to stay in the cache while they are sorted. */
    private static final int PORTION_BITS = 12;

    /** About how many operations a range has that is worth a task of its own. */
    private static final int TASK_BITS = 18;

    /** All keys, in portions fit for so many operations. */
    static KeyRange whole(long operations) {
        int bits = Math.max(0, Bits.width(operations) - 1 - PORTION_BITS);
        return new KeyRange(bits, 0, 1 << bits);
    }

    /** All keys, in one range where operations are few and in several where they are many. */
    static List<KeyRange> split(long operations) {
        KeyRange whole = whole(operations);
        return whole.inPieces(1 << Math.min(whole.bits, TASK_BITS - PORTION_BITS));
    }

    /** All keys, in ranges that have at most so many operations each, or in single portions where those have more. */
    static List<KeyRange> split(long operations, long mostOperations) {
        KeyRange whole = whole(operations);
        long mostPortions = Math.max(1, (mostOperations << whole.bits) / Math.max(1, operations));
        return whole.inPieces((int) Math.min(whole.to, Long.highestOneBit(mostPortions)));
    }

    private List<KeyRange> inPieces(int portions) {
        return IntStream.range(0, to / portions)
                .mapToObj(piece -> new KeyRange(bits, piece * portions, (piece + 1) * portions))
                .toList();
    }

    /** The portion a key belongs to, by its high bits. */
    int portion(long high) {
        return bits == 0 ? 0 : (int) (high >>> (Long.SIZE - bits));
    }

    /** The high bits of the first key. */
    long first() {
        return bits == 0 ? 0 : (long) from << (Long.SIZE - bits);
    }

    /** True when it ends with the last key there is. */
    boolean isLast() {
        return to == 1 << bits;
    }

    /** The high bits of the first key behind it; only where there is one. */
    long end() {
        return (long) to << (Long.SIZE - bits);
    }

    /** About how many of a log's operations have keys in this range. */
    int expected(long operations) {
        return (int) Math.min(Integer.MAX_VALUE - 8, (operations * (to - from)) >> bits);
    }
}
