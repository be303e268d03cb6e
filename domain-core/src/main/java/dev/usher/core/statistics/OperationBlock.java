package dev.usher.core.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A stretch of an event's log as packed columns, sorted by ticket key, time, kind and device.
 *
 * <p>Because it is sorted, repeats meet when blocks merge, one ticket's history is a binary search, and a replay holds
 * one ticket's state at a time. Immutable; any number of threads may read it.
 *
 * <pre>
 *   0  format = 2, three zero bytes
 *   4  operations i32       8  frames i32      12  recordings i32     16  where the directory begins i32
 *  20  first sequence i64  28  last sequence i64
 *  36  recordings: instants in microseconds, ascending, i64 each
 *  ..  frames, see {@link Frame}
 *  ..  directory, for each frame: high and low bits of its first ticket key i64 each, where it begins i32
 *  ..  CRC32C of all bytes before it i32
 * </pre>
 */
public final class OperationBlock {
    static final int HEADER = 36;
    static final int ENTRY = 20;
    static final byte FORMAT = 2;
    private static final int CHECKSUM = Integer.BYTES;

    private final byte[] bytes;
    private final int operations;
    private final int frames;
    private final int directory;
    private final long[] recordings;

    private OperationBlock(byte[] bytes) {
        this.bytes = bytes;
        this.operations = Bits.getInt(bytes, 4);
        this.frames = Bits.getInt(bytes, 8);
        this.recordings = new long[Bits.getInt(bytes, 12)];
        this.directory = Bits.getInt(bytes, 16);
        for (int index = 0; index < recordings.length; index++) {
            recordings[index] = Bits.getLong(bytes, HEADER + index * Long.BYTES);
        }
    }

    /**
     * Reads a block that was packed before.
     *
     * @throws Damaged when the checksum, the format or the place in the log is not what it must be
     */
    public static OperationBlock read(byte[] bytes, long first, long last) {
        Optional<String> fault = faultOf(bytes, first, last);
        if (fault.isPresent()) {
            throw new Damaged(fault.get());
        }
        return new OperationBlock(bytes);
    }

