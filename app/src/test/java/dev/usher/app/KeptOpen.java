package dev.usher.app;

import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.util.function.Function;

/** A store that outlives the commands that close it, as one on disk does. */
record KeptOpen(Store store) implements Store {

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return store.read(work);
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        return store.write(work);
    }

    @Override
    public void close() {}
}
