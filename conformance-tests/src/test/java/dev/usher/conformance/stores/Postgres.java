package dev.usher.conformance.stores;

import dev.usher.app.ProgramInProcess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for the whole run, started when it is first asked for and stopped with the JVM. */
final class Postgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    /** The name of a database that is new, and empty but for the tables, which were made once for all. */
    static String freshDatabase() {
        String name = "usher" + DATABASES.incrementAndGet();
        execute("CREATE DATABASE " + name + " TEMPLATE " + Tables.DATABASE);
        return name;
    }

    static void drop(String database) {
        execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    static String url(String database) {
        return Server.RUNNING.getJdbcUrl("postgres", database);
    }

    /** Cuts the connections on which stores hear of heads, of all databases. */
    static void cutConnectionsThatHear() {
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'");
    }

    private static void execute(String sql) {
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(sql + " failed", failed);
        }
    }

    /** Making the tables anew for each of some hundred tests would take most of their time. */
    private static final class Tables {
        static final String DATABASE = make("usher_tables");

        private static String make(String name) {
            execute("CREATE DATABASE " + name);
            ProgramInProcess.open(url(name)).close();
            return name;
        }
    }

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                // What survives a power cut is not the question here, and syncing is slow.
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
