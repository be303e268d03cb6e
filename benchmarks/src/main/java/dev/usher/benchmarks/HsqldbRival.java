package dev.usher.benchmarks;

import dev.usher.core.statistics.TicketStatistics;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** HSQLDB with a row an operation, in memory: what Usher's own embedded database would do without blocks. */
final class HsqldbRival implements AutoCloseable {
    static final String RAW = "HSQLDB rows";

    private final Connection connection;
    private final PreparedStatement asOf;

    private HsqldbRival(Connection connection) throws SQLException {
        this.connection = connection;
        asOf = connection.prepareStatement(SqlRivals.AS_OF_PLAIN);
    }

    static HsqldbRival of(Replay replay) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:hsqldb:mem:rival", "SA", "");
        try (Statement statement = connection.createStatement()) {
            statement.execute("create memory table ops(seq integer, ticket integer, kind smallint, ts bigint)");
        }
        TicketLog log = replay.log();
        try (PreparedStatement insert = connection.prepareStatement("insert into ops values (?, ?, ?, ?)")) {
            for (int row = 0; row < log.size(); row++) {
                insert.setInt(1, row);
                insert.setInt(2, log.ticket(row));
                insert.setInt(3, replay.sqlKind(row));
                insert.setLong(4, log.occurredAt(row));
                insert.addBatch();
                if (row % 1000 == 999 || row == log.size() - 1) {
                    insert.executeBatch();
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("create index by_ticket on ops(ticket, ts)");
        }
        return new HsqldbRival(connection);
    }

    TicketStatistics at(long instant) throws SQLException {
        return SqlRivals.ask(asOf, instant);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
