package dev.usher.core.statistics;

/** Brings row numbers into the order of what stands in the rows; rows that are equal stay as they came. */
abstract class RowOrder {
    private static final int SHORT = 24;

    /** Negative, zero or positive, as the first row is before, equal to or behind the other. */
    abstract int compare(int row, int other);

    /** Sorts a stretch: by insertion where it is short, else by merging halves. */
    final void sort(int[] order, int[] spare, int from, int to) {
        if (to - from <= SHORT) {
            insert(order, from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(order, spare, from, middle);
        sort(order, spare, middle, to);
        if (compare(order[middle - 1], order[middle]) <= 0) {
            return;
        }
        System.arraycopy(order, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        for (int at = from; left < middle; at++) {
            order[at] = right < to && compare(order[right], spare[left]) < 0 ? order[right++] : spare[left++];
        }
    }

    private void insert(int[] order, int from, int to) {
        for (int next = from + 1; next < to; next++) {
            int row = order[next];
            int at = next;
            while (at > from && compare(row, order[at - 1]) < 0) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = row;
        }
    }
}
