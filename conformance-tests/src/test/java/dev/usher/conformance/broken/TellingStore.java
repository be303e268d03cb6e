package dev.usher.conformance.broken;

import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import dev.usher.core.store.Subscription;
import dev.usher.core.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A sound store that several processes share, all of them in this one, and that tells of heads; to be broken. */
class TellingStore extends HandingOnStore {
    final List<Consumer<LogHead>> listeners = new CopyOnWriteArrayList<>();
    private int users;

    /** Opens the same store for whoever comes while somebody has it open, and an empty one otherwise. */
    static Supplier<Store> shared(Supplier<TellingStore> empty) {
        List<TellingStore> last = new ArrayList<>(List.of(empty.get()));
        return () -> {
            if (last.get(0).isClosed()) {
                last.set(0, empty.get());
            }
            last.get(0).users++;
            return last.get(0);
        };
    }

    final boolean isClosed() {
        return users == 0;
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        List<LogHead> moved = new ArrayList<>();
        T result = super.write(transaction -> work.apply(new HandingOnTransaction(transaction) {
            @Override
            public void moveHead(LogHead head) {
                super.moveHead(head);
                moved.add(head);
            }
        }));
        moved.forEach(this::tell);
        return result;
    }

    @Override
    public Subscription hear(Consumer<LogHead> listener) {
        if (isClosed()) {
            throw new StoreUnavailable("the store is closed");
        }
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    void tell(LogHead head) {
        listeners.forEach(listener -> tell(listener, head));
    }

    private static void tell(Consumer<LogHead> listener, LogHead head) {
        try {
            listener.accept(head);
        } catch (IllegalStateException ofTheListener) {
            // its own affair
        }
    }

    @Override
    public void close() {
        users--;
        if (isClosed()) {
            super.close();
        }
    }
}
