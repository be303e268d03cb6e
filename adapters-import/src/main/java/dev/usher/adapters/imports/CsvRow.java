package dev.usher.adapters.imports;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import dev.usher.core.statistics.OperationText;
import java.util.Arrays;

/**
 * The row of a CSV file that is being read; there is only one, filled anew for each row.
 *
 * <p>Only columns that somebody knows become texts.
 */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private static final int EVENT = 0;
    private static final int OPERATION = 2;
    private static final char QUOTE = '"';

    private final int[] members;
    private final String[] values = new String[OperationText.MEMBERS.size()];
    private final RecentTexts events = new RecentTexts();
    private final RecentTexts operations = new RecentTexts();
    private long linesBefore;
    private boolean isBlank;
    private boolean isQuotedWell;

    CsvRow(CsvHeader header) {
        members = header.members();
        Arrays.fill(values, "");
    }

    /** The line on which it begins, from 1. */
    long line() {
        return linesBefore + getStartingLineNumber();
    }

    /** So many lines were read before by someone else. */
    void follows(long lines) {
        linesBefore = lines;
    }

    /** What is to be said of a row that has more or fewer fields than there are columns. */
    static RowFault wrongFieldCount(int fields, int columns) {
        return RowFault.ofRow(
                "WRONG_FIELD_COUNT", "the row has " + fields + " fields; expected " + columns + " as in the header");
    }

    /** How many fields it has. */
    int fields() {
        return getFieldCount();
    }

    /** How many it should have. */
    int columns() {
        return members.length;
    }

    /** True when its line holds nothing but blanks. */
    boolean isBlank() {
        return isBlank && getFieldCount() == 1;
    }

    /** False when something stands between a closing quote and the end of its field. */
    boolean isQuotedWell() {
        return isQuotedWell;
    }

    /** Its values; of use only when it has as many fields as there are columns. */
    OperationText text() {
        return new OperationText(values[EVENT], values[1], values[OPERATION], values[3], values[4]);
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        isQuotedWell = true;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (quoted) {
            isQuotedWell &= isClosedRightAfter(buffer, offset, length);
        }
        if (index == 0) {
            isBlank = Blanks.isBlank(buffer, offset, length);
        }
        int member = index < members.length ? members[index] : -1;
        if (member >= 0) {
            values[member] = switch (member) {
                case EVENT -> events.text(buffer, offset, length);
                case OPERATION -> operations.text(buffer, offset, length);
                default -> length == 0 ? "" : new String(buffer, offset, length);
            };
        }
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }

    /**
     * Behind a value that was quoted stands its closing quote; where quotes were doubled inside it, the parser has moved
     * the value together in its buffer by one place for each, and the closing quote stands so many places further on.
     */
    private static boolean isClosedRightAfter(char[] buffer, int offset, int length) {
        int close = offset + length;
        for (int at = offset; at < offset + length; at++) {
            close += buffer[at] == QUOTE ? 1 : 0;
        }
        return close < buffer.length && buffer[close] == QUOTE;
    }
}
