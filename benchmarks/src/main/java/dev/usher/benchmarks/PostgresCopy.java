package dev.usher.benchmarks;

import dev.usher.core.statistics.TicketStatistics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The file copied into PostgreSQL as it is, into the table that one would ask as of an instant. */
final class PostgresCopy {
    /** Its name where the index is there already, as it is for every file but the first. */
    static final String INDEXED = "PostgreSQL COPY";
    /** Its name where the index is made when all rows are in. */
    static final String INDEX_AFTER = "PostgreSQL COPY, then index";

    private static final int BUFFER = 1 << 20;
    private static final String TABLE = """
            create table operation(event_id text not null, ticket_id uuid not null, operation text not null,
              occurred_at timestamptz not null, device_id text)""";
    private static final String INDEX =
            "create index by_ticket on operation(event_id, ticket_id, occurred_at) include (operation, device_id)";
    private static final String AS_OF = """
            select count(*) filter (where issued), count(*) filter (where issued and deleted),
              count(*) filter (where issued and ever)
            from (select bool_or(operation = 'issued') issued, bool_or(operation = 'deleted') deleted,
                bool_or(operation = 'downloaded') ever
              from operation where event_id = ? and occurred_at <= timestamptz 'epoch' + ? * interval '1 microsecond'
              group by ticket_id) tickets""";

    private final PostgresRival postgres;
    private final Path file;
    private final Replay truth;

    PostgresCopy(PostgresRival postgres, Path file, Replay truth) {
        this.postgres = postgres;
        this.file = file;
        this.truth = truth;
    }

    /** Copies into a new table that has its index. */
    void copyIndexed(Figures figures) throws SQLException, IOException {
        postgres.execute("drop table if exists operation", TABLE, INDEX);
        run(figures);
    }

    /** Copies into a new table and makes the index then, which is quicker and leaves the table without one meanwhile. */
    void copyThenIndex(Figures figures) throws SQLException, IOException {
        postgres.execute("drop table if exists operation", TABLE);
        run(figures, INDEX);
    }

    private void run(Figures figures, String... afterwards) throws SQLException, IOException {
        long begin = System.nanoTime();
        long rows = copy();
        postgres.execute(afterwards);
        figures.add(FreshImport.DURABLE, rows / ((System.nanoTime() - begin) / 1e9));
        postgres.execute("vacuum (analyze) operation");
        requireRight(truth.log().end());
        figures.add(FreshImport.INDEX_READY, rows / ((System.nanoTime() - begin) / 1e9));
        requireRight((truth.log().begin() + truth.log().end()) / 2);
        if (rows != truth.log().arrivals()) {
            throw new IllegalStateException(
                    "PostgreSQL has " + rows + " rows instead of " + truth.log().arrivals());
        }
    }

    private long copy() throws SQLException, IOException {
        CopyManager copies = postgres.connection().unwrap(PGConnection.class).getCopyAPI();
        try (InputStream rows = Files.newInputStream(file)) {
            return copies.copyIn("copy operation from stdin (format csv, header)", rows, BUFFER);
        }
    }

    /** Asks for three of the counters, one group a ticket, and compares them with the truth. */
    private void requireRight(long instant) throws SQLException {
        try (PreparedStatement statement = postgres.connection().prepareStatement(AS_OF)) {
            statement.setString(1, TicketLog.EVENT);
            statement.setLong(2, instant);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                TicketStatistics right = truth.at(instant);
                if (answer.getLong(1) != right.total()
                        || answer.getLong(2) != right.deleted()
                        || answer.getLong(3) != right.everDownloaded()) {
                    throw new IllegalStateException("PostgreSQL answers wrongly as of " + instant);
                }
            }
        }
    }
}
