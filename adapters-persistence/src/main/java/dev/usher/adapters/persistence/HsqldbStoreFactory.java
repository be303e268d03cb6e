package dev.usher.adapters.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.usher.core.adapter.Settings;
import dev.usher.core.adapter.StoreFactory;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.hsqldb.jdbc.JDBCDataSource;
import org.hsqldb.lib.FileAccess;
import org.jdbi.v3.core.Jdbi;

/**
 * Opens the embedded store: HSQLDB in a folder, which one process uses at a time, or in memory.
 *
 * <p>HSQLDB as it comes loses commits when its process is killed, and takes commits for kept that a full or failing disk
 * has refused. What stands around it here makes it keep its word.
 */
final class HsqldbStoreFactory implements StoreFactory {
    private static final int CONNECTIONS = 10;
    private static final long CONNECTION_TIMEOUT_MILLIS = 10_000;

    private final UnaryOperator<FileAccess> disk;

    HsqldbStoreFactory() {
        this(UnaryOperator.identity());
    }

    /** A factory whose stores write to another disk than the real one. */
    HsqldbStoreFactory(UnaryOperator<FileAccess> disk) {
        this.disk = disk;
    }

    @Override
    public Store open(String url, Settings settings) {
        HsqldbUrl where = HsqldbUrl.parse(url);
        long leastFreeBytes = settings.bytes(StoreSettings.LEAST_FREE_SPACE);
        return where.folder()
                .map(folder -> inFolder(where, folder, leastFreeBytes))
                .orElseGet(() -> inMemory(where));
    }

    private static Store inMemory(HsqldbUrl where) {
        HsqldbDatabase database = HsqldbDatabase.start(where);
        boolean opened = false;
        try {
            Migrations.run(source(where), Dialect.HSQLDB);
            HikariDataSource pool = pool(where);
            opened = true;
            return new SqlStore(pool, Dialect.HSQLDB, WriteGuard.NONE, Optional.empty(), HeadNews.NONE, () -> {
                pool.close();
                database.shutDown(false);
            });
        } finally {
            if (!opened) {
                database.shutDown(true);
            }
        }
    }

    private Store inFolder(HsqldbUrl where, Path path, long leastFreeBytes) {
        DataFolder folder = DataFolder.hold(path);
        boolean opened = false;
        try {
            folder.removeStaleLock(where.name());
            FaultLatch latch = new FaultLatch();
            WriteGuard guard = new DiskGuard(folder.path(), leastFreeBytes, latch);
            Store store = watched(where, folder, latch, guard);
            opened = true;
            return store;
        } catch (IOException failure) {
            throw new StoreUnavailable("the disk of " + path + " cannot be looked at: " + failure, failure);
        } finally {
            if (!opened) {
                folder.close();
            }
        }
    }

    private Store watched(HsqldbUrl where, DataFolder folder, FaultLatch latch, WriteGuard guard) {
        HsqldbDatabase database = HsqldbDatabase.start(where);
        boolean opened = false;
        try {
            WatchedFiles watched = database.watch(latch, disk);
            Migrations.run(source(where), Dialect.HSQLDB);
            database.requireWatched(watched);
            latch.requireSound("the store was not opened");
            BlockFiles files = BlockFiles.open(folder.path(), where.name(), watched, latch, guard, filesNamed(where));
            // Only now: a pool that outlived a refused database would start it again.
            HikariDataSource pool = pool(where);
            opened = true;
            return new SqlStore(pool, Dialect.HSQLDB, guard, Optional.of(files), HeadNews.NONE, () -> {
                pool.close();
                database.shutDown(latch.isTripped());
                folder.close();
            });
        } finally {
            if (!opened) {
                database.shutDown(true);
            }
        }
    }

    private static List<Long> filesNamed(HsqldbUrl where) {
        return Jdbi.create(source(where)).withHandle(JdbiOperationLog::filesNamed);
    }

    private static DataSource source(HsqldbUrl where) {
        JDBCDataSource source = new JDBCDataSource();
        source.setUrl(where.jdbc() + ";ifexists=true");
        source.setUser("SA");
        source.setPassword("");
        return source;
    }

    private static HikariDataSource pool(HsqldbUrl where) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("usher-hsqldb");
        config.setDataSource(source(where));
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }
}
