package dev.usher.conformance.stores;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import dev.usher.core.adapter.StoreFactory;
import dev.usher.core.store.MemoryStore;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A third party's adapter: stores in memory that outlive the command which opened them, so that one command can ask what
 * another one imported. Found as every adapter is.
 */
public final class KeptMemoryModule extends AbstractModule {
    static final String SCHEME = "kept-memory:";

    private static final Map<String, MemoryStore> KEPT = new ConcurrentHashMap<>();

    /** Stores at {@code kept-memory:NAME}; each name's is made when it is first opened. */
    public KeptMemoryModule() {}

    @Override
    protected void configure() {
        MapBinder.newMapBinder(binder(), String.class, StoreFactory.class)
                .permitDuplicates()
                .addBinding(SCHEME)
                .toInstance((url, settings) -> new Kept(KEPT.computeIfAbsent(url, name -> new MemoryStore())));
    }

    /** Lets a store be forgotten. */
    static void forget(String url) {
        KEPT.remove(url);
    }

    private record Kept(MemoryStore store) implements Store {
        @Override
        public <T> T read(Function<Transaction, T> work) {
            return store.read(work);
        }

        @Override
        public <T> T write(Function<Transaction, T> work) {
            return store.write(work);
        }

        @Override
        public boolean isShared() {
            return true;
        }

        @Override
        public void close() {
            // Whoever opens it next finds what is in it.
        }
    }
}
