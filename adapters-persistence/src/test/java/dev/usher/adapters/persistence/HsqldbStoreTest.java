package dev.usher.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.store.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded store, in a folder. */
final class HsqldbStoreTest extends RelationalStore {
    @TempDir
    private Path folder;

    @Test
    void belongsToOneProcess() {
        assertThat(store.isShared()).isFalse();
    }

    @Override
    Store open() {
        return Appends.hsqldb(folder);
    }

    @Override
    Connection connection() throws SQLException {
        return DriverManager.getConnection(Appends.url(folder) + ";ifexists=true", "SA", "");
    }
}
