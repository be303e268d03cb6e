package dev.usher.core.statistics;

/**
 * The names of a batch that its log does not have yet.
 *
 * <pre>
 *   tickets  | key high | key low | places |   those that are new, by key
 *   devices  | key, moved up by one bit | places |   of every operation, then only those that are new, by key
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
    void addTicket(long high, long low, long places) {
        if (known.addTicket(high, low)) {
            int at = ticketCount++ * TICKET;
            tickets[at] = high;
            tickets[at + 1] = low;
            tickets[at + 2] = places;
            bytes += KEY_BYTES + NamePlaces.ticketLength(places);
        }
    }

    /** Adds a device's name, in any order and however often. */
    void addDevice(long key, long places) {
        devices[deviceCount * DEVICE] = key << 1;
        devices[deviceCount++ * DEVICE + 1] = places;
    }

    /** All that is new, at no place yet. */
    NameBlock pack() {
        keepNewDevices();
        NameBlock.Writer packed = new NameBlock.Writer(bytes);
        for (int at = 0; at < ticketCount * TICKET; at += TICKET) {
            long places = tickets[at + 2];
            packed.addTicket(tickets[at], tickets[at + 1]);
            packed.putName(names, NamePlaces.ticketStart(places), NamePlaces.ticketLength(places));
        }
        for (int at = 0; at < deviceCount * DEVICE; at += DEVICE) {
            long places = devices[at + 1];
            packed.addDevice(devices[at]);
            packed.putName(names, NamePlaces.deviceStart(places), NamePlaces.deviceLength(places));
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
                bytes += KEY_BYTES + NamePlaces.deviceLength(devices[at + 1]);
                devices[kept * DEVICE] = key;
                devices[kept++ * DEVICE + 1] = devices[at + 1];
            }
        }
        deviceCount = kept;
    }
}
