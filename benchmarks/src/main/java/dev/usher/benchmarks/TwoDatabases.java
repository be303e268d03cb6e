package dev.usher.benchmarks;

import dev.usher.core.store.MemoryStore;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** An embedded store and a PostgreSQL that hold the same, and a memory store that tells what is right. */
record TwoDatabases(Store truth, Store embedded, Store shared) {
    private static final int ASKED = 40;

    /** Fills all three; the contest closes them. */
    static TwoDatabases open(Contest contest, Path folder, Consumer<Store> content) throws IOException, SQLException {
        Store truth = contest.closing(new MemoryStore());
        Store embedded = contest.closing(House.embedded(folder));
        EmbeddedPostgres server = contest.closing(postgres());
        Store shared = contest.closing(House.open(server.getJdbcUrl("postgres", "postgres")));
        List.of(truth, embedded, shared).forEach(content);
        settle(server);
        return new TwoDatabases(truth, embedded, shared);
    }

    /**
     * Asks all three.
     *
     * @throws IllegalStateException when a database answers otherwise than the memory store
     */
    void check(Function<Transaction, Object> question) {
        Object right = truth.read(question);
        for (Store store : List.of(embedded, shared)) {
            Object answer = store.read(question);
            if (!answer.equals(right)) {
                throw new IllegalStateException("a wrong answer: " + answer + " instead of " + right);
            }
        }
    }

    /** Reports for each database how long such questions take at the median, in milliseconds; both are asked the same. */
    void time(Figures figures, String metric, Supplier<Function<Transaction, Object>> question) {
        List<Function<Transaction, Object>> asked =
                Stream.generate(question).limit(ASKED).toList();
        figures.add("HSQLDB, " + metric, median(embedded, asked));
        figures.add("PostgreSQL, " + metric, median(shared, asked));
    }

    // As a careful administrator sets it up; what it has of memory is the default.
    private static EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    // What PostgreSQL does by itself within minutes; it would else come at a moment of its own between two rounds.
    private static void settle(EmbeddedPostgres server) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM (ANALYZE)");
        }
    }

    private static double median(Store store, List<Function<Transaction, Object>> questions) {
        double[] millis = questions.stream()
                .mapToDouble(question -> {
                    long begin = System.nanoTime();
                    store.read(question);
                    return (System.nanoTime() - begin) / 1e6;
                })
                .sorted()
                .toArray();
        return millis[millis.length / 2];
    }
}
