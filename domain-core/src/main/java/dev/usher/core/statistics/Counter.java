package dev.usher.core.statistics;

/**
 * The independent counters of ticket statistics, each a lane of a {@link Changes}; the others are differences of these.
 */
enum Counter {
    TOTAL(0),
    DELETED(1),
    EVER_DOWNLOADED(2),
    DOWNLOADED(3),
    PENDING_TRANSFER(4),
    CONTROLLED(5),
    ACTIVATED(6),
    ACTIVATED_OFFLINE(7),
    ACTIVATED_MANUALLY(8),
    NOT_ACTIVATED(9),
    TRANSFERRED_ONCE(10),
    TRANSFERRED_TWICE(11),
    TRANSFERRED_THREE_TIMES(12),
    TRANSFERRED_FOUR_TIMES_OR_MORE(13),
    TRANSFERS(14);

    /** Room for the counters, one lane to spare. */
    static final int LANES = 16;

    private final int lane;

    Counter(int lane) {
        this.lane = lane;
    }

    int lane() {
        return lane;
    }

    /** This counter among counters that stand by lane. */
    long of(long[] counters) {
        return counters[lane];
    }
}
