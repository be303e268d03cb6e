package dev.usher.core.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Keeps everything in memory and forgets it at the end: the reference implementation of the port, and a store for tests
 * and trials.
 *
 * <p>The whole content is one immutable value. Readers take it as it is; a single writer builds the next one aside and
 * publishes it on commit, so a transaction that throws leaves no trace.
 */
public final class MemoryStore implements Store {
    private final ReentrantLock writing = new ReentrantLock();
    private volatile MemoryContent content = MemoryContent.EMPTY;
    private volatile boolean closed;

    /** An empty store. */
    public MemoryStore() {}

    @Override
    public <T> T read(Function<Transaction, T> work) {
        requireOpen();
        MemoryTransaction transaction = new MemoryTransaction(content, false);
        return work.apply(transaction);
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        requireOpen();
        if (writing.isHeldByCurrentThread()) {
            throw new IllegalStateException("a transaction may not begin another");
        }
        List<Runnable> afterCommit = new ArrayList<>();
        T result;
        writing.lock();
        try {
            MemoryTransaction transaction = new MemoryTransaction(content, true);
            result = work.apply(transaction);
            content = transaction.content();
            afterCommit.addAll(transaction.actions());
        } finally {
            writing.unlock();
        }
        afterCommit.forEach(Runnable::run);
        return result;
    }

    @Override
    public void close() {
        closed = true;
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreUnavailable("the store is closed");
        }
    }
}
