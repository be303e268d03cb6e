package dev.usher.core.service;

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

    private record Forgetful(Transaction transaction) implements Transaction {
        @Override
        public Identities identities() {
            return transaction.identities();
        }

        @Override
        public Tokens tokens() {
            return transaction.tokens();
        }

        @Override
        public OperationLog operations() {
            return transaction.operations();
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
        public void afterCommit(Runnable action) {}
    }
}
