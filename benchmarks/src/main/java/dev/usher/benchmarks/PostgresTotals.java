package dev.usher.benchmarks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Running totals in PostgreSQL: a row at every so many operations with all counters until there, so that a question reads
 * one row and a few operations after it.
 *
 * <p>A late operation moves every total after it. By how much is worked out here, by replaying its ticket before and
 * after, and is given to the database for nothing; what is timed is one statement for each stretch of totals that move
 * alike, or one for a whole batch.
 */
final class PostgresTotals {
    /** Its name when each late operation is a transaction, and a total stands at every tenth operation. */
    static final String ONE_BY_ONE = "PostgreSQL totals";

    /** Its name when a thousand late operations are one statement, and a total stands at every thousandth. */
    static final String MANY_AT_ONCE = "PostgreSQL totals, coarse, 1,000 at once";

    /** How many late operations one by one a round; some move no total at all, so one would say little. */
    static final int ONE_BY_ONE_A_ROUND = 3;

    private final PostgresRival postgres;
    private final String table;
    private final Replay replay;
    private final TicketLog log;
    private final BitSet included = new BitSet();
    private final int every;

    /** Loads the totals of some rows of a log. */
    PostgresTotals(PostgresRival postgres, String table, Replay replay, IntPredicate rows, int every)
            throws SQLException {
        this.postgres = postgres;
        this.table = table;
        this.replay = replay;
        this.log = replay.log();
        this.every = every;
        IntStream.range(0, log.size()).filter(rows).forEach(included::set);
        load();
    }

    private void load() throws SQLException {
        String columns = columns(counter -> counter + " integer");
        postgres.execute(
                "create unlogged table " + table + "(seq integer, ts bigint, " + columns + ") with (fillfactor = 50)");
        int[] counters = new int[Replay.COUNTERS.size()];
        postgres.copy(table, log.size() / every, number -> {
            for (int row = number * every; row < (number + 1) * every; row++) {
                add(counters, replay.vector(replay.change(row)));
            }
            int last = (number + 1) * every - 1;
            return last + "\t" + log.occurredAt(last) + "\t" + joined(counters, "\t") + "\n";
        });
        postgres.execute("create unique index " + table + "_by_seq on " + table + "(seq)", "vacuum analyze " + table);
    }

    private static String columns(UnaryOperator<String> each) {
        return Replay.COUNTERS.stream().map(each).collect(Collectors.joining(", "));
    }

    private static String joined(int[] counters, String separator) {
        return IntStream.of(counters).mapToObj(Integer::toString).collect(Collectors.joining(separator));
    }

    private static void add(int[] counters, int[] vector) {
        for (int counter = 0; counter < counters.length; counter++) {
            counters[counter] += vector[counter];
        }
    }

    /** Totals from one row up to before another, which all move by the same. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Stretch(int from, int to, int[] by) {
        boolean isMoved() {
            return IntStream.of(by).anyMatch(each -> each != 0);
        }
    }

    /** Takes late rows in, and tells which totals that moves. */
    private List<Stretch> stretches(int[] late) {
        Set<Integer> tickets = IntStream.of(late).mapToObj(log::ticket).collect(Collectors.toCollection(HashSet::new));
        Map<Integer, List<Integer>> before = rowsOf(tickets);
        IntStream.of(late).forEach(included::set);
        Map<Integer, List<Integer>> after = rowsOf(tickets);
        NavigableMap<Integer, int[]> changes = new TreeMap<>();
        before.values().forEach(rows -> addChanges(changes, rows, -1));
        after.values().forEach(rows -> addChanges(changes, rows, 1));
        List<Stretch> stretches = new ArrayList<>();
        int[] by = new int[Replay.COUNTERS.size()];
        for (Map.Entry<Integer, int[]> change : changes.entrySet()) {
            add(by, change.getValue());
            Integer next = changes.higherKey(change.getKey());
            Stretch stretch = new Stretch(change.getKey(), next == null ? log.size() : next, by.clone());
            if (stretch.isMoved()) {
                stretches.add(stretch);
            }
        }
        return stretches;
    }

