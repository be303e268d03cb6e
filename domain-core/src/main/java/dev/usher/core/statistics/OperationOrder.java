package dev.usher.core.statistics;

/** Sorts operations that stand in columns by ticket key, moment and device, moving row numbers instead of rows. */
final class OperationOrder extends RowOrder {
    private final long[] highs;
    private final long[] lows;
    private final long[] moments;
    private final long[] devices;

    OperationOrder(long[] highs, long[] lows, long[] moments, long[] devices) {
        this.highs = highs;
        this.lows = lows;
        this.moments = moments;
        this.devices = devices;
    }

    /** The numbers of the first {@code count} rows, in order. */
    int[] sort(int count) {
        int[] rows = new int[count];
        for (int row = 0; row < count; row++) {
            rows[row] = row;
        }
        sort(rows, new int[count], 0, count);
        return rows;
    }

    @Override
    int compare(int row, int other) {
        int byKey = OperationBlock.compareKeys(highs[row], lows[row], highs[other], lows[other]);
        if (byKey != 0) {
            return byKey;
        }
        int byMoment = Long.compare(moments[row], moments[other]);
        return byMoment != 0 ? byMoment : Long.compare(devices[row], devices[other]);
    }
}
