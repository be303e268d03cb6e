package dev.usher.core.statistics;

/**
 * The names of a batch that its log does not have yet.
 *
 * <pre>
 *   tickets  | key high | key low | where its name begins |            those that are new, by key
 *   devices  | key, moved up by one bit | where the ticket's name |    of every operation; the device's stands behind it
 * </pre>
 */
final class NewNames {
    private static final int TICKET = 3;
    private static final int DEVICE = 2;
    private static final int KEY_BYTES = 2 * Long.BYTES;

    private final KnownNames known;
    private final byte[] names;
    private long[] tickets = {};
    private long[] devices = {};
    private int ticketCount;
    private int deviceCount;
    private int bytes;

    /** Nothing new yet beside what is known; where names are written. */
    NewNames(KnownNames known, byte[] names) {
        this.known = known;
        this.names = names;
    }

    /** Makes room for so many. */
    void expect(int mostTickets, int mostDevices) {
        known.expect(mostTickets);
        tickets = new long[mostTickets * TICKET];
        devices = new long[mostDevices * DEVICE];
    }

    /** Adds a ticket's name unless it is known; by key. */
    void addTicket(long high, long low, int name) {
        if (known.addTicket(high, low)) {
            int at = ticketCount++ * TICKET;
            tickets[at] = high;
            tickets[at + 1] = low;
            tickets[at + 2] = name;
            bytes += KEY_BYTES + NameCode.end(names, name) - name;
        }
    }

    /** Adds a device's name, in any order and however often; it stands behind a ticket's name. */
    void addDevice(long key, int ticketName) {
        devices[deviceCount * DEVICE] = key << 1;
        devices[deviceCount++ * DEVICE + 1] = ticketName;
    }

    /** All that is new, at no place yet. */
    NameBlock pack() {
        keepNewDevices();
        NameBlock.Writer packed = new NameBlock.Writer(bytes);
        for (int at = 0; at < ticketCount * TICKET; at += TICKET) {
            packed.addTicket(tickets[at], tickets[at + 1], names, (int) tickets[at + 2]);
        }
        for (int at = 0; at < deviceCount * DEVICE; at += DEVICE) {
            packed.addDevice(devices[at], names, (int) devices[at + 1]);
        }
        return packed.seal(0, 0);
    }

    private void keepNewDevices() {
        new RecordSort(DEVICE, 1).sort(devices, deviceCount);
        int distinct = 0;
        for (int at = 0; at < deviceCount; at++) {
            if (distinct == 0 || devices[at * DEVICE] != devices[(distinct - 1) * DEVICE]) {
                System.arraycopy(devices, at * DEVICE, devices, distinct++ * DEVICE, DEVICE);
            }
        }
        known.expect(distinct);
        int kept = 0;
        for (int at = 0; at < distinct * DEVICE; at += DEVICE) {
            long key = devices[at] >>> 1;
            if (known.addDevice(key)) {
                int name = NameCode.end(names, (int) devices[at + 1]);
                bytes += KEY_BYTES + NameCode.end(names, name) - name;
                devices[kept * DEVICE] = key;
                devices[kept++ * DEVICE + 1] = name;
            }
        }
        deviceCount = kept;
    }
}
