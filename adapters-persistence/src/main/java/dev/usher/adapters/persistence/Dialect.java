package dev.usher.adapters.persistence;

import dev.usher.core.listing.ListedName;
import java.util.Map;

/**
 * What one database says differently from the other.
 *
 * @param textType the column type of a text of up to 255 UTF-16 units that compares to the letter
 * @param bytesType the column type of a part of a payload
 * @param longTextType the column type of a text of any length
 * @param listedNameType the column type of a name as lists compare it
 * @param searchTable what a table is called that is looked through as a whole
 * @param inOrderOfIndex what is said behind a limit so that the rows are taken in the order of an index
 * @param partBytes how long a part of a payload may be
 * @param shared whether several processes may use one database
 */
record Dialect(
        String textType,
        String bytesType,
        String longTextType,
        String listedNameType,
        String searchTable,
        String inOrderOfIndex,
        int partBytes,
        boolean shared) {
    private static final String C = " COLLATE \"C\"";
    private static final String LISTED_NAME = "VARCHAR(" + ListedName.LONGEST + ")";

    /**
     * HSQLDB reads and logs a row as a whole, and its indexes run through the rows themselves, so long rows are slow to
     * pass by and must each fit into its cache; parts of 256 KiB were measured to be as fast as any. Looking through all
     * names is five times as fast where they are in memory. It takes the rows of a limited query from an index, instead of
     * sorting all of them, only when it is told to.
     */
    static final Dialect HSQLDB = new Dialect(
            "VARCHAR(255)",
            "VARBINARY(262144)",
            "VARCHAR(1000000)",
            LISTED_NAME,
            "MEMORY TABLE",
            "USING INDEX",
            262_144,
            false);

    /** PostgreSQL keeps long values aside by itself. Collation C compares bytes, whatever the database's locale is. */
    static final Dialect POSTGRES =
            new Dialect("VARCHAR(255)" + C, "BYTEA", "TEXT" + C, LISTED_NAME + C, "TABLE", "", Integer.MAX_VALUE, true);

    /** What the migrations leave open. */
    Map<String, String> placeholders() {
        return Map.of(
                "text", textType,
                "bytes", bytesType,
                "long_text", longTextType,
                "listed_name", listedNameType,
                "search_table", searchTable);
    }
}
