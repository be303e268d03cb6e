package dev.usher.adapters.persistence;

import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import dev.usher.core.store.Subscription;
import dev.usher.core.store.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store in a relational database.
 *
 * <p>Reads are read-only transactions over one snapshot. Writes are read committed, and run again as a whole when they
 * meet a competing one.
 */
final class SqlStore implements Store {
    private static final String READ_ONE_SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    private static final Logger LOG = LoggerFactory.getLogger(SqlStore.class);

    private final Jdbi jdbi;
    private final Dialect dialect;
    private final WriteGuard guard;
    private final Optional<BlockFiles> files;
    private final HeadNews news;
    private final Runnable release;
    private final Turns turns = new Turns();
    private final ReentrantReadWriteLock running = new ReentrantReadWriteLock();
    private volatile boolean closed;
    private boolean released;

    /**
     * A store over a database whose tables are up to date.
     *
     * @param database gives connections that are read committed unless told otherwise
     * @param files where long blocks stand; empty where the database keeps them itself
     * @param news tells other processes of heads, and hears of theirs
     * @param release lets go of the database; called once
     */
    SqlStore(
            DataSource database,
            Dialect dialect,
            WriteGuard guard,
            Optional<BlockFiles> files,
            HeadNews news,
            Runnable release) {
        this.jdbi = Jdbi.create(database);
        this.dialect = dialect;
        this.guard = guard;
        this.files = files;
        this.news = news;
        this.release = release;
    }

    @Override
    public boolean isShared() {
        return dialect.shared();
    }

    @Override
    public <T> T read(Function<Transaction, T> work) {
        List<Runnable> actions = new ArrayList<>();
        T result = whileOpen(() -> Attempts.run(() -> {
            actions.clear();
            return once(work, actions, true);
        }));
        actions.forEach(Runnable::run);
        return result;
    }

    @Override
    public <T> T write(Function<Transaction, T> work) {
        List<Runnable> actions = new ArrayList<>();
        T result = whileOpen(() -> {
            guard.beforeWrite(0);
            T written = Attempts.run(() -> {
                actions.clear();
                return once(work, actions, false);
            });
            guard.afterCommit();
            return written;
        });
        actions.forEach(Runnable::run);
        return result;
    }

    @Override
    public Subscription hear(Consumer<LogHead> listener) {
        return whileOpen(() -> news.hear(listener));
    }

    @Override
    public void close() {
        closed = true;
        running.writeLock().lock();
        try {
            if (!released) {
                released = true;
                release.run();
            }
        } finally {
            running.writeLock().unlock();
        }
    }

    private <T> T whileOpen(Supplier<T> work) {
        // A thread that is asked to wait here could be one that the closing thread itself waits for.
        if (closed || !running.readLock().tryLock()) {
            throw new StoreUnavailable("the store is closed");
        }
        try {
            return Uninterrupted.run(work::get);
        } finally {
            running.readLock().unlock();
        }
    }

    private <T> T once(Function<Transaction, T> work, List<Runnable> actions, boolean readOnly) {
        try (Turns.Held held = turns.begin();
                BlockChanges changes = new BlockChanges(files);
                Handle handle = jdbi.open()) {
            handle.begin();
            try {
                if (readOnly) {
                    handle.execute(READ_ONE_SNAPSHOT);
                }
                List<LogHead> moved = new ArrayList<>();
                EventCounts counts = new EventCounts();
                T result = work.apply(new SqlTransaction(handle, dialect, held, changes, counts, moved, actions));
                counts.write(handle);
                changes.beforeCommit();
                commit(handle, readOnly);
                changes.committed();
                news.tell(handle, moved);
                return result;
            } finally {
                rollBackWhatIsLeft(handle);
            }
        } catch (JdbiException failure) {
            throw translated(failure);
        }
    }

    private void commit(Handle handle, boolean readOnly) {
        try {
            handle.commit();
        } catch (JdbiException failure) {
            Optional<SqlFault> fault = SqlFault.within(failure).map(SqlFault::of);
            if (readOnly || fault.equals(Optional.of(SqlFault.CONFLICT))) {
                throw failure;
            }
            guard.commitFailed(failure);
            throw new StoreUnavailable(
                    "the database failed while committing, so it is unknown whether the work was kept ("
                            + failure.getMessage() + "); look before you repeat what may not happen twice",
                    failure);
        } catch (Error failure) {
            guard.commitFailed(failure);
            throw failure;
        }
    }

    // What went wrong before is what the caller must hear of; the pool drops a connection that cannot even roll back.
    private static void rollBackWhatIsLeft(Handle handle) {
        try {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (JdbiException connectionLost) {
            LOG.debug("a transaction could not be rolled back", connectionLost);
        }
    }

    private RuntimeException translated(JdbiException failure) {
        Optional<SQLException> reported = SqlFault.within(failure);
        if (reported.isEmpty()) {
            return failure;
        }
        SQLException cause = reported.get();
        return switch (SqlFault.of(cause)) {
            case CONFLICT -> new Attempts.Conflict(failure);
            case UNAVAILABLE ->
                new StoreUnavailable(
                        "the database cannot be used now: " + cause.getMessage() + "; nothing was written, try again",
                        failure);
            case READ_ONLY -> new IllegalStateException("nothing may be written while reading", failure);
            case BROKEN_PROGRAM -> failure;
        };
    }
}
