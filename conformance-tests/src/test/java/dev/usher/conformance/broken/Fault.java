package dev.usher.conformance.broken;

import dev.usher.core.store.Store;
import java.util.List;
import java.util.function.Supplier;

/**
 * One way in which a store can be broken, and the tests of the contract that must find it.
 *
 * @param name what it does wrong
 * @param store makes such a store, empty
 * @param foundBy names of tests of the contract, each of which fails on it
 */
record Fault(String name, Supplier<Store> store, List<String> foundBy) {

    static Fault fault(String name, Supplier<Store> store, String... foundBy) {
        return new Fault(name, store, List.of(foundBy));
    }

    @Override
    public String toString() {
        return "a store that " + name;
    }
}
