package dev.usher.core.statistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every way in which one operation can change the counters, as a table made once for the whole process.
 *
 * <p>One operation on one ticket moves each counter by -1, 0 or +1. So a change is a vector of sixteen lanes of eight
 * bits, each holding its step plus one, in two longs:
 *
 * <pre>
 *   first:  | lane 7 | lane 6 | ... | lane 1 | lane 0 |     second: lanes 15 to 8 likewise
 * </pre>
 *
 * Adding two such longs adds sixteen counters at once; up to 127 changes add up without one lane running into the next.
 * Afterwards the number of changes is taken from each lane. A change is known by its place in the table; each has its
 * opposite there too, so a correction is the opposite of what was counted, followed by what is right. Whatever one
 * change cannot say (a ticket issued after five transfers adds five transfers) is said by several.
 */
final class Changes {
    /** The most changes that can be added up before the lanes must be read. */
    static final int MOST_ADDED = 127;

    /** The change that changes nothing; it still marks that something happened. */
    static final short NOTHING = 0;

    private static final long ONES = 0x0101010101010101L;
    private static final int KINDS = OperationKind.COUNT;

    private static final long[] FIRST;
    private static final long[] SECOND;
    private static final short[] OPPOSITE;
    /** For each state, kind, and whether the ticket is on a device afterwards: change << 16 | next state. */
    private static final int[] STEPS;

    /** One more transfer and nothing else. */
    static final short ONE_TRANSFER;

    private record Vector(long first, long second) {
        static Vector of(int[] steps) {
            long first = 0;
            long second = 0;
            for (int lane = 7; lane >= 0; lane--) {
                first = (first << 8) | (steps[lane] + 1);
                second = (second << 8) | (steps[lane + 8] + 1);
            }
            return new Vector(first, second);
        }

        Vector opposite() {
            return new Vector(2 * ONES - first, 2 * ONES - second);
        }
    }

    static {
        List<Vector> vectors = new ArrayList<>();
        Map<Vector, Integer> places = new HashMap<>();
        place(Vector.of(new int[Counter.LANES]), vectors, places);
        STEPS = new int[TicketState.COUNT * KINDS * 2];
        for (int state = 0; state < TicketState.COUNT; state++) {
            for (int kind = 0; kind < KINDS; kind++) {
                for (int onDevice = 0; onDevice < 2; onDevice++) {
                    int next = TicketState.after(state, OperationKind.ofCode(kind), onDevice == 1);
                    int change = place(between(state, next, kind), vectors, places);
                    STEPS[index(state, kind, onDevice)] = (change << 16) | next;
                }
            }
        }
        ONE_TRANSFER = (short) place(oneTransfer(), vectors, places);
        List<Vector> forward = List.copyOf(vectors);
        forward.forEach(vector -> place(vector.opposite(), vectors, places));
        if (vectors.size() > Short.MAX_VALUE) {
            throw new AssertionError("a change must fit sixteen bits, not " + vectors.size());
        }
        FIRST = vectors.stream().mapToLong(Vector::first).toArray();
        SECOND = vectors.stream().mapToLong(Vector::second).toArray();
        OPPOSITE = new short[vectors.size()];
        for (int change = 0; change < OPPOSITE.length; change++) {
            OPPOSITE[change] = (short) place(vectors.get(change).opposite(), vectors, places);
        }
    }

    private Changes() {}

    private static int place(Vector vector, List<Vector> vectors, Map<Vector, Integer> places) {
        Integer known = places.putIfAbsent(vector, vectors.size());
        if (known != null) {
            return known;
        }
        vectors.add(vector);
        return vectors.size() - 1;
    }

    private static Vector between(int state, int next, int kind) {
        int[] steps = new int[Counter.LANES];
        for (Counter counter : Counter.values()) {
            steps[counter.lane()] = TicketState.counts(next, counter) - TicketState.counts(state, counter);
        }
        boolean transfer = kind == OperationKind.TRANSFER_ACCEPTED.code() && TicketState.isIssued(state);
        steps[Counter.TRANSFERS.lane()] = transfer ? 1 : 0;
        return Vector.of(steps);
    }

    private static Vector oneTransfer() {
        int[] steps = new int[Counter.LANES];
        steps[Counter.TRANSFERS.lane()] = 1;
        return Vector.of(steps);
    }

    private static int index(int state, int kind, int onDevice) {
        return (state * KINDS + kind) * 2 + onDevice;
    }

    /** What an operation does in a state: the change in the upper sixteen bits, the next state in the lower. */
    static int step(int state, int kind, boolean onDevice) {
        return STEPS[index(state, kind, onDevice ? 1 : 0)];
    }

    /** The first eight lanes of a change, to be added up. */
    static long first(short change) {
        return FIRST[change];
    }

    /** The other eight lanes. */
    static long second(short change) {
        return SECOND[change];
    }

    /** The change that takes this one back. */
    static short opposite(short change) {
        return OPPOSITE[change];
    }

    /** How many changes there are. */
    static int count() {
        return FIRST.length;
    }

    /** A counter's step, read from lanes to which so many changes were added. */
    static int step(long first, long second, int lane, int added) {
        long lanes = lane < 8 ? first : second;
        return (int) ((lanes >>> ((lane & 7) * 8)) & 0xFF) - added;
    }

    /** Adds to each counter its step, read from lanes to which so many changes were added. */
    static void addSteps(long first, long second, int added, int[] counters) {
        long low = first;
        long high = second;
        for (int lane = 0; lane < 8; lane++) {
            counters[lane] += ((int) low & 0xFF) - added;
            counters[lane + 8] += ((int) high & 0xFF) - added;
            low >>>= 8;
            high >>>= 8;
        }
    }
}
