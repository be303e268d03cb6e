package dev.usher.adapters.persistence;

import java.util.Map;

/**
 * What one database says differently from the other.
 *
 * @param textType the column type of a text of up to 255 UTF-16 units that compares to the letter
 * @param bytesType the column type of a part of a payload
 * @param partBytes how long a part of a payload may be
 * @param shared whether several processes may use one database
 */
record Dialect(String textType, String bytesType, int partBytes, boolean shared) {

    /**
     * HSQLDB reads and logs a row as a whole, and its indexes run through the rows themselves, so long rows are slow to
     * pass by and must each fit into its cache; parts of 256 KiB were measured to be as fast as any.
     */
    static final Dialect HSQLDB = new Dialect("VARCHAR(255)", "VARBINARY(262144)", 262_144, false);

    /** PostgreSQL keeps long values aside by itself. Collation C compares bytes, whatever the database's locale is. */
    static final Dialect POSTGRES = new Dialect("VARCHAR(255) COLLATE \"C\"", "BYTEA", Integer.MAX_VALUE, true);

    /** What the migrations leave open. */
    Map<String, String> placeholders() {
        return Map.of("text", textType, "bytes", bytesType);
    }
}
