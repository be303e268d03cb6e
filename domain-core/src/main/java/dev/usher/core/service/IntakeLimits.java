package dev.usher.core.service;

/**
 * How much a bulk intake keeps in memory.
 *
 * @param batch how many operations wait until all of them are appended; each takes about 150 bytes until it is packed
 * @param knownNames how many names are remembered as stored between two appends, over all events, at 21 to 43 bytes each
 */
record IntakeLimits(int batch, long knownNames) {
    private static final long HEAP_BYTES_AN_OPERATION = 2_048;
    private static final int LEAST_BATCH = 1 << 14;

    /** The larger a batch, the fewer bytes an operation takes; beyond this there is little to win. */
    private static final int MOST_BATCH = 1 << 20;

    /** What is fitting where the heap has so many bytes: 262,144 operations and 786,432 names for 512 MiB. */
    static IntakeLimits of(long heapBytes) {
        long room = Long.highestOneBit(Math.max(1, heapBytes / HEAP_BYTES_AN_OPERATION));
        int batch = (int) Math.max(LEAST_BATCH, Math.min(MOST_BATCH, room));
        return new IntakeLimits(batch, 3L * batch);
    }
}
