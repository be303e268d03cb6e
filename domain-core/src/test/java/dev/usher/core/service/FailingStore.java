package dev.usher.core.service;

import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import dev.usher.core.store.Transaction;
import java.util.function.Function;

/** A store that can be cut off, that fails a commit when told to, and that lets something happen in the middle of a read. */
final class FailingStore implements Store {
    private final Store store;
    private volatile boolean cutOff;
    private volatile boolean failing;
    private Runnable meanwhile = () -> {};

    FailingStore(Store store) {
        this.store = store;
    }

    /** From now on nothing reaches the store. */
    void cutOff() {
        cutOff = true;
    }

    /** The store is there again. */
    void reconnect() {
        cutOff = false;
    }

    /** The next transaction does its work and is rolled back. */
    void failNextCommit() {
        failing = true;
    }

    /** Happens once, after the next read has seen what it sees and before its answer arrives. */
    void duringNextRead(Runnable action) {
        meanwhile = action;
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        requireReachable();
        T seen = store.read(work);
        Runnable action = meanwhile;
        meanwhile = () -> {};
        action.run();
        return seen;
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        requireReachable();
        if (!failing) {
            return store.write(work);
        }
        failing = false;
        return store.write(transaction -> {
            throw new StoreUnavailable("the commit of " + work.apply(transaction) + " failed");
        });
    }

    @Override
    public void close() {
        store.close();
    }

    private void requireReachable() {
        if (cutOff) {
            throw new StoreUnavailable("the store is cut off");
        }
    }
}
