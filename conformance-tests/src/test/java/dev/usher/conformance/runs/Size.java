package dev.usher.conformance.runs;

/** How much a test does: as much as an ordinary build bears, or all there is with {@code -Plong}. */
final class Size {
    private static final boolean LONG = Boolean.getBoolean("usher.long");

    private Size() {}

    static int of(int ordinarily, int inLongRuns) {
        return LONG ? inLongRuns : ordinarily;
    }

    /** The seed of a test's chance, printed so that a failure can be run again with {@code -Dusher.seed}. */
    static long seed(String test) {
        long seed = Long.getLong("usher.seed", System.nanoTime());
        System.out.println(test + ": run again with -Dusher.seed=" + seed);
        return seed;
    }
}
