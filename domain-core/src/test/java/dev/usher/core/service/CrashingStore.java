package dev.usher.core.service;

import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.util.function.Function;

/** A store whose process dies right after a commit, when told to: what follows the commit never happens. */
final class CrashingStore implements Store {
    private final Store store;
    private boolean crashing;

    CrashingStore(Store store) {
        this.store = store;
    }

    /** The process died. */
    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Dies after the next commit. */
    void crashAfterCommit() {
        crashing = true;
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return store.read(work);
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        if (!crashing) {
            return store.write(work);
        }
        crashing = false;
        store.write(transaction -> work.apply(new Forgetful(transaction)));
        throw new Crash();
    }

    @Override
    public void close() {
        store.close();
    }

    private record Forgetful(Transaction transaction) implements HandedOn {
        @Override
        public void afterCommit(Runnable action) {}
    }
}
