package dev.usher.core.statistics;

import java.util.Arrays;

/**
 * Sorts records of a few longs each that lie one after the other, by all their first longs as unsigned numbers.
 *
 * <p>The first long must be as good as random, as hashes are. First all records are moved into 256 parts by the highest
 * eight bits, so that a part fits into a core's own cache. There a word for each record is brought in order by the bits
 * that follow, and the records are gathered.
 *
 * <pre>
 *   63 56 55              n+12 n+11       n n-1           0
 *  | part | 11 bits: the digit | more bits | record number |     n bits are enough for every record of the part
 * </pre>
 *
 * Records that still look equal nearly always are one ticket's, and come in order where they came in order of time.
 */
final class RecordSort extends RowOrder {
    private static final int PARTS = 256;
    private static final int PART_SHIFT = 56;
    private static final int DIGITS = 1 << 11;
    private static final int DIGIT_SHIFT = PART_SHIFT - 11;
    private static final int FEW = 256;
    private static final int SHORT = 24;

    private final int width;
    private final int compared;
    /** Empty until a part is large enough to need it; most sorts never have one. */
    private int[] digitStarts = {};

    private long[] parted = {};
    private long[] words = {};
    private long[] spareWords = {};
    private int[] order = {};
    private int[] spareOrder = {};
    /** The first record of the part at hand. */
    private int first;

    /**
     * Sorts records of so many longs.
     *
     * @param compared how many of them count
     */
    RecordSort(int width, int compared) {
        this.width = width;
        this.compared = compared;
    }

    /** Brings the first {@code count} records in order; records that are equal stay as they came. */
    void sort(long[] records, int count) {
        if (count < 2) {
            return;
        }
        if (parted.length < count * width) {
            parted = new long[records.length];
        }
        if (count <= FEW) {
            System.arraycopy(records, 0, parted, 0, count * width);
            sortPart(records, 0, count);
            return;
        }
        int[] ends = new int[PARTS + 1];
        for (int record = 0; record < count; record++) {
            ends[1 + (int) (records[record * width] >>> PART_SHIFT)]++;
        }
        for (int part = 0; part < PARTS; part++) {
            ends[part + 1] += ends[part];
        }
        for (int record = 0; record < count; record++) {
            int from = record * width;
            int to = ends[(int) (records[from] >>> PART_SHIFT)]++ * width;
            for (int at = 0; at < width; at++) {
                parted[to + at] = records[from + at];
            }
        }
        int start = 0;
        for (int part = 0; part < PARTS; part++) {
            sortPart(records, start, ends[part] - start);
            start = ends[part];
        }
    }

    /** Sorts a part, whose records stand among the parted ones, back into the records. */
    private void sortPart(long[] records, int start, int count) {
        if (count == 0) {
            return;
        }
        makeRoom(count);
        first = start;
        int rowBits = Bits.width(count - 1L);
        for (int row = 0; row < count; row++) {
            words[row] = parted[(start + row) * width] >>> rowBits << rowBits | row;
        }
        if (count > FEW) {
            distribute(count);
            finish(count);
        } else {
            insert(0, count);
        }
        int from = 0;
        for (int at = 0; at < count; at++) {
            order[at] = (int) (words[at] & ((1L << rowBits) - 1));
            if ((words[at] ^ words[from]) >>> rowBits != 0) {
                sort(order, spareOrder, from, at);
                from = at;
            }
        }
        sort(order, spareOrder, from, count);
        for (int at = 0; at < count; at++) {
            int to = (start + at) * width;
            int source = (start + order[at]) * width;
            for (int place = 0; place < width; place++) {
                records[to + place] = parted[source + place];
            }
        }
    }

    private void makeRoom(int count) {
        if (words.length < count) {
            words = new long[count + count / 4];
            spareWords = new long[words.length];
            order = new int[words.length];
            spareOrder = new int[words.length];
        }
    }

    private void distribute(int count) {
        if (digitStarts.length == 0) {
            digitStarts = new int[DIGITS + 1];
        }
        int[] starts = digitStarts;
        Arrays.fill(starts, 0);
        for (int at = 0; at < count; at++) {
            starts[1 + digit(words[at])]++;
        }
        for (int digit = 0; digit < DIGITS; digit++) {
            starts[digit + 1] += starts[digit];
        }
        for (int at = 0; at < count; at++) {
            spareWords[starts[digit(words[at])]++] = words[at];
        }
        long[] sorted = spareWords;
        spareWords = words;
        words = sorted;
    }

    private static int digit(long word) {
        return (int) (word >>> DIGIT_SHIFT) & (DIGITS - 1);
    }

    /** Sorts the words of each digit among themselves; they have the same sign, so they compare as signed ones do. */
    private void finish(int count) {
        int from = 0;
        for (int at = 1; at <= count; at++) {
            if (at == count || digit(words[at]) != digit(words[from])) {
                if (at - from <= SHORT) {
                    insert(from, at);
                } else {
                    Arrays.sort(words, from, at);
                }
                from = at;
            }
        }
    }

    private void insert(int from, int to) {
        for (int next = from + 1; next < to; next++) {
            long word = words[next];
            int at = next;
            while (at > from && Long.compareUnsigned(word, words[at - 1]) < 0) {
                words[at] = words[at - 1];
                at--;
            }
            words[at] = word;
        }
    }

    @Override
    int compare(int row, int other) {
        int at = (first + row) * width;
        int otherAt = (first + other) * width;
        for (int place = 0; place < compared; place++) {
            int byPlace = Long.compareUnsigned(parted[at + place], parted[otherAt + place]);
            if (byPlace != 0) {
                return byPlace;
            }
        }
        return 0;
    }
}
