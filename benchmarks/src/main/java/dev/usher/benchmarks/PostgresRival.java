package dev.usher.benchmarks;

import dev.usher.core.statistics.TicketStatistics;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A PostgreSQL of our own, started for the row and tuned for it; nothing in it needs to survive, so it never syncs. */
final class PostgresRival implements AutoCloseable {
    /** Its name when it adds up all operations. */
    static final String RAW = "PostgreSQL";

    private static final int COPIED_AT_ONCE = 1 << 16;

    private final EmbeddedPostgres server;
    private final Connection connection;

    private PostgresRival(EmbeddedPostgres server, Connection connection) {
        this.server = server;
        this.connection = connection;
    }

    /** An empty database. */
    static PostgresRival start() throws IOException, SQLException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("synchronous_commit", "off")
                .setServerConfig("full_page_writes", "off")
                .setServerConfig("shared_buffers", "3GB")
                .setServerConfig("work_mem", "512MB")
                .setServerConfig("maintenance_work_mem", "1GB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("autovacuum", "off")
                .setServerConfig("jit", "off")
                .start();
        return new PostgresRival(server, server.getPostgresDatabase().getConnection());
    }

    Connection connection() {
        return connection;
    }

    void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** Fills a table by COPY, its lines given by number. */
    void copy(String table, int lines, IntFunction<String> line) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        ByteArrayOutputStream buffer = new ByteArrayOutputStream(2 * COPIED_AT_ONCE);
        for (int number = 0; number < lines; number++) {
            buffer.writeBytes(line.apply(number).getBytes(StandardCharsets.US_ASCII));
            if (buffer.size() >= COPIED_AT_ONCE || number == lines - 1) {
                copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
                buffer.reset();
            }
        }
        copy.endCopy();
    }

    /**
     * Loads a log for the question over all operations, and leaves the planner only the plan that was found best: groups
     * in the order of an index that holds all columns, with no sorting, no hashing and no look into the table.
     */
    PreparedStatement loadOperations(Replay replay) throws SQLException {
        TicketLog log = replay.log();
        execute("create unlogged table ops(seq integer, ticket integer, kind smallint, ts bigint)");
        copy(
                "ops",
                log.size(),
                row -> row + "\t" + log.ticket(row) + "\t" + replay.sqlKind(row) + "\t" + log.occurredAt(row) + "\n");
        execute(
                "create index by_ticket on ops(ticket, ts) include (seq, kind)",
                "vacuum (freeze, analyze) ops",
                "set enable_hashagg = off",
                "set enable_seqscan = off",
                "set enable_bitmapscan = off",
                "set enable_sort = off",
                "set max_parallel_workers_per_gather = 2");
        return connection.prepareStatement(SqlRivals.AS_OF);
    }

    static TicketStatistics ask(PreparedStatement statement, long instant) throws SQLException {
        return SqlRivals.ask(statement, instant);
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
        server.close();
    }
}
