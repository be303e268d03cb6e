package dev.usher.conformance.broken;

import dev.usher.core.store.DamagedLog;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import java.util.List;
import java.util.function.Supplier;

/**
 * One way in which a store can be broken, and the tests of the contract that must find it.
 *
 * @param name what it does wrong
 * @param store makes such a store, empty
 * @param foundBy names of tests of the contract, each of which fails on it
 * @param thrown exceptions that tell of the fault, for the store is broken by throwing them
 */
record Fault(String name, Supplier<Store> store, List<String> foundBy, List<Class<? extends RuntimeException>> thrown) {
    private static final List<Class<? extends RuntimeException>> DOCUMENTED =
            List.of(StoreUnavailable.class, DamagedLog.class);

    static Fault fault(String name, Supplier<Store> store, String... foundBy) {
        return new Fault(name, store, List.of(foundBy), DOCUMENTED);
    }

    /** The same fault of a store that throws what no store should. */
    Fault throwing(Class<? extends RuntimeException> undocumented) {
        return new Fault(name, store, foundBy, List.of(undocumented));
    }

    /** True for what a test says itself, and for what this store throws; any other exception is an accident. */
    boolean isToldBy(Throwable failure) {
        boolean isSaid = failure instanceof AssertionError || thrown.contains(failure.getClass());
        return isSaid && (failure.getCause() == null || isToldBy(failure.getCause()));
    }

    @Override
    public String toString() {
        return "a store that " + name;
    }
}
