package dev.usher.core.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;

/**
 * Operations of one event on their way into its log. Used by one thread at a time. A batch with few takes less than
 * a kilobyte, for a file or a request may have operations of ten thousands of events.
 *
 * <p>{@link #pack} sorts them, drops those that are there twice, and makes the two blocks an append consists of.
 *
 * <pre>
 *   rows   | key high | key low | moment | device key | places |   five longs for each operation
 *   names  | the ticket's name | the device's, unless it is unknown |  for each operation, see {@link NameCode}
 * </pre>
 *
 * A row's names are where its {@link NamePlaces} say. Moments are turned so that they sort as unsigned numbers.
 */
public final class OperationBatch {
    private static final int ROW = 5;
    private static final int LOW = 1;
    private static final int MOMENT = 2;
    private static final int DEVICE = 3;
    private static final int PLACES = 4;
    private static final int FIRST_CAPACITY = 4;
    /** Bytes an operation takes where a batch has few of each ticket. */
    private static final int EXPECTED_BYTES = 24;

    /** What a batch takes beside its rows and names, as soon as it has one of them. */
    private static final int OWN_BYTES = 640;

    /** From so many operations on another core is worth asking. */
    private static final int WORTH_A_TASK = 1 << 15;

    /** And only where there are so many beside the one that brings operations. */
    private static final int CORES_TO_ASK = 2;

    private final NameHash hash;
    private final RecordSort order = new RecordSort(ROW, PLACES);
    private long[] rows = new long[FIRST_CAPACITY * ROW];
    private final Output names = new Output(0);
    private int size;

    /** An empty batch for an event of the organization with this key. */
    public OperationBatch(NameKey key) {
        hash = new NameHash(key);
    }

    /**
     * Adds an operation.
     *
     * @param occurredAt in microseconds since 1970-01-01T00:00Z
     * @param device empty when unknown
     * @return how many bytes more the batch takes now, in the terms of {@link #bytes}
     */
    public int add(CharSequence ticket, OperationKind kind, long occurredAt, CharSequence device) {
        int row = size * ROW;
        if (row == rows.length) {
            rows = Arrays.copyOf(rows, 2 * row);
        }
        int start = names.size();
        NameCode.write(ticket, names);
        int end = names.size();
        hash.hash(names.bytes(), start, end);
        rows[row] = hash.high();
        rows[row + LOW] = hash.low();
        rows[row + DEVICE] = 0;
        if (!device.isEmpty()) {
            NameCode.write(device, names);
            rows[row + DEVICE] = hash.hash(names.bytes(), end, names.size()).device();
        }
        rows[row + MOMENT] = Moment.of(occurredAt, kind) ^ Long.MIN_VALUE;
        rows[row + PLACES] = NamePlaces.of(start, end, names.size());
        size++;
        return names.size() - start + (row == 0 ? OWN_BYTES : 0);
    }

    /** How many operations were added, repeats counted; what was packed is no longer there. */
    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** About how many bytes of memory it takes beside its rows, nearly all of them for names; 0 when it is empty. */
    public int bytes() {
        return size == 0 ? 0 : OWN_BYTES + names.size();
    }

    /** Drops all operations, so that others can be added in the same memory. */
    public void clear() {
        size = 0;
        names.clear();
    }

    /** Packs the whole batch; each name that {@code known} does not remember is written. */
    public PackedBatch pack(KnownNames known) {
        sort();
        return packSorted(known);
    }

    /**
     * Looks up what an event's log knows of the tickets of this batch.
     *
     * @param log all blocks of the event
     */
    public TicketHistories histories(List<OperationBlock> log) {
        sort();
        TicketColumns tickets = new TicketColumns();
        for (int row = 0; row < size * ROW; row += ROW) {
            if (isNextTicket(row)) {
                tickets.begin(rows[row], rows[row + LOW]);
            }
        }
        return TicketHistories.of(log, tickets);
    }

    /**
     * Packs what a log does not have yet.
     *
     * @param histories what it knows of this batch's {@link #histories tickets}; nothing was added since they were looked up
     */
    public PackedBatch packNew(TicketHistories histories) {
        KnownNames known = new KnownNames();
        known.expect(size);
        int row = 0;
        int kept = 0;
        for (TicketHistories.Stretch stretch : histories.stretches()) {
            TicketColumns tickets = stretch.tickets();
            for (int ticket = 0; ticket < tickets.tickets; ticket++) {
                if (tickets.start(ticket) < tickets.ends[ticket]) {
                    known.addTicket(tickets.highs[ticket], tickets.lows[ticket]);
                }
                do {
                    if (!tickets.contains(ticket, moment(row), rows[row + DEVICE])) {
                        System.arraycopy(rows, row, rows, kept++ * ROW, ROW);
                    }
                    row += ROW;
                } while (row < size * ROW && !isNextTicket(row));
            }
        }
        size = kept;
        return packSorted(known);
    }

    /** Brings the rows in order and drops those that repeat the one before. */
    private void sort() {
        order.sort(rows, size);
        int kept = Math.min(1, size);
        for (int at = 1; at < size; at++) {
            int row = at * ROW;
            int last = (kept - 1) * ROW;
            boolean isRepeat = isSameTicket(row, last)
                    && rows[row + MOMENT] == rows[last + MOMENT]
                    && rows[row + DEVICE] == rows[last + DEVICE];
            if (!isRepeat) {
                if (kept < at) {
                    System.arraycopy(rows, row, rows, kept * ROW, ROW);
                }
                kept++;
            }
        }
        size = kept;
    }

    /** Packs operations and names, which need nothing of each other, side by side where there are many and a core is idle. */
    private PackedBatch packSorted(KnownNames known) {
        if (size < WORTH_A_TASK || ForkJoinPool.getCommonPoolParallelism() < CORES_TO_ASK) {
            return new PackedBatch(operations(), names(known), size);
        }
        ForkJoinTask<NameBlock> newNames = ForkJoinPool.commonPool().submit(() -> names(known));
        byte[] operations = operations();
        return new PackedBatch(operations, newNames.join(), size);
    }

    private byte[] operations() {
        OperationBlockWriter operations =
                new OperationBlockWriter(1, Math.max(1, size), new long[1], EXPECTED_BYTES * size);
        for (int row = 0; row < size * ROW; row += ROW) {
            operations.add(rows[row], rows[row + LOW], moment(row), rows[row + DEVICE], 0);
        }
        return operations.finish();
    }

    private NameBlock names(KnownNames known) {
        int tickets = 0;
        int devices = 0;
        for (int row = 0; row < size * ROW; row += ROW) {
            tickets += isNextTicket(row) ? 1 : 0;
            devices += rows[row + DEVICE] == 0 ? 0 : 1;
        }
        NewNames added = new NewNames(known, names.bytes());
        added.expect(tickets, devices);
        for (int row = 0; row < size * ROW; row += ROW) {
            if (isNextTicket(row)) {
                added.addTicket(rows[row], rows[row + LOW], rows[row + PLACES]);
            }
            if (rows[row + DEVICE] != 0) {
                added.addDevice(rows[row + DEVICE], rows[row + PLACES]);
            }
        }
        return added.pack();
    }

    private boolean isNextTicket(int row) {
        return row == 0 || !isSameTicket(row, row - ROW);
    }

    private long moment(int row) {
        return rows[row + MOMENT] ^ Long.MIN_VALUE;
    }

    private boolean isSameTicket(int row, int other) {
        return rows[row] == rows[other] && rows[row + LOW] == rows[other + LOW];
    }
}