    private Map<Integer, List<Integer>> rowsOf(Set<Integer> tickets) {
        return included.stream()
                .filter(row -> tickets.contains(log.ticket(row)))
                .boxed()
                .collect(Collectors.groupingBy(log::ticket));
    }

    private void addChanges(NavigableMap<Integer, int[]> changes, List<Integer> rows, int sign) {
        short[] found =
                replay.changesOf(rows.stream().mapToInt(Integer::intValue).toArray());
        for (int at = 0; at < found.length; at++) {
            int[] vector = replay.vector(found[at]);
            int[] sum = changes.computeIfAbsent(rows.get(at), first -> new int[vector.length]);
            for (int counter = 0; counter < sum.length; counter++) {
                sum[counter] += sign * vector[counter];
            }
        }
    }

    /** Enters with a few late operations a round, each a transaction. */
    void enterOneByOne(Contest contest, int rounds, int[] late) throws SQLException {
        String sql = "update " + table + " set " + columns(counter -> counter + " = " + counter + " + ?")
                + " where seq >= ? and seq < ?";
        var update = contest.closing(postgres.connection().prepareStatement(sql));
        int[] next = {0};
        contest.enter(ONE_BY_ONE, 0, rounds, figures -> {
            postgres.connection().setAutoCommit(false);
            long nanos = 0;
            for (int turn = 0; turn < ONE_BY_ONE_A_ROUND; turn++) {
                List<Stretch> stretches = stretches(new int[] {late[next[0]++]});
                long begin = System.nanoTime();
                for (Stretch stretch : stretches) {
                    int parameter = 1;
                    for (int by : stretch.by()) {
                        update.setInt(parameter++, by);
                    }
                    update.setInt(parameter++, stretch.from());
                    update.setInt(parameter, stretch.to());
                    update.executeUpdate();
                }
                postgres.connection().commit();
                nanos += System.nanoTime() - begin;
            }
            figures.add("each, over a fifth", nanos / 1000.0 / ONE_BY_ONE_A_ROUND);
            tidy();
        });
    }

    /** Enters with many late operations a round, in one statement. */
    void enterManyAtOnce(Contest contest, int rounds, int[] late, int batch) throws SQLException {
        postgres.execute("create temp table stretches(first integer, next integer, "
                + columns(counter -> counter + " integer") + ")");
        String sql = "update " + table + " t set "
                + columns(counter -> counter + " = t." + counter + " + s." + counter)
                + " from stretches s where t.seq >= s.first and t.seq < s.next";
        int[] next = {late.length - rounds * batch};
        contest.enter(MANY_AT_ONCE, 0, rounds, figures -> {
            int[] rows = IntStream.range(next[0], next[0] + batch)
                    .map(at -> late[at])
                    .toArray();
            next[0] += batch;
            List<Stretch> stretches = stretches(rows);
            long begin = System.nanoTime();
            postgres.connection().setAutoCommit(false);
            postgres.execute("truncate stretches");
            postgres.copy("stretches", stretches.size(), at -> {
                Stretch stretch = stretches.get(at);
                return stretch.from() + "\t" + stretch.to() + "\t" + joined(stretch.by(), "\t") + "\n";
            });
            postgres.execute("analyze stretches", sql);
            postgres.connection().commit();
            figures.add("each, over a fifth", (System.nanoTime() - begin) / 1000.0 / batch);
            tidy();
        });
    }

    /** Proves that totals here and there are right, and sweeps up what updates leave, which is not in the time. */
    private void tidy() throws SQLException {
        postgres.connection().setAutoCommit(true);
        postgres.execute("vacuum " + table);
        Replay truth = Replay.of(log, included::get);
        try (Statement statement = postgres.connection().createStatement();
                ResultSet totals = statement.executeQuery("select " + columns(counter -> counter) + ", seq from "
                        + table + " order by hashint4(seq) limit 20")) {
            while (totals.next()) {
                int row = totals.getInt("seq");
                long[] right = truth.countersAfter(row + 1);
                long[] stored = SqlRivals.counters(totals);
                if (!Arrays.equals(stored, right)) {
                    throw new IllegalStateException(table + " has wrong totals at " + row + ": "
                            + Arrays.toString(stored) + " instead of " + Arrays.toString(right));
                }
            }
        }
    }
}
