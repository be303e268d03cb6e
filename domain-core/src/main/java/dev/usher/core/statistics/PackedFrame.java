package dev.usher.core.statistics;

/** Where the columns of a packed {@link Frame} are, to read single numbers without unpacking the rest. */
final class PackedFrame {
    private static final int HEADER = 18;

    private byte[] bytes = new byte[0];
    private int recordingWidth;
    private int highWidth;
    private int countWidth;
    private int deviceWidth;
    private int momentWidth;
    private long leastMoment;
    private long firstHigh;
    private int highColumn;
    private int lowColumn;
    private int countColumn;
    private int deviceKeys;
    private int deviceIds;
    private int momentColumn;
    private int recordingColumn;
    int operations;
    int tickets;
    int devices;

    /** How many operations the frame has that begins at a byte. */
    static int operations(byte[] block, int at) {
        return Bits.getInt(block, at) & 0xFFFF;
    }

    /** Goes to the frame that begins at a byte, whose first ticket key has these high bits. */
    void locate(byte[] block, int at, long firstKeyHigh, int widthOfRecordings) {
        bytes = block;
        firstHigh = firstKeyHigh;
        highColumn = at + HEADER;
        recordingWidth = widthOfRecordings;
        operations = operations(bytes, at);
        tickets = Bits.getInt(bytes, at) >>> 16;
        devices = Bits.getInt(bytes, at + 4) & 0xFFFF;
        highWidth = bytes[at + 6] & 0xFF;
        countWidth = bytes[at + 7] & 0xFF;
        deviceWidth = bytes[at + 8] & 0xFF;
        momentWidth = bytes[at + 9] & 0xFF;
        leastMoment = Bits.getLong(bytes, at + 10);
        lowColumn = highColumn + Bits.packedBytes(highWidth, tickets);
        countColumn = lowColumn + tickets * Long.BYTES;
        deviceKeys = countColumn + Bits.packedBytes(countWidth, tickets);
        deviceIds = deviceKeys + devices * Long.BYTES;
        momentColumn = deviceIds + Bits.packedBytes(deviceWidth, operations);
        recordingColumn = momentColumn + Bits.packedBytes(momentWidth, operations);
    }

    /**
     * The first ticket that is not before a key; the number of tickets when all are.
     *
     * <p>Keys are hashes and so spread evenly: the search begins where the key would be if they were spread exactly so,
     * which is rarely more than a few tickets away.
     *
     * @param end the high bits of the first key behind the frame
     */
    int find(long high, long low, long end) {
        double share = (double) ((high - firstHigh) >>> 1) / ((end - firstHigh) >>> 1);
        int ticket = (int) Math.min(tickets, share * tickets);
        while (ticket > 0 && !isBefore(ticket - 1, high, low)) {
            ticket--;
        }
        while (ticket < tickets && isBefore(ticket, high, low)) {
            ticket++;
        }
        return ticket;
    }

    private boolean isBefore(int ticket, long high, long low) {
        int byHigh = Long.compareUnsigned(high(ticket), high);
        return byHigh < 0 || (byHigh == 0 && Long.compareUnsigned(low(ticket), low) < 0);
    }

    void readHighs(long[] highs) {
        Bits.unpackAll(bytes, highColumn, highWidth, highs, tickets, firstHigh);
    }

    /** Unpacks how many operations each ticket has; the numbers may be any array. */
    void readCounts(long[] counts) {
        Bits.unpackAll(bytes, countColumn, countWidth, counts, tickets, 1);
    }

    void readDeviceIds(long[] ids) {
        Bits.unpackAll(bytes, deviceIds, deviceWidth, ids, operations, 0);
    }

    void readMoments(long[] moments) {
        Bits.unpackAll(bytes, momentColumn, momentWidth, moments, operations, leastMoment);
    }

    void readRecordings(long[] ids) {
        Bits.unpackAll(bytes, recordingColumn, recordingWidth, ids, operations, 0);
    }

    long high(int ticket) {
        return firstHigh + Bits.unpack(bytes, highColumn, highWidth, ticket);
    }

    long low(int ticket) {
        return Bits.getLong(bytes, lowColumn + ticket * Long.BYTES);
    }

    /** Where the operations of a ticket begin. */
    int start(int ticket) {
        int start = ticket;
        for (int before = 0; countWidth > 0 && before < ticket; before++) {
            start += (int) Bits.unpack(bytes, countColumn, countWidth, before);
        }
        return start;
    }

    /** How many operations a ticket has. */
    int count(int ticket) {
        return 1 + (int) Bits.unpack(bytes, countColumn, countWidth, ticket);
    }

    long deviceKey(int id) {
        return Bits.getLong(bytes, deviceKeys + id * Long.BYTES);
    }

    long device(int index) {
        return deviceKey((int) Bits.unpack(bytes, deviceIds, deviceWidth, index));
    }

    long moment(int index) {
        return leastMoment + Bits.unpack(bytes, momentColumn, momentWidth, index);
    }

    int recording(int index) {
        return (int) Bits.unpack(bytes, recordingColumn, recordingWidth, index);
    }
}
