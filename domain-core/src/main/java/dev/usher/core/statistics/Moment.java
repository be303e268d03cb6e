package dev.usher.core.statistics;

/**
 * When something happened and what, in one number that sorts as operations of one ticket apply: first by time, then in
 * tie order.
 *
 * <pre>
 *   63                                4 3    0
 *  | microseconds since 1970 (signed)  | kind |
 * </pre>
 */
final class Moment {
    private static final int KIND_BITS = 4;

    /** The greatest and least microsecond that fit; years 1 to 9999 do. */
    static final long LATEST = Long.MAX_VALUE >> KIND_BITS;

    static final long EARLIEST = Long.MIN_VALUE >> KIND_BITS;

    private Moment() {}

    static long of(long microseconds, OperationKind kind) {
        if (microseconds > LATEST || microseconds < EARLIEST) {
            throw new IllegalArgumentException("no operation can have occurred " + microseconds + " µs after 1970");
        }
        return (microseconds << KIND_BITS) | kind.code();
    }

    static long microseconds(long moment) {
        return moment >> KIND_BITS;
    }

    static int kind(long moment) {
        return (int) moment & ((1 << KIND_BITS) - 1);
    }
}
