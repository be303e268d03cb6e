package dev.usher.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.adapter.Settings;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The store in a real PostgreSQL. */
final class PostgresStoreTest extends RelationalStore {
    private final String url = RealPostgres.newDatabase();

    @Override
    Store open() {
        return new PostgresStoreFactory().open(url, Settings.of(Map.of()));
    }

    @Override
    Connection connection() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Test
    void payloadsAreKeptAsideUncompressed() throws SQLException {
        assertThat(count("SELECT COUNT(*) FROM pg_attribute WHERE attname = 'payload' AND attstorage = 'e'"))
                .isEqualTo(2);
    }

    @Test
    void aLostConnectionIsUnavailableAndTheNextAttemptFindsANewOne() throws SQLException {
        try (Store store = open()) {
            assertThatThrownBy(() -> store.write(transaction -> {
                        transaction.operations().lock(Appends.LOG);
                        endAllOtherConnections();
                        return transaction.identities().reserve(1);
                    }))
                    .isInstanceOf(StoreUnavailable.class);
            assertThat(firstNumberOnceServed(store)).isEqualTo(1);
        }
    }

    @Test
    void aConnectionLostWhileCommittingLeavesTheOutcomeUnknown() {
        try (Store store = open()) {
            assertThatThrownBy(() -> store.write(transaction -> {
                        long number = transaction.identities().reserve(1);
                        endAllOtherConnections();
                        return number;
                    }))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("unknown");
        }
    }

    @Test
    void migrationsTakeAsLongAsTheTablesAreLarge() throws SQLException {
        String limited = url + "&options=-c%20statement_timeout=50%20-c%20search_path=house";
        try (Connection connection = DriverManager.getConnection(limited)) {
            assertThat(shown(connection, "statement_timeout")).isEqualTo("50ms");
        }
        Properties limits = new Properties();
        limits.setProperty("socketTimeout", "60");
        try (Connection connection =
                PostgresStoreFactory.patient(limited, limits).getConnection()) {
            assertThat(shown(connection, "statement_timeout")).isEqualTo("0");
            assertThat(shown(connection, "lock_timeout")).isEqualTo("5s");
            assertThat(shown(connection, "search_path")).isEqualTo("house");
            assertThat(connection.getNetworkTimeout()).isZero();
        }
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet shown = statement.executeQuery("SHOW " + setting)) {
            shown.next();
            return shown.getString(1);
        }
    }

    @Test
    void severalProcessesMayShareIt() {
        try (Store store = open()) {
            assertThat(store.isShared()).isTrue();
        }
    }

    @Test
    void anUnreachableDatabaseIsToldWithinSeconds() {
        assertThatThrownBy(() -> new PostgresStoreFactory()
                        .open("jdbc:postgresql://127.0.0.1:1/nothing", Settings.of(Map.of("store.user", "nobody"))))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("cannot be reached");
    }

    private static long firstNumberOnceServed(Store store) {
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (true) {
            try {
                return store.write(transaction -> transaction.identities().reserve(1));
            } catch (StoreUnavailable stillAway) {
                if (System.nanoTime() > deadline) {
                    throw stillAway;
                }
            }
        }
    }

    private void endAllOtherConnections() {
        try {
            count("SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid != pg_backend_pid()");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
