package dev.usher.adapters.imports;

/**
 * One reason why a row was refused, as it stands in the rejects file.
 *
 * @param column the column or member; empty when it is the whole row
 * @param value what stood there; empty when it is the whole row
 * @param code the public word, such as {@code UNKNOWN_OPERATION}
 * @param message what was wrong and what would be right
 */
record RowFault(String column, String value, String code, String message) {

    /** A fault of the row as a whole. */
    static RowFault ofRow(String code, String message) {
        return new RowFault("", "", code, message);
    }
}
