package dev.usher.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.adapter.InvalidSetting;
import dev.usher.core.adapter.StoreHeld;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One process uses a data folder at a time, and only one whose database keeps its promises. */
final class HeldFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aSecondStoreOnTheFolderIsRefusedUntilTheFirstIsClosed() {
        try (Store first = Appends.hsqldb(folder)) {
            for (int time = 0; time < 2; time++) {
                assertThatThrownBy(() -> Appends.hsqldb(folder))
                        .isInstanceOfSatisfying(
                                StoreHeld.class,
                                held -> assertThat(held.folder()).isEqualTo(folder));
            }
            Appends.append(first, Appends.LOG, 1, new byte[] {1});
        }
        try (Store second = Appends.hsqldb(folder)) {
            assertThat(Appends.ranges(second, Appends.LOG)).hasSize(1);
        }
    }

    @Test
    void anotherProcessIsRefusedEvenAfterASecondTryInThisOne() throws Exception {
        try (Store first = Appends.hsqldb(folder)) {
            assertThatThrownBy(() -> Appends.hsqldb(folder)).isInstanceOf(StoreHeld.class);
            assertThat(AppendingProcess.start(AppendingProcess.SAFE, folder).waitFor())
                    .isEqualTo(AppendingProcess.HELD_STATUS);
            Appends.append(first, Appends.LOG, 1, new byte[] {1});
        }
    }

    @Test
    void aMissingFolderIsMade() {
        Path deep = folder.resolve("a/b c/d");
        Appends.hsqldb(deep).close();
        assertThat(deep.resolve(DataFolder.LOCK_FILE)).exists();
    }

    @Test
    void aFolderThatCannotBeMadeIsToldWithItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThatThrownBy(() -> Appends.hsqldb(file))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("store.url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET FILES WRITE DELAY TRUE",
                "SET DATABASE TRANSACTION CONTROL LOCKS",
                "SET DATABASE DEFAULT TABLE TYPE MEMORY",
                "SET DATABASE COLLATION SQL_TEXT PAD SPACE"
            })
    void aDatabaseThatWouldNotKeepItsPromisesIsRefusedAndTheFolderReleased(String spoiling) throws SQLException {
        String url = Appends.url(folder) + ";hsqldb.write_delay=false;hsqldb.tx=mvcc"
                + ";hsqldb.default_table_type=cached;sql.pad_space=false;shutdown=true";
        try (Connection connection = DriverManager.getConnection(url, "SA", "");
                Statement statement = connection.createStatement()) {
            statement.execute(spoiling);
        }
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> Appends.hsqldb(folder))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("the store's database has ");
        }
    }

    @Test
    void aFolderMayLieInTheUsersHome() {
        assertThat(HsqldbUrl.parse("jdbc:hsqldb:file:~/data/usher").folder())
                .contains(Path.of(System.getProperty("user.home"), "data"));
    }

    @Test
    void aPasswordInARefusedUrlIsNotShown() {
        assertThatThrownBy(() -> HsqldbUrl.parse("jdbc:hsqldb:file:a/b;user=SA;PASSWORD=secret;shutdown=true"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("user=SA;PASSWORD=…;shutdown=true")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:hsqldb:hsql://localhost/usher",
                "jdbc:hsqldb:file:usher-data/usher;hsqldb.write_delay=true",
                "jdbc:hsqldb:file:",
                "jdbc:hsqldb:file:usher-data/",
                "jdbc:hsqldb:mem:"
            })
    void aUrlOfAnotherFormIsRefusedWithThatForm(String url) {
        assertThatThrownBy(() -> HsqldbUrl.parse(url))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining(url)
                .hasMessageContaining("jdbc:hsqldb:file:FOLDER/NAME");
    }
}
