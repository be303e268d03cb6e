package dev.usher.core.service;

import dev.usher.core.store.BlockRange;
import dev.usher.core.store.OperationLog;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.function.Function;

/**
 * A store whose writing transactions are read committed: when told to, another transaction has merged all blocks right
 * after the ranges were listed.
 */
final class MergingStore implements Store {
    private final Store store;
    private final Queue<List<BlockRange>> listings = new ArrayDeque<>();

    MergingStore(Store store) {
        this.store = store;
    }

    /** The next listing of ranges is this one, of blocks that are merged before they are read. */
    void listOnce(List<BlockRange> beforeTheMerge) {
        listings.add(beforeTheMerge);
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        return store.read(work);
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        return store.write(
                transaction -> work.apply(new ReadCommitted(transaction, merging(transaction.operations()))));
    }

    @Override
    public void close() {
        store.close();
    }

    private OperationLog merging(OperationLog log) {
        return (OperationLog) Proxy.newProxyInstance(
                OperationLog.class.getClassLoader(),
                new Class<?>[] {OperationLog.class},
                (proxy, method, arguments) -> method.getName().equals("ranges") && !listings.isEmpty()
                        ? listings.remove()
                        : method.invoke(log, arguments));
    }

    private record ReadCommitted(Transaction transaction, OperationLog operations) implements HandedOn {}
}
