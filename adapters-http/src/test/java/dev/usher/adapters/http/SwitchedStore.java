package dev.usher.adapters.http;

import dev.usher.core.store.MemoryStore;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** A store in memory that can be broken, or held up, while it runs. */
final class SwitchedStore implements Store {
    private final Store memory = new MemoryStore();
    private volatile Optional<Supplier<RuntimeException>> fault = Optional.empty();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    /** From now on everything throws this. */
    void breakWith(Supplier<RuntimeException> thrown) {
        fault = Optional.of(thrown);
    }

    void mend() {
        fault = Optional.empty();
    }

    /** From now on everything waits until the latch is open. */
    void holdUpUntil(CountDownLatch opened) {
        gate = opened;
    }

    /** True while somebody waits. */
    boolean holdsUp() {
        return waiting.get() > 0;
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        pass();
        return memory.read(work);
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        pass();
        return memory.write(work);
    }

    @Override
    public void close() {
        memory.close();
    }

    private void pass() {
        waiting.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } finally {
            waiting.decrementAndGet();
        }
        fault.ifPresent(thrown -> {
            throw thrown.get();
        });
    }
}
