package dev.usher.conformance;

import java.util.concurrent.CountDownLatch;

/** A place where transactions wait a moment for one another, so that they overlap in every store that lets them. */
final class Meeting {
    private final CountDownLatch missing;

    /** A meeting of so many. */
    Meeting(int participants) {
        this.missing = new CountDownLatch(participants);
    }

    /** Arrives, and goes on when all have arrived or a moment has passed. */
    void join() {
        missing.countDown();
        // A store that runs writers one by one never lets all arrive; going on alone is right there.
        boolean unused = Concurrently.withinAMoment(missing);
    }
}
