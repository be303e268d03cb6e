package dev.usher.benchmarks;

import dev.usher.core.statistics.TicketStatistics;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** What the databases share: the question in SQL, and how its row is read. */
final class SqlRivals {
    private SqlRivals() {}

    /** The counters, summed over the tickets of the inner query. */
    private static final String SUMMED = """
            select count(*) filter (where issued),
             count(*) filter (where issued and deleted),
             count(*) filter (where issued and ever),
             count(*) filter (where issued and downloaded),
             count(*) filter (where issued and pending and not deleted),
             count(*) filter (where issued and controlled),
             count(*) filter (where issued and mode > 0),
             count(*) filter (where issued and mode = 1),
             count(*) filter (where issued and mode = 2),
             count(*) filter (where issued and mode = 0 and not deleted),
             count(*) filter (where issued and transfers = 1),
             count(*) filter (where issued and transfers = 2),
             count(*) filter (where issued and transfers = 3),
             count(*) filter (where issued and transfers >= 4),
             coalesce(sum(case when issued then transfers end), 0),
             max(latest)
            from (%s from ops where ts <= ? group by ticket) tickets
            """;

    /**
     * The statistics as of {@code ?} from a table {@code ops(seq, ticket, kind, ts)}, where {@code seq} is the place of
     * an operation in order of time and kind, and {@code kind} a number from 0 in the order of the kinds.
     *
     * <p>One pass over the operations until the instant, one group a ticket. Of each sort of operation only the last
     * decides, so it is a maximum of places with the kind in its last four bits; of five ways to say it this was the
     * quickest in both databases. Two things cannot be said like that: that a ticket is on another phone still, and that
     * it was activated already. The table says them for the query: such operations have kind {@link Replay#NO_EFFECT}.
     */
    static final String AS_OF = SUMMED.formatted("""
            select bool_or(kind = 0) issued, bool_or(kind = 12) deleted, bool_or(kind = 1) ever,
              coalesce(max(seq * 16 + kind) filter (where kind in (1, 2)), 0) % 16 = 1 downloaded,
              coalesce(max(seq * 16 + kind) filter (where kind in (3, 4, 5)), 0) % 16 = 3 pending,
              coalesce(max(seq * 16 + kind) filter (where kind in (10, 11)), 0) % 16 = 10 controlled,
              case coalesce(max(seq * 16 + kind) filter (where kind in (6, 7, 8, 9)), 9) % 16
                when 6 then 3 when 7 then 1 when 8 then 2 else 0 end mode,
              count(*) filter (where kind = 4) transfers, max(ts) latest""");

    /** The same for a database without {@code bool_or} and {@code %}. */
    static final String AS_OF_PLAIN = SUMMED.replace("where issued", "where issued = 1")
            .replace("when issued", "when issued = 1")
            .replace("and deleted", "and deleted = 1")
            .replace("and not deleted", "and deleted = 0")
            .replace("and ever", "and ever = 1")
            .replace("and downloaded", "and downloaded = 1")
            .replace("and pending", "and pending = 3")
            .replace("and controlled", "and controlled = 10")
            .formatted("""
                    select max(case when kind = 0 then 1 else 0 end) issued,
                      max(case when kind = 12 then 1 else 0 end) deleted,
                      max(case when kind = 1 then 1 else 0 end) ever,
                      mod(coalesce(max(case when kind in (1, 2) then seq * 16 + kind end), 0), 16) downloaded,
                      mod(coalesce(max(case when kind in (3, 4, 5) then seq * 16 + kind end), 0), 16) pending,
                      mod(coalesce(max(case when kind in (10, 11) then seq * 16 + kind end), 0), 16) controlled,
                      case mod(coalesce(max(case when kind in (6, 7, 8, 9) then seq * 16 + kind end), 9), 16)
                        when 6 then 3 when 7 then 1 when 8 then 2 else 0 end mode,
                      sum(case when kind = 4 then 1 else 0 end) transfers, max(ts) latest""");

    /** Asks a statement whose row has the counters in order and then the last instant. */
    static TicketStatistics ask(PreparedStatement statement, long instant) throws SQLException {
        statement.setLong(1, instant);
        try (ResultSet result = statement.executeQuery()) {
            result.next();
            return statistics(result);
        }
    }

    /** The counters of a row that begins with them. */
    static long[] counters(ResultSet result) throws SQLException {
        long[] counters = new long[Replay.COUNTERS.size()];
        for (int counter = 0; counter < counters.length; counter++) {
            counters[counter] = result.getLong(counter + 1);
        }
        return counters;
    }

    private static TicketStatistics statistics(ResultSet result) throws SQLException {
        long[] counters = counters(result);
        long latest = result.getLong(counters.length + 1);
        return Replay.statistics(counters, result.wasNull() ? Optional.empty() : Optional.of(latest));
    }
}
