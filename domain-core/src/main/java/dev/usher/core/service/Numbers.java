package dev.usher.core.service;

import dev.usher.core.store.Store;

/** Hands out engine-wide numbers from ranges reserved in the store, so that most need no transaction. */
final class Numbers {
    private static final int RANGE = 1_000;

    private final Store store;
    private long next = 1;
    private long end = 1;

    Numbers(Store store) {
        this.store = store;
    }

    /** A number nobody else has. Must not be called inside a transaction, for it may need one of its own. */
    synchronized long next() {
        if (next == end) {
            next = store.write(transaction -> transaction.identities().reserve(RANGE));
            end = next + RANGE;
        }
        return next++;
    }
}
