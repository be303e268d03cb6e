package dev.usher.adapters.persistence;

import dev.usher.core.store.EventTable;
import dev.usher.core.store.Identities;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.OperationLog;
import dev.usher.core.store.OrganizerTable;
import dev.usher.core.store.ProfileTable;
import dev.usher.core.store.QuestionTable;
import dev.usher.core.store.TicketClassTable;
import dev.usher.core.store.Tokens;
import dev.usher.core.store.Transaction;
import dev.usher.core.store.UserTable;
import dev.usher.core.store.VenueTable;
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
    public UserTable users() {
        throw notYet();
    }

    @Override
    public ProfileTable profiles() {
        throw notYet();
    }

    @Override
    public EventTable events() {
        throw notYet();
    }

    @Override
    public TicketClassTable ticketClasses() {
        throw notYet();
    }

    @Override
    public QuestionTable questions() {
        throw notYet();
    }

    @Override
    public VenueTable venues() {
        throw notYet();
    }

    @Override
    public OrganizerTable organizers() {
        throw notYet();
    }

    @Override
    public void afterCommit(Runnable action) {
        actions.add(action);
    }

    private static UnsupportedOperationException notYet() {
        return new UnsupportedOperationException("the databases do not keep this yet");
    }
}
