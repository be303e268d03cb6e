package dev.usher.adapters.persistence;

import dev.usher.core.store.Identities;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.OperationLog;
import dev.usher.core.store.Tokens;
import dev.usher.core.store.Transaction;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * One transaction of a relational database.
 *
 * @param handle the connection it runs on
 * @param dialect what that database says differently
 * @param turns the logs it has the turn on
 * @param files what it does with the files of blocks
 * @param moved collects the heads it moves
 * @param actions collects what is to follow the commit
 */
record SqlTransaction(
        Handle handle,
        Dialect dialect,
        Turns.Held turns,
        BlockChanges files,
        List<LogHead> moved,
        List<Runnable> actions)
        implements Transaction {

    @Override
    public Identities identities() {
        return new JdbiIdentities(handle);
    }

    @Override
    public Tokens tokens() {
        return new JdbiTokens(handle);
    }

    @Override
    public OperationLog operations() {
        return new JdbiOperationLog(handle, turns, files, moved, dialect.partBytes());
    }

    @Override
    public void afterCommit(Runnable action) {
        actions.add(action);
    }
}
