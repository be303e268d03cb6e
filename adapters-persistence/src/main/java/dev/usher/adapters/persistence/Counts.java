package dev.usher.adapters.persistence;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * A table that keeps how many there are of each kind, so that nobody counts rows.
 *
 * <p>What a transaction changes is written at its very end, in one order for all, because every writer of an
 * organization's events needs these few rows: none holds them longer than it must, and no two wait for each other.
 *
 * @param <K> what is counted by
 */
final class Counts<K extends Comparable<K>> {
    private final String table;
    private final String counted;
    private final Function<K, SortedMap<String, Object>> columns;
    private final TreeMap<K, Long> changes = new TreeMap<>();

    /**
     * The counts of a table.
     *
     * @param counted the column that has how many there are
     * @param columns the columns that make its key
     */
    Counts(String table, String counted, Function<K, SortedMap<String, Object>> columns) {
        this.table = table;
        this.counted = counted;
        this.columns = columns;
    }

    /** Counts so many more. */
    void add(K kind, long more) {
        changes.merge(kind, more, Long::sum);
    }

    /** How many more there will be of a kind. */
    long added(K kind) {
        return changes.getOrDefault(kind, 0L);
    }

    /** How many more there will be of such kinds. */
    long added(Predicate<K> wanted) {
        return changes.entrySet().stream()
                .filter(change -> wanted.test(change.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Writes what was changed; when two make the first count at once, the second breaks the key and is run again. */
    void write(Handle handle) {
        changes.forEach((kind, more) -> {
            SortedMap<String, Object> key = columns.apply(kind);
            if (more != 0 && execute(handle, raise(key), key, more) == 0) {
                execute(handle, first(key), key, more);
            }
        });
        changes.clear();
    }

    private String raise(SortedMap<String, Object> key) {
        return key.keySet().stream()
                .map(column -> column + " = :" + column)
                .collect(Collectors.joining(
                        " AND ", "UPDATE " + table + " SET " + counted + " = " + counted + " + :more WHERE ", ""));
    }

    private String first(SortedMap<String, Object> key) {
        return "INSERT INTO " + table + " (" + String.join(", ", key.keySet()) + ", " + counted + ") VALUES ("
                + key.keySet().stream().map(column -> ":" + column + ", ").collect(Collectors.joining()) + ":more)";
    }

    private static int execute(Handle handle, String sql, SortedMap<String, Object> key, long more) {
        try (Update update = handle.createUpdate(sql)) {
            return update.bindMap(key).bind("more", more).execute();
        }
    }
}
