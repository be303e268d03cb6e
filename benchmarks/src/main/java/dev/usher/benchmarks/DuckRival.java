package dev.usher.benchmarks;

import dev.usher.core.statistics.TicketStatistics;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** DuckDB in this process, in memory: the columnar database that a good engineer would reach for first. */
final class DuckRival implements AutoCloseable {
    /** Its name when it adds up all operations. */
    static final String RAW = "DuckDB";

    /** Its name when the operations stand in order of time, as they arrive. */
    static final String BY_TIME = "DuckDB, by time";

    /** Its name when it counts changes that our own replay has worked out before. */
    static final String CHANGES = "DuckDB on changes";

    private final DuckDBConnection connection;
    private final PreparedStatement asOf;
    private final PreparedStatement asOfByTime;
    private final PreparedStatement countChanges;
    private final PreparedStatement changesByStep;
    private final Replay replay;

    private DuckRival(DuckDBConnection connection, Replay replay) throws SQLException {
        this.connection = connection;
        this.replay = replay;
        asOf = connection.prepareStatement(SqlRivals.AS_OF);
        asOfByTime = connection.prepareStatement(SqlRivals.AS_OF.replace("from ops", "from arrived"));
        changesByStep = connection.prepareStatement(
                "select greatest(0, (ts - ? + ? - 1) // ?) point, change, count(*), max(ts) from changes"
                        + " where ts <= ? group by all order by point");
        countChanges = connection.prepareStatement(
                "select change, count(*), max(ts) from changes where ts <= ? group by change");
    }

    /** Loads a log, to be asked with as many threads as there are cores. */
    static DuckRival of(Replay replay) throws SQLException {
        DuckDBConnection connection =
                DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table arrived(seq integer, ticket integer, kind tinyint, ts bigint)");
            statement.execute("create table changes(ts bigint, change smallint)");
        }
        TicketLog log = replay.log();
        try (DuckDBAppender ops = connection.createAppender("main", "arrived");
                DuckDBAppender changes = connection.createAppender("main", "changes")) {
            for (int row = 0; row < log.size(); row++) {
                ops.beginRow();
                ops.append(row);
                ops.append(log.ticket(row));
                ops.append(replay.sqlKind(row));
                ops.append(log.occurredAt(row));
                ops.endRow();
                changes.beginRow();
                changes.append(log.occurredAt(row));
                changes.append(replay.change(row));
                changes.endRow();
            }
        }
        try (Statement statement = connection.createStatement()) {
            // Sorted by ticket it is half again as quick as in order of time.
            statement.execute("create table ops as select * from arrived order by ticket, seq");
        }
        return new DuckRival(connection, replay);
    }

    TicketStatistics at(long instant) throws SQLException {
        return SqlRivals.ask(asOf, instant);
    }

    TicketStatistics atByTime(long instant) throws SQLException {
        return SqlRivals.ask(asOfByTime, instant);
    }

    TicketStatistics atByChanges(long instant) throws SQLException {
        long[] times = new long[replay.changes()];
        long latest = Long.MIN_VALUE;
        countChanges.setLong(1, instant);
        try (ResultSet result = countChanges.executeQuery()) {
            while (result.next()) {
                times[result.getShort(1)] = result.getLong(2);
                latest = Math.max(latest, result.getLong(3));
            }
        }
        return replay.statistics(times, latest);
    }

    /** All points by one pass over the changes, counted by point and summed up here. */
    List<TicketStatistics> series(long first, long step, int points) throws SQLException {
        changesByStep.setLong(1, first);
        changesByStep.setLong(2, step);
        changesByStep.setLong(3, step);
        changesByStep.setLong(4, first + step * (points - 1));
        List<TicketStatistics> series = new ArrayList<>(points);
        long[] times = new long[replay.changes()];
        long latest = Long.MIN_VALUE;
        try (ResultSet result = changesByStep.executeQuery()) {
            while (result.next()) {
                while (series.size() < result.getLong(1)) {
                    series.add(replay.statistics(times, latest));
                }
                times[result.getShort(2)] += result.getLong(3);
                latest = Math.max(latest, result.getLong(4));
            }
        }
        while (series.size() < points) {
            series.add(replay.statistics(times, latest));
        }
        return series;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
