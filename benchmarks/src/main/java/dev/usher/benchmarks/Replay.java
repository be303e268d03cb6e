package dev.usher.benchmarks;

import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.TicketStatistics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The truth by which contestants are checked: a log replayed row by row, written from {@code docs/statistics.md} and
 * sharing nothing with Usher.
 *
 * <p>It also digests the log for rivals in SQL: by how much each row moves each counter (its change, of which there are
 * a few hundred kinds), and kinds of operation of which only the last counts.
 */
final class Replay {
    /** The counters, in the order of {@link TicketStatistics}. */
    static final List<String> COUNTERS = List.of(
            "total",
            "deleted",
            "ever_downloaded",
            "downloaded",
            "pending_transfer",
            "controlled",
            "activated",
            "activated_offline",
            "activated_manually",
            "not_activated",
            "transferred_once",
            "transferred_twice",
            "transferred_three_times",
            "transferred_four_times",
            "transfers");

    /** The kind, in SQL, of an operation that changes nothing: activated again, or logged off with a phone left. */
    static final byte NO_EFFECT = 13;

    private static final int ISSUED = 1;
    private static final int DELETED = 2;
    private static final int EVER_DOWNLOADED = 4;
    private static final int PENDING = 8;
    private static final int CONTROLLED = 16;
    private static final int ONLINE = 1;
    private static final int OFFLINE = 2;
    private static final int BY_HAND = 3;

    private final TicketLog log;
    private final short[] changes;
    private final byte[] sqlKinds;
    private final BitSet left = new BitSet();
    private final List<int[]> vectors = new ArrayList<>();
    private final Map<Long, Short> known = new HashMap<>();

    private final int[] flags;
    private final int[] phones;
    private final int[] modes;
    private final int[] transfers;

    private Replay(TicketLog log) {
        this.log = log;
        changes = new short[log.size()];
        sqlKinds = new byte[log.size()];
        flags = new int[log.tickets()];
        phones = new int[log.tickets()];
        modes = new int[log.tickets()];
        transfers = new int[log.tickets()];
    }

    /** Replays the whole log. */
    static Replay of(TicketLog log) {
        return of(log, row -> true);
    }

    /** Replays only some rows of a log; the others change nothing. */
    static Replay of(TicketLog log, IntPredicate included) {
        Replay replay = new Replay(log);
        Map<OperationKind, Byte> codes = codes();
        int[] before = new int[COUNTERS.size()];
        int[] after = new int[COUNTERS.size()];
        for (int row = 0; row < log.size(); row++) {
            int ticket = log.ticket(row);
            replay.count(ticket, before);
            boolean effect = included.test(row) && replay.apply(ticket, log.kind(row), log.device(row));
            replay.left.set(row, !included.test(row));
            replay.count(ticket, after);
            replay.changes[row] = replay.change(before, after);
            replay.sqlKinds[row] = effect ? codes.getOrDefault(log.kind(row), NO_EFFECT) : NO_EFFECT;
        }
        return replay;
    }

    /** Replays one ticket anew from some of its rows, given in order; the changes they are. */
    short[] changesOf(int[] rowsOfTicket) {
        int[] before = new int[COUNTERS.size()];
        int[] after = new int[COUNTERS.size()];
        short[] found = new short[rowsOfTicket.length];
        for (int at = 0; at < rowsOfTicket.length; at++) {
            int row = rowsOfTicket[at];
            int ticket = log.ticket(row);
            if (at == 0) {
                flags[ticket] = 0;
                phones[ticket] = 0;
                modes[ticket] = 0;
                transfers[ticket] = 0;
            }
            count(ticket, before);
            apply(ticket, log.kind(row), log.device(row));
            count(ticket, after);
            found[at] = change(before, after);
        }
        return found;
    }

    /** The numbers of the kinds: their order, from 0. */
    private static Map<OperationKind, Byte> codes() {
        Map<OperationKind, Byte> codes = new EnumMap<>(OperationKind.class);
        for (OperationKind kind : OperationKind.values()) {
            codes.put(kind, (byte) codes.size());
        }
        return codes;
    }

    /** Applies one operation; false when a query that looks at the last operation of each sort may leave it out. */
    private boolean apply(int ticket, OperationKind kind, int device) {
        switch (kind) {
            case ISSUED -> flags[ticket] |= ISSUED;
            case DELETED -> flags[ticket] |= DELETED;
            case DOWNLOADED -> {
                flags[ticket] |= EVER_DOWNLOADED;
                phones[ticket] |= log.phoneBit(ticket, device);
            }
            case LOGGED_OFF -> {
                phones[ticket] &= ~log.phoneBit(ticket, device);
                return phones[ticket] == 0;
            }
            case TRANSFER_STARTED -> flags[ticket] |= PENDING;
            case TRANSFER_CANCELLED -> flags[ticket] &= ~PENDING;
            case TRANSFER_ACCEPTED -> {
                flags[ticket] &= ~PENDING;
                transfers[ticket]++;
            }
            case ACTIVATED -> {
                return activate(ticket, ONLINE);
            }
            case ACTIVATED_OFFLINE -> {
                return activate(ticket, OFFLINE);
            }
            case ACTIVATED_MANUALLY -> {
                return activate(ticket, BY_HAND);
            }
            case DEACTIVATED -> modes[ticket] = 0;
            case CONTROLLED -> flags[ticket] |= CONTROLLED;
            case CONTROL_REVERTED -> flags[ticket] &= ~CONTROLLED;
        }
        return true;
    }

