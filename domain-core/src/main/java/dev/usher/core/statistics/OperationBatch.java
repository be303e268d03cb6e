package dev.usher.core.statistics;

import java.util.Arrays;

/**
 * Operations of one event on their way into its log, in columns and in the order of arrival. Used by one thread.
 *
 * <p>{@link #pack} sorts them, drops those that are there twice, and makes the two blocks an append consists of.
 */
public final class OperationBatch {
    private static final int FIRST_CAPACITY = 8;

    private final NameHash hash;
    private long[] highs = new long[FIRST_CAPACITY];
    private long[] lows = new long[FIRST_CAPACITY];
    private long[] moments = new long[FIRST_CAPACITY];
    private long[] devices = new long[FIRST_CAPACITY];
    /** Where in the names the ticket's name begins; the device's, unless it is empty, follows. */
    private int[] ticketNames = new int[FIRST_CAPACITY];

    private final Output names = new Output(1024);
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
     */
    public void add(String ticket, OperationKind kind, long occurredAt, String device) {
        if (size == highs.length) {
            grow();
        }
        devices[size] = hash.device(device);
        hash.hash(ticket);
        highs[size] = hash.high();
        lows[size] = hash.low();
        moments[size] = Moment.of(occurredAt, kind);
        ticketNames[size] = names.size();
        NameCode.write(ticket, names);
        if (!device.isEmpty()) {
            NameCode.write(device, names);
        }
        size++;
    }

    /** How many operations were added, repeats counted. */
    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Packs the whole batch; each name that {@code known} does not remember is written. */
    public PackedBatch pack(KnownNames known) {
        OperationOrder order = new OperationOrder(highs, lows, moments, devices);
        int[] rows = distinct(order, order.sort(size));
        return pack(rows, known);
    }

    /**
     * Packs what a log does not have yet.
     *
     * @param log the event's log as it is now
     */
    public PackedBatch packNew(TicketHistories log) {
        OperationOrder order = new OperationOrder(highs, lows, moments, devices);
        int[] rows = distinct(order, order.sort(size));
        KnownNames known = new KnownNames();
        int kept = 0;
        for (int at = 0; at < rows.length; at++) {
            int row = rows[at];
            if (at == 0 || !isSameTicket(row, rows[at - 1])) {
                log.seek(highs[row], lows[row]);
                if (!log.isEmpty()) {
                    known.add(highs[row], lows[row]);
                }
            }
            if (!log.contains(moments[row], devices[row])) {
                rows[kept++] = row;
            }
        }
        return pack(Arrays.copyOf(rows, kept), known);
    }

    private PackedBatch pack(int[] rows, KnownNames known) {
        OperationBlockWriter operations =
                new OperationBlockWriter(1, Math.max(1, rows.length), new long[1], 12 * rows.length);
        NameBlock.Writer packed = new NameBlock.Writer();
        for (int at = 0; at < rows.length; at++) {
            int row = rows[at];
            operations.add(highs[row], lows[row], moments[row], devices[row], 0);
            if (at > 0 && isSameTicket(row, rows[at - 1])) {
                requireSameName(ticketNames[row], ticketNames[rows[at - 1]]);
            } else if (known.add(highs[row], lows[row])) {
                packed.add(false, highs[row], lows[row], names.bytes(), ticketNames[row]);
            }
        }
        addDeviceNames(rows, known, packed);
        return new PackedBatch(operations.finish(), packed.seal(0, 0), rows.length);
    }

    private void addDeviceNames(int[] rows, KnownNames known, NameBlock.Writer packed) {
        long[] keys = new long[rows.length];
        int[] owners = new int[rows.length];
        int count = 0;
        for (int row : rows) {
            if (devices[row] != 0) {
                keys[count] = devices[row];
                owners[count++] = row;
            }
        }
        OperationOrder byKey = new OperationOrder(keys, new long[count], new long[count], new long[count]);
        long last = 0;
        for (int at : byKey.sort(count)) {
            if (keys[at] != last && known.add(keys[at], 0)) {
                int name = NameCode.end(names.bytes(), ticketNames[owners[at]]);
                packed.add(true, keys[at], 0, names.bytes(), name);
            }
            last = keys[at];
        }
    }

    /** Drops rows that repeat the one before; returns the others, in the same order. */
    private static int[] distinct(OperationOrder order, int[] rows) {
        int kept = 0;
        for (int row : rows) {
            if (kept == 0 || order.compare(rows[kept - 1], row) != 0) {
                rows[kept++] = row;
            }
        }
        return kept == rows.length ? rows : Arrays.copyOf(rows, kept);
    }

    private boolean isSameTicket(int row, int other) {
        return highs[row] == highs[other] && lows[row] == lows[other];
    }

    private void requireSameName(int name, int other) {
        byte[] bytes = names.bytes();
        if (!Arrays.equals(bytes, name, NameCode.end(bytes, name), bytes, other, NameCode.end(bytes, other))) {
            throw new OperationBlock.Damaged("'" + NameCode.read(bytes, name) + "' and '" + NameCode.read(bytes, other)
                    + "' have the same key; one of them must be renamed");
        }
    }

    private void grow() {
        int capacity = 2 * highs.length;
        highs = Arrays.copyOf(highs, capacity);
        lows = Arrays.copyOf(lows, capacity);
        moments = Arrays.copyOf(moments, capacity);
        devices = Arrays.copyOf(devices, capacity);
        ticketNames = Arrays.copyOf(ticketNames, capacity);
    }
}
