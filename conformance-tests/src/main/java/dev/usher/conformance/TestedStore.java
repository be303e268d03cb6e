package dev.usher.conformance;

import dev.usher.core.store.Store;

/** How a contract gets at the store it judges: all that the author of an adapter has to say. */
public interface TestedStore {

    /**
     * Opens the store under test; the contract closes it.
     *
     * <p>The first call within a test opens an empty store. A later call, made after the store was closed, opens the same
     * one again; one that several processes share is opened a second time meanwhile, too. JUnit makes a new instance of the test class for each test, so a field that names a fresh folder or
     * database is all it takes.
     */
    Store open();

    /** True when an opened store finds what was committed before it was closed; false when it forgets at the end. */
    default boolean survivesClosing() {
        return true;
    }
}
