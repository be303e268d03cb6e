package dev.usher.core.statistics;

/**
 * Up to 256 operations of a block, unpacked into columns.
 *
 * <p>Packed, a frame is a header and seven columns, each as narrow as its widest number allows:
 *
 * <pre>
 *  | operations u16 | tickets u16 | devices u16 | width of highs, counts, device ids, moments u8 each | least moment i64 |
 *  | key highs: distance to the first ticket, packed      | one a ticket
 *  | key lows: 64 bits                                    | one a ticket
 *  | operations of the ticket, less one, packed           | one a ticket
 *  | device keys: 64 bits, in order of appearance         | one a device
 *  | device ids: place among the device keys, packed      | one an operation
 *  | moments: distance to the least moment, packed        | one an operation
 *  | recording ids: place in the block's recordings, packed | one an operation
 * </pre>
 *
 * The operations of one ticket may go on in the next frame.
 */
final class Frame {
    static final int CAPACITY = 256;
    private static final int SLOTS = 2 * CAPACITY;

    final long[] highs = new long[CAPACITY];
    final long[] lows = new long[CAPACITY];
    /** Where the operations of each ticket end, exclusive. */
    final int[] ends = new int[CAPACITY];

    final long[] moments = new long[CAPACITY];
    final long[] devices = new long[CAPACITY];
    final int[] recordings = new int[CAPACITY];
    int tickets;
    int operations;

    private final long[] deviceKeys = new long[CAPACITY];
    private final long[] numbers = new long[CAPACITY];
    private final PackedFrame packed = new PackedFrame();

    /** Unpacks the frame that begins at a byte, whose first ticket key has these high bits. */
    void read(byte[] bytes, int start, long firstHigh, int recordingWidth) {
        packed.locate(bytes, start, firstHigh, recordingWidth);
        operations = packed.operations;
        tickets = packed.tickets;
        packed.readHighs(highs);
        packed.readCounts(numbers);
        int end = 0;
        for (int ticket = 0; ticket < tickets; ticket++) {
            end += (int) numbers[ticket];
            ends[ticket] = end;
            lows[ticket] = packed.low(ticket);
        }
        for (int device = 0; device < packed.devices; device++) {
            deviceKeys[device] = packed.deviceKey(device);
        }
        packed.readDeviceIds(numbers);
        for (int index = 0; index < operations; index++) {
            devices[index] = deviceKeys[(int) numbers[index]];
        }
        packed.readMoments(moments);
        packed.readRecordings(numbers);
        for (int index = 0; index < operations; index++) {
            recordings[index] = (int) numbers[index];
        }
    }

    /** Adds an operation behind the last one; the frame must not be full. */
    void add(long high, long low, long moment, long device, int recording) {
        if (tickets == 0 || highs[tickets - 1] != high || lows[tickets - 1] != low) {
            highs[tickets] = high;
            lows[tickets] = low;
            tickets++;
        }
        moments[operations] = moment;
        devices[operations] = device;
        recordings[operations] = recording;
        operations++;
        ends[tickets - 1] = operations;
    }

    boolean isFull() {
        return operations == CAPACITY;
    }

    /** Packs the frame behind what the output holds, and empties it. */
    void write(Output output, int recordingWidth) {
        int deviceCount = numberDevices();
        int highWidth = Bits.width(highs[tickets - 1] - highs[0]);
        int countWidth = 0;
        for (int ticket = 0; ticket < tickets; ticket++) {
            countWidth = Math.max(countWidth, Bits.width(count(ticket) - 1));
        }
        long least = moments[0];
        long greatest = moments[0];
        for (int index = 1; index < operations; index++) {
            least = Math.min(least, moments[index]);
            greatest = Math.max(greatest, moments[index]);
        }
        int momentWidth = Bits.width(greatest - least);
        int deviceWidth = Bits.width(deviceCount - 1);
        output.putInt(operations | tickets << 16);
        output.putShort(deviceCount);
        output.putByte(highWidth);
        output.putByte(countWidth);
        output.putByte(deviceWidth);
        output.putByte(momentWidth);
        output.putLong(least);
        writeTickets(output, highWidth, countWidth);
        for (int device = 0; device < deviceCount; device++) {
            output.putLong(deviceKeys[device]);
        }
        writeColumn(output, deviceWidth, numbers, operations, 0);
        writeColumn(output, momentWidth, moments, operations, least);
        for (int index = 0; index < operations; index++) {
            numbers[index] = recordings[index];
        }
        writeColumn(output, recordingWidth, numbers, operations, 0);
        tickets = 0;
        operations = 0;
    }

    private void writeTickets(Output output, int highWidth, int countWidth) {
        long[] counts = new long[tickets];
        for (int ticket = 0; ticket < tickets; ticket++) {
            counts[ticket] = count(ticket);
        }
        writeColumn(output, highWidth, highs, tickets, highs[0]);
        for (int ticket = 0; ticket < tickets; ticket++) {
            output.putLong(lows[ticket]);
        }
        writeColumn(output, countWidth, counts, tickets, 1);
    }

    private static void writeColumn(Output output, int width, long[] column, int count, long least) {
        int at = output.skip(Bits.packedBytes(width, count));
        Bits.packAll(output.bytes(), at, width, column, count, least);
    }

    private int count(int ticket) {
        return ends[ticket] - (ticket == 0 ? 0 : ends[ticket - 1]);
    }

    /** Gathers the distinct device keys, leaves each operation's place among them, and says how many there are. */
    private int numberDevices() {
        int[] places = new int[SLOTS];
        int count = 0;
        for (int index = 0; index < operations; index++) {
            long device = devices[index];
            int slot = (int) device & (SLOTS - 1);
            while (places[slot] != 0 && deviceKeys[places[slot] - 1] != device) {
                slot = (slot + 1) & (SLOTS - 1);
            }
            if (places[slot] == 0) {
                deviceKeys[count] = device;
                places[slot] = ++count;
            }
            numbers[index] = places[slot] - 1L;
        }
        return count;
    }
}
