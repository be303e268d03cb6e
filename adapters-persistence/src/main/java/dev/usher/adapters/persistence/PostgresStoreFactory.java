package dev.usher.adapters.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.usher.core.adapter.Settings;
import dev.usher.core.adapter.StoreFactory;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoreUnavailable;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens the store in a PostgreSQL database, which several nodes may share. */
final class PostgresStoreFactory implements StoreFactory {
    static final String SCHEME = "jdbc:postgresql:";

    private static final int CONNECTIONS = 10;
    private static final int IDLE_CONNECTIONS = 2;
    private static final long CONNECTION_TIMEOUT_MILLIS = 5_000;
    private static final long OPENING_MILLIS = 8_000;
    private static final String CONNECT_SECONDS = "5";
    private static final String SOCKET_SECONDS = "60";

    private static final String LOCK_TIMEOUT = "5s";

    /** Said to each new connection: the server gives up waiting before the caller does. */
    private static final String TIMEOUTS = "SET lock_timeout = '" + LOCK_TIMEOUT
            + "'; SET statement_timeout = '30s'; SET idle_in_transaction_session_timeout = '5min'";

    private static final String INLINE_PAYLOADS = """
            SELECT attrelid::regclass::text FROM pg_attribute
            WHERE attrelid IN ('operation_payload'::regclass, 'operation_names'::regclass)
                AND attname = 'payload' AND attstorage != 'e'""";
    private static final String OPERATIONS_ASIDE =
            "ALTER TABLE operation_payload ALTER COLUMN payload SET STORAGE EXTERNAL";
    private static final String NAMES_ASIDE = "ALTER TABLE operation_names ALTER COLUMN payload SET STORAGE EXTERNAL";

    PostgresStoreFactory() {}

    @Override
    public Store open(String url, Settings settings) {
        Properties properties = properties(settings);
        HikariDataSource pool = pool(url, properties);
        HeadNews news = new PostgresNews(new PostgresConnections(url, properties));
        boolean opened = false;
        try {
            Migrations.run(patient(url, properties), Dialect.POSTGRES);
            keepPayloadsAside(pool);
            opened = true;
            return new SqlStore(pool, Dialect.POSTGRES, WriteGuard.NONE, Optional.empty(), news, () -> {
                news.close();
                pool.close();
            });
        } finally {
            if (!opened) {
                pool.close();
            }
        }
    }

    private static Properties properties(Settings settings) {
        Properties properties = new Properties();
        if (!settings.text(StoreSettings.USER).isEmpty()) {
            properties.setProperty("user", settings.text(StoreSettings.USER));
        }
        if (!settings.text(StoreSettings.PASSWORD).isEmpty()) {
            properties.setProperty("password", settings.text(StoreSettings.PASSWORD));
        }
        properties.setProperty("ApplicationName", "usher");
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        properties.setProperty("socketTimeout", SOCKET_SECONDS);
        properties.setProperty("tcpKeepAlive", "true");
        return properties;
    }

    /** Connections for migrations, which take as long as the tables are large; only for locks they wait no longer. */
    static DataSource patient(String url, Properties properties) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        try {
            for (String name : properties.stringPropertyNames()) {
                source.setProperty(name, properties.getProperty(name));
            }
        } catch (SQLException failure) {
            throw new StoreUnavailable(
                    "the PostgreSQL of the store cannot be reached: " + failure.getMessage(), failure);
        }
        source.setSocketTimeout(0);
        String own = Optional.ofNullable(source.getOptions()).orElse("");
        source.setOptions((own + " -c statement_timeout=0 -c lock_timeout=" + LOCK_TIMEOUT).strip());
        return source;
    }

    private static HikariDataSource pool(String url, Properties properties) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("usher-postgresql");
        config.setJdbcUrl(url);
        config.setDataSourceProperties(properties);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(IDLE_CONNECTIONS);
        config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
        config.setInitializationFailTimeout(OPENING_MILLIS);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(TIMEOUTS);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException failure) {
            String reason =
                    SqlFault.within(failure).map(SQLException::getMessage).orElse(failure.getMessage());
            throw new StoreUnavailable(
                    "the PostgreSQL of the store cannot be reached: " + reason
                            + "; see that it runs and that store.url, store.user and store.password are right",
                    failure);
        }
    }

    // Packed columns do not compress, so PostgreSQL need not try. The table is only touched where that is new to it,
    // because the change waits for everybody who uses the table.
    private static void keepPayloadsAside(HikariDataSource pool) {
        try (Handle handle = Jdbi.create(pool).open()) {
            if (!handle.createQuery(INLINE_PAYLOADS).mapTo(String.class).list().isEmpty()) {
                handle.execute(OPERATIONS_ASIDE);
                handle.execute(NAMES_ASIDE);
            }
        } catch (JdbiException failure) {
            throw new StoreUnavailable("the tables of the store cannot be set up: " + failure.getMessage(), failure);
        }
    }
}