    private boolean activate(int ticket, int mode) {
        boolean first = modes[ticket] == 0;
        if (first) {
            modes[ticket] = mode;
        }
        return first;
    }

    /** What a ticket counts for now. */
    private void count(int ticket, int[] counters) {
        int state = flags[ticket];
        if ((state & ISSUED) == 0) {
            Arrays.fill(counters, 0);
            return;
        }
        boolean valid = (state & DELETED) == 0;
        int mode = modes[ticket];
        int accepted = transfers[ticket];
        counters[0] = 1;
        counters[1] = valid ? 0 : 1;
        counters[2] = (state & EVER_DOWNLOADED) != 0 ? 1 : 0;
        counters[3] = phones[ticket] != 0 ? 1 : 0;
        counters[4] = valid && (state & PENDING) != 0 ? 1 : 0;
        counters[5] = (state & CONTROLLED) != 0 ? 1 : 0;
        counters[6] = mode != 0 ? 1 : 0;
        counters[7] = mode == OFFLINE ? 1 : 0;
        counters[8] = mode == BY_HAND ? 1 : 0;
        counters[9] = valid && mode == 0 ? 1 : 0;
        counters[10] = accepted == 1 ? 1 : 0;
        counters[11] = accepted == 2 ? 1 : 0;
        counters[12] = accepted == 3 ? 1 : 0;
        counters[13] = accepted >= 4 ? 1 : 0;
        counters[14] = accepted;
    }

    /** The number of the change from one to the other. */
    private short change(int[] before, int[] after) {
        long key = (long) after[14] - before[14];
        for (int counter = 0; counter < 14; counter++) {
            key = (key << 2) | (after[counter] - before[counter] + 1);
        }
        return known.computeIfAbsent(key, first -> {
            int[] vector = new int[COUNTERS.size()];
            for (int counter = 0; counter < vector.length; counter++) {
                vector[counter] = after[counter] - before[counter];
            }
            vectors.add(vector);
            return (short) (vectors.size() - 1);
        });
    }

    TicketLog log() {
        return log;
    }

    /** Which change a row is. */
    short change(int row) {
        return changes[row];
    }

    /** By how much each counter moves with a change; not to be changed. */
    int[] vector(int change) {
        return vectors.get(change);
    }

    /** The kind of a row for queries that look at the last operation of each sort: its place in tie order, or {@link #NO_EFFECT}. */
    byte sqlKind(int row) {
        return sqlKinds[row];
    }

    /** How many rows happened until an instant, it included. */
    int rowsUntil(long instant) {
        int least = 0;
        int most = log.size();
        while (least < most) {
            int middle = (least + most) >>> 1;
            if (log.occurredAt(middle) <= instant) {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        return least;
    }

    /** The statistics as of an instant, by adding up every change until then. */
    TicketStatistics at(long instant) {
        return afterRows(rowsUntil(instant));
    }

    /** The statistics when so many rows have happened. */
    TicketStatistics afterRows(int rows) {
        int last = left.previousClearBit(rows - 1);
        return statistics(countersAfter(rows), last < 0 ? Optional.empty() : Optional.of(log.occurredAt(last)));
    }

    /** The counters when so many rows have happened. */
    long[] countersAfter(int rows) {
        long[] times = new long[vectors.size()];
        for (int row = 0; row < rows; row++) {
            times[changes[row]]++;
        }
        return counters(times);
    }

    /** The statistics where each change happened so many times. */
    TicketStatistics statistics(long[] timesByChange, long updatedAt) {
        return statistics(
                counters(timesByChange), updatedAt == Long.MIN_VALUE ? Optional.empty() : Optional.of(updatedAt));
    }

    private long[] counters(long[] timesByChange) {
        long[] counters = new long[COUNTERS.size()];
        for (int change = 0; change < timesByChange.length; change++) {
            int[] vector = vectors.get(change);
            for (int counter = 0; counter < counters.length; counter++) {
                counters[counter] += timesByChange[change] * vector[counter];
            }
        }
        return counters;
    }

    /** Counters in the order of {@link #COUNTERS} as statistics. */
    static TicketStatistics statistics(long[] counters, Optional<Long> updatedAt) {
        return new TicketStatistics(
                counters[0],
                counters[1],
                counters[2],
                counters[3],
                counters[4],
                counters[5],
                counters[6],
                counters[7],
                counters[8],
                counters[9],
                counters[10],
                counters[11],
                counters[12],
                counters[13],
                counters[14],
                updatedAt.map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS)));
    }

    int changes() {
        return vectors.size();
    }
}
