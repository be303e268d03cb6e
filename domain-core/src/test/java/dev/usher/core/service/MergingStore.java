package dev.usher.core.service;

import dev.usher.core.store.BlockRange;
import dev.usher.core.store.EventTable;
import dev.usher.core.store.Identities;
import dev.usher.core.store.OperationLog;
import dev.usher.core.store.OrganizerTable;
import dev.usher.core.store.ProfileTable;
import dev.usher.core.store.QuestionTable;
import dev.usher.core.store.Store;
import dev.usher.core.store.TicketClassTable;
import dev.usher.core.store.Tokens;
import dev.usher.core.store.Transaction;
import dev.usher.core.store.UserTable;
import dev.usher.core.store.VenueTable;
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

    private record ReadCommitted(Transaction transaction, OperationLog operations) implements Transaction {
        @Override
        public Identities identities() {
            return transaction.identities();
        }

        @Override
        public Tokens tokens() {
            return transaction.tokens();
        }

        @Override
        public UserTable users() {
            return transaction.users();
        }

        @Override
        public ProfileTable profiles() {
            return transaction.profiles();
        }

        @Override
        public EventTable events() {
            return transaction.events();
        }

        @Override
        public TicketClassTable ticketClasses() {
            return transaction.ticketClasses();
        }

        @Override
        public QuestionTable questions() {
            return transaction.questions();
        }

        @Override
        public VenueTable venues() {
            return transaction.venues();
        }

        @Override
        public OrganizerTable organizers() {
            return transaction.organizers();
        }

        @Override
        public void afterCommit(Runnable action) {
            transaction.afterCommit(action);
        }
    }
}
