package dev.usher.adapters.persistence;

import dev.usher.core.store.StoreUnavailable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import org.hsqldb.Session;
import org.hsqldb.error.ErrorCode;
import org.hsqldb.jdbc.JDBCConnection;
import org.hsqldb.jdbc.JDBCDriver;
import org.hsqldb.lib.FileAccess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HSQLDB, running inside this process over the files of one folder, or in memory; runs until it is shut down.
 *
 * <p>Its own connection stays open all the while. To connect anew is to start the database again when it has ended, with
 * whatever settings that connection has, and that must never happen by the way.
 */
final class HsqldbDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(HsqldbDatabase.class);

    private final HsqldbUrl url;
    private final Connection connection;

    private HsqldbDatabase(HsqldbUrl url, Connection connection) {
        this.url = url;
        this.connection = connection;
    }

    /**
     * Starts the database, which is made when it is missing, and makes sure that it keeps its promises.
     *
     * <p>A log that cannot be read to its end is refused, unless only its last, torn, uncommitted piece is missing.
     *
     * @throws StoreUnavailable when it cannot be started, or a promise is not kept
     */
    static HsqldbDatabase start(HsqldbUrl url) {
        HsqldbDatabase started = new HsqldbDatabase(url, connected(url));
        boolean kept = false;
        try {
            HsqldbPromises.requireKept(started.connection, url.folder().isPresent());
            kept = true;
            return started;
        } catch (SQLException failure) {
            throw unusable(url, "cannot be looked at", failure);
        } finally {
            if (!kept) {
                started.shutDown(true);
            }
        }
    }

    /**
     * Puts the latch between HSQLDB and its files.
     *
     * @param disk stands between the watch and the real files; the identity but for tests
     */
    WatchedFiles watch(FaultLatch latch, UnaryOperator<FileAccess> disk) {
        try {
            org.hsqldb.persist.Logger files = files();
            WatchedFiles watched = new WatchedFiles(disk.apply(files.fileAccess), latch);
            files.fileAccess = watched;
            // Closes the log and opens it anew, this time through the watch.
            execute("CHECKPOINT");
            return watched;
        } catch (SQLException failure) {
            throw unusable(url, "cannot be watched", failure);
        }
    }

    /**
     * Makes sure that a commit really goes through the watch.
     *
     * @throws StoreUnavailable when it does not
     */
    void requireWatched(WatchedFiles watched) {
        try {
            long before = watched.syncs();
            execute("UPDATE number_range SET next_number = next_number WHERE id = 1");
            if (files().fileAccess != watched || watched.syncs() == before) {
                throw new StoreUnavailable("HSQLDB writes its log past the watch over its files, so a fault of the disk"
                        + " would go unnoticed; put the version of HSQLDB on the class path that Usher was built with");
            }
        } catch (SQLException failure) {
            throw unusable(url, "cannot be written", failure);
        }
    }

    /**
     * Ends the database.
     *
     * @param asIs true to leave the files as they are, which the next start reads like after a crash
     */
    void shutDown(boolean asIs) {
        try {
            execute(asIs ? "SHUTDOWN IMMEDIATELY" : "SHUTDOWN");
        } catch (SQLException failure) {
            LOG.warn("the store '{}' was not shut down cleanly; the next start reads its log", url.name(), failure);
        }
    }

    private static Connection connected(HsqldbUrl url) {
        try {
            return connect(url, true);
        } catch (SQLException refused) {
            return url.folder()
                    .map(folder -> folder.resolve(url.name() + ".log"))
                    .filter(log -> refused.getErrorCode() == -ErrorCode.ERROR_IN_LOG_FILE)
                    .map(log -> connectedWithoutTornTail(url, log, refused))
                    .orElseThrow(() -> unusable(url, "cannot be opened", refused));
        }
    }

    private static Connection connectedWithoutTornTail(HsqldbUrl url, Path log, SQLException refused) {
        LogTail tail = LogTail.inspect(log, String.valueOf(refused.getMessage()))
                .filter(LogTail::isTorn)
                .orElseThrow(() -> new StoreUnavailable(
                        log + " is damaged, and commits follow the damaged place: " + refused.getMessage()
                                + "; to leave them out would lose what was kept, so restore the folder from a backup",
                        refused));
        LOG.warn("{} ends in line {} within a transaction that was never committed; it is dropped", log, tail.line());
        try {
            return connect(url, false);
        } catch (SQLException failure) {
            throw unusable(url, "cannot be opened", failure);
        }
    }

    private static Connection connect(HsqldbUrl url, boolean wholeLog) throws SQLException {
        return new JDBCDriver().connect(url.jdbc(), HsqldbPromises.said(wholeLog));
    }

    private org.hsqldb.persist.Logger files() throws SQLException {
        Session session = (Session) connection.unwrap(JDBCConnection.class).getSession();
        return session.getDatabase().logger;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static StoreUnavailable unusable(HsqldbUrl url, String how, SQLException failure) {
        String where = url.folder().map(Path::toString).orElse("memory");
        return new StoreUnavailable(
                "the store '" + url.name() + "' in " + where + " " + how + ": " + failure.getMessage(), failure);
    }
}
