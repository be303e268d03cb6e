package dev.usher.adapters.persistence;

import dev.usher.core.store.StoreUnavailable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The settings under which HSQLDB keeps its word: each commit is on the disk when it returns, readers see snapshots,
 * tables need not fit into memory, and names compare to the letter.
 *
 * <p>They are said when a database is made, and read back whenever it is opened.
 */
final class HsqldbPromises {
    /** The only version whose inner workings the guard over its files was tried with. */
    private static final String VERSION = "2.7.4";

    /** The log at which HSQLDB tidies up, in MiB: bounds what a restart after a crash has to read again. */
    private static final String LOG_MEBIBYTES = "50";

    private static final String CACHE_KIBIBYTES = "32768";

    private static final Map<String, String> IN_MEMORY = Map.of("hsqldb.tx", "mvcc", "sql.pad_space", "false");
    private static final Map<String, String> IN_FILES = Map.of(
            "hsqldb.write_delay", "false",
            "hsqldb.tx", "mvcc",
            "hsqldb.default_table_type", "cached",
            "sql.pad_space", "false");

    private static final String PROPERTIES =
            "SELECT property_name, property_value FROM INFORMATION_SCHEMA.SYSTEM_PROPERTIES";

    private HsqldbPromises() {}

    /**
     * What to open a database with.
     *
     * @param wholeLog true to refuse a log that cannot be read to its end
     */
    static Properties said(boolean wholeLog) {
        Properties properties = new Properties();
        IN_FILES.forEach(properties::setProperty);
        properties.setProperty("hsqldb.log_size", LOG_MEBIBYTES);
        properties.setProperty("hsqldb.cache_size", CACHE_KIBIBYTES);
        properties.setProperty("hsqldb.full_log_replay", Boolean.toString(wholeLog));
        properties.setProperty("user", "SA");
        properties.setProperty("password", "");
        return properties;
    }

    /**
     * Reads the settings back.
     *
     * @throws StoreUnavailable naming the first that is not in force
     */
    static void requireKept(Connection database, boolean inFiles) throws SQLException {
        String version = database.getMetaData().getDatabaseProductVersion();
        if (!version.equals(VERSION)) {
            throw new StoreUnavailable("the store needs HSQLDB " + VERSION + " and found " + version
                    + "; put that version on the class path");
        }
        Map<String, String> found = properties(database);
        new TreeMap<>(inFiles ? IN_FILES : IN_MEMORY).forEach((name, required) -> {
            String value = found.getOrDefault(name, "missing");
            if (!value.toLowerCase(Locale.ROOT).equals(required)) {
                throw new StoreUnavailable("the store's database has " + name + "=" + value + ", and only " + required
                        + " keeps what was told; use a store that Usher itself has made");
            }
        });
    }

    private static Map<String, String> properties(Connection database) throws SQLException {
        Map<String, String> found = new HashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(PROPERTIES)) {
            while (rows.next()) {
                found.put(rows.getString(1), rows.getString(2));
            }
        }
        return found;
    }
}
