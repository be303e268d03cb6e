package dev.usher.core.store;

import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where everything is kept: the one driven port behind which a database, or plain memory, stands.
 *
 * <p>Promised isolation is read committed plus conditional updates; {@link #read} sees one snapshot. A store that cannot
 * be reached throws {@link StoreUnavailable}; one whose data is damaged throws {@link DamagedLog}, never a smaller
 * number. An adapter is right when it passes the contract kit.
 */
public interface Store extends AutoCloseable {

    /**
     * Looks at one consistent snapshot; nothing may be written through the transaction given.
     *
     * @throws StoreUnavailable when the store cannot be reached
     */
    <T> T read(Function<Transaction, T> work);

    /**
     * Does the work in one transaction, which is durable when this returns and has left no trace when it throws.
     *
     * <p>The work may be run again from the start when it meets a competing transaction, so it must have no other
     * effects; what must follow a commit is said with {@link Transaction#afterCommit}.
     *
     * @throws StoreUnavailable when the store cannot be reached or will not accept writes; after a lost connection the
     *     outcome may be unknown, and the message says so
     */
    <T> T write(Function<Transaction, T> work);

    /** True when other processes may write to this store too, so that what is in memory must be followed up. */
    default boolean isShared() {
        return false;
    }

    /**
     * Hears, soon after each commit, how far other processes have moved the heads of logs, where the store can tell.
     *
     * <p>What is heard is true but only a hint: it may come late, twice, out of order or, when a connection is lost, not
     * at all, and heads that this process has moved may be among it. So whoever must know also asks now and then. A store
     * of one process has nothing to tell.
     *
     * @param listener is given the heads one after another, by a thread of the store's; it must be quick
     * @return ends the hearing when it is closed, as closing the store does
     */
    default Subscription hear(Consumer<LogHead> listener) {
        return () -> {};
    }

    /** Lets go of everything held. Work still running is finished first. */
    @Override
    void close();
}
