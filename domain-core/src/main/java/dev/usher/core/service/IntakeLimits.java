package dev.usher.core.service;

/**
 * How much a bulk intake keeps in memory.
 *
 * <p>As many operations wait as {@code batch} and {@code bytes} allow, whichever is reached first. Two batches are alive as
 * they came and two as they are stored, so their names take about four times {@code bytes}, a quarter of the heap.
 *
 * @param batch how many operations wait until all of them are appended; each takes about 100 bytes beside its names
 * @param bytes how many bytes the names of those operations take, and the batches themselves where events are many
 * @param knownNames how many names are remembered as stored between two appends, over all events, at 21 to 43 bytes each
 */
record IntakeLimits(int batch, int bytes, long knownNames) {
    private static final long HEAP_BYTES_AN_OPERATION = 2_048;
    private static final int LEAST_BATCH = 1 << 14;

    /** That is 128 bytes for the names of each operation: more than two UUIDs, fewer than the longest names take. */
    private static final int HEAP_BYTES_A_BYTE = 16;

    private static final int LEAST_BYTES = 1 << 20;

    /** One event's names stand in one array, which can grow to 2 GiB. */
    private static final int MOST_BYTES = 1 << 28;

    /** The larger a batch, the fewer bytes an operation takes; beyond this there is little to win. */
    private static final int MOST_BATCH = 1 << 20;

    /**
     * What is fitting where the heap has so many bytes: 262,144 operations with 32 MiB of names, and 786,432 known names
     * for 512 MiB.
     */
    static IntakeLimits of(long heapBytes) {
        long room = Long.highestOneBit(Math.max(1, heapBytes / HEAP_BYTES_AN_OPERATION));
        int batch = (int) Math.max(LEAST_BATCH, Math.min(MOST_BATCH, room));
        int bytes = (int) Math.max(LEAST_BYTES, Math.min(MOST_BYTES, heapBytes / HEAP_BYTES_A_BYTE));
        return new IntakeLimits(batch, bytes, 3L * batch);
    }
}
