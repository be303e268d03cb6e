package dev.usher.conformance.broken;

import dev.usher.core.store.MemoryStore;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A store that hands everything on to one in memory, by way of transactions that may be broken. */
class HandingOnStore implements Store {
    private final MemoryStore memory = new MemoryStore();
    private final UnaryOperator<Transaction> fault;

    HandingOnStore(UnaryOperator<Transaction> fault) {
        this.fault = fault;
    }

    /** A store whose transactions are sound; what is broken is overridden. */
    HandingOnStore() {
        this(UnaryOperator.identity());
    }

    /** What the store holds now, as a view that never changes. */
    final Transaction snapshot() {
        return memory.read(transaction -> transaction);
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return memory.read(transaction -> work.apply(fault.apply(transaction)));
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        return memory.write(transaction -> work.apply(fault.apply(transaction)));
    }

    @Override
    public void close() {
        memory.close();
    }
}
