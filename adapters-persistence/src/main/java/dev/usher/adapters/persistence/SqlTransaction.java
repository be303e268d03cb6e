package dev.usher.adapters.persistence;

import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import dev.usher.core.store.BelongingTable;
import dev.usher.core.store.Identities;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.OperationLog;
import dev.usher.core.store.ProfileTable;
import dev.usher.core.store.QuestionTable;
import dev.usher.core.store.TicketClassTable;
import dev.usher.core.store.Tokens;
import dev.usher.core.store.Transaction;
import dev.usher.core.store.UserTable;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * One transaction of a relational database.
 *
 * @param handle the connection it runs on
 * @param dialect what that database says differently
 * @param turns the logs it has the turn on
 * @param files what it does with the files of blocks
 * @param counts collects how many events and ticket classes it makes or deletes
 * @param moved collects the heads it moves
 * @param actions collects what is to follow the commit
 */
record SqlTransaction(
        Handle handle,
        Dialect dialect,
        Turns.Held turns,
        BlockChanges files,
        EventCounts counts,
        List<LogHead> moved,
        List<Runnable> actions)
        implements Transaction {

    @Override
    public Identities identities() {
        return new JdbiIdentities(handle, events());
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
        return new JdbiUsers(handle);
    }

    @Override
    public ProfileTable profiles() {
        return new JdbiProfiles(handle);
    }

    @Override
    public JdbiEvents events() {
        return new JdbiEvents(handle, dialect, turns, counts);
    }

    @Override
    public TicketClassTable ticketClasses() {
        return new JdbiTicketClasses(handle, dialect, counts);
    }

    @Override
    public QuestionTable questions() {
        return new JdbiQuestions(handle);
    }

    @Override
    public BelongingTable<Venue> venues() {
        return JdbiBelongings.venues(handle);
    }

    @Override
    public BelongingTable<Organizer> organizers() {
        return JdbiBelongings.organizers(handle);
    }

    @Override
    public void afterCommit(Runnable action) {
        actions.add(action);
    }
}