    /** The block is not what was written; the message says in which way. */
    public static final class Damaged extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Damaged(String fault) {
            super(fault);
        }
    }

    private static Optional<String> faultOf(byte[] bytes, long first, long last) {
        if (bytes.length < HEADER + CHECKSUM) {
            return Optional.of("it has " + bytes.length + " bytes, too few for a block");
        }
        if (bytes[0] != FORMAT) {
            return Optional.of("it has format " + bytes[0] + "; this version of Usher reads format " + FORMAT);
        }
        if (Bits.getInt(bytes, bytes.length - CHECKSUM) != checksum(bytes)) {
            return Optional.of("its checksum does not match its " + bytes.length + " bytes");
        }
        long packedFirst = Bits.getLong(bytes, 20);
        long packedLast = Bits.getLong(bytes, 28);
        return packedFirst == first && packedLast == last
                ? Optional.empty()
                : Optional.of("it holds " + packedFirst + ".." + packedLast + " instead");
    }

    static int checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, bytes.length - CHECKSUM);
        return (int) checksum.getValue();
    }

    static OperationBlock seal(byte[] bytes) {
        Bits.putInt(bytes, bytes.length - CHECKSUM, checksum(bytes));
        return new OperationBlock(bytes);
    }

    /** The packed bytes, to be stored; not to be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** How many operations it holds. */
    public int operations() {
        return operations;
    }

    /** How many operations several blocks hold; one that is in two of them counts twice. */
    static long operations(List<OperationBlock> blocks) {
        return blocks.stream().mapToLong(block -> block.operations).sum();
    }

    /** The first sequence number it covers. */
    public long first() {
        return Bits.getLong(bytes, 20);
    }

    /** The last sequence number it covers. */
    public long last() {
        return Bits.getLong(bytes, 28);
    }

    /** When the operations in it were recorded: the distinct instants, ascending, in microseconds since 1970. */
    long recording(int id) {
        return recordings[id];
    }

    /** All of those instants; not to be changed. */
    long[] recordings() {
        return recordings;
    }

    int recordingCount() {
        return recordings.length;
    }

    /** When the last of its operations was recorded, in microseconds since 1970. */
    public long lastRecording() {
        return recordings[recordings.length - 1];
    }

    /** When the last of its operations that were recorded by an instant was; Long.MIN_VALUE when none was. */
    long lastRecordingBy(long instant) {
        int found = Arrays.binarySearch(recordings, instant);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? Long.MIN_VALUE : recordings[last];
    }

    int frames() {
        return frames;
    }

    /** The frames that may hold tickets of a range of keys, as a block of its own. */
    OperationBlock slice(KeyRange range) {
        int from = frameOf(range.first(), 0);
        int to = range.isLast() ? frames : Math.min(frames, frameOf(range.end(), 0) + 1);
        int start = frameStart(from);
        int end = frameStart(to);
        int header = HEADER + recordings.length * Long.BYTES;
        int size = header + (end - start) + (to - from) * ENTRY + CHECKSUM;
        byte[] slice = Arrays.copyOf(bytes, size);
        int sliceDirectory = header + end - start;
        System.arraycopy(bytes, start, slice, header, end - start);
        System.arraycopy(bytes, directory + from * ENTRY, slice, sliceDirectory, (to - from) * ENTRY);
        int held = 0;
        for (int frame = from; frame < to; frame++) {
            held += PackedFrame.operations(bytes, frameStart(frame));
            Bits.putInt(slice, sliceDirectory + (frame - from) * ENTRY + 16, frameStart(frame) - start + header);
        }
        Bits.putInt(slice, 4, held);
        Bits.putInt(slice, 8, to - from);
        Bits.putInt(slice, 16, sliceDirectory);
        return seal(slice);
    }

    private int frameStart(int frame) {
        return frame < frames ? Bits.getInt(bytes, directory + frame * ENTRY + 16) : directory;
    }

    void readFrame(int index, Frame frame) {
        frame.read(bytes, frameStart(index), Bits.getLong(bytes, directory + index * ENTRY), recordingWidth());
    }

    void locateFrame(int index, PackedFrame frame) {
        frame.locate(bytes, frameStart(index), Bits.getLong(bytes, directory + index * ENTRY), recordingWidth());
    }

    private int recordingWidth() {
        return Bits.width(recordings.length - 1);
    }

    /** The high bits of the key at which a frame ends: the next frame's first, or the greatest there is. */
    long endOf(int frame) {
        return frame + 1 < frames ? Bits.getLong(bytes, directory + (frame + 1) * ENTRY) : -1L;
    }

    /** How the first ticket key of a frame compares to another. */
    int compareFirst(int frame, long high, long low) {
        int entry = directory + frame * ENTRY;
        return compareKeys(Bits.getLong(bytes, entry), Bits.getLong(bytes, entry + 8), high, low);
    }

    /** The first frame that may hold operations of a ticket: the last one that begins before it, or the first of all. */
    int frameOf(long high, long low) {
        return frameOf(high, low, 0, frames);
    }

    /** The same, for a ticket that is not before the one for which {@code from} was found: near to it, it is quicker. */
    int frameOf(long high, long low, int from) {
        int least = from;
        int stride = 1;
        while (least + stride < frames && compareFirst(least + stride, high, low) < 0) {
            least += stride;
            stride *= 2;
        }
        return frameOf(high, low, least, Math.min(frames, least + stride));
    }

    private int frameOf(long high, long low, int from, int to) {
        int least = from;
        int most = to;
        while (least < most) {
            int middle = (least + most) >>> 1;
            if (compareFirst(middle, high, low) < 0) {
                least = middle + 1;
            } else {
                most = middle;
            }
        }
        return Math.max(0, least - 1);
    }

    static int compareKeys(long high, long low, long otherHigh, long otherLow) {
        int byHigh = Long.compareUnsigned(high, otherHigh);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, otherLow);
    }
}
