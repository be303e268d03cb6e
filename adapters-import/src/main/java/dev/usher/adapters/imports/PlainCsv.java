package dev.usher.adapters.imports;

import dev.usher.core.statistics.AsciiText;
import dev.usher.core.statistics.OperationText;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads CSV as it mostly is: without a quote, so that a row is a line and a value what stands between delimiters.
 *
 * <p>It looks at eight bytes at a time and makes no object for a row. Where it meets a quote, a return that no line feed
 * follows, bytes that are no text, or a line that does not fit into the window it stops, and at the last bytes of the
 * file; the rest, from the beginning of that row, is left to the parser that knows all about CSV.
 *
 * <pre>
 *   window  |..festival,8f14e45f,issued,2026-05-01T10:00:00Z,\n..|
 *              ^       ^        ^                           ^
 *              start   ends[0]  ends[1] ..                  ends[4], the line feed
 * </pre>
 */
final class PlainCsv extends PlainLines {
    private final char delimiter;
    private final int[] members;
    private final int[] ends;
    private final AsciiText[] ascii = new AsciiText[OperationText.MEMBERS.size()];
    private final CharSequence[] values = new CharSequence[OperationText.MEMBERS.size()];
    private boolean isHeaderRead;
    private int fields;

    PlainCsv(ByteWindow window, CsvHeader header, RowJudge judge) {
        super(window, judge);
        delimiter = header.delimiter();
        members = header.members();
        ends = new int[members.length];
        Arrays.setAll(ascii, member -> new AsciiText(bytes));
    }

    /** True when the header line was among them. */
    boolean isHeaderRead() {
        return isHeaderRead;
    }

    @Override
    long marks(long word) {
        return EightBytes.below(BEHIND_QUOTE, word) | EightBytes.is(delimiter, word) | word;
    }

    @Override
    void begin() {
        fields = 0;
    }

    @Override
    boolean look(int at, byte mark) {
        if (mark == delimiter) {
            endField(at);
            return !isReturned();
        }
        // U+0000 is for the slower way too, which refuses it.
        isAscii &= mark > 0;
        return mark != '"';
    }

    private void endField(int end) {
        if (fields < ends.length) {
            ends[fields] = end;
        }
        fields++;
    }

    @Override
    boolean take(int end) {
        endField(end);
        if (!isHeaderRead) {
            isHeaderRead = end > start;
            return true;
        }
        if (isAscii) {
            takeAscii();
            return true;
        }
        Optional<String> line = window.text(start, end);
        line.ifPresent(this::take);
        return line.isPresent();
    }

    private void takeAscii() {
        if (fields == members.length) {
            for (int field = 0; field < members.length; field++) {
                if (members[field] >= 0) {
                    ascii[members[field]].moveTo(field == 0 ? start : ends[field - 1] + 1, ends[field]);
                }
            }
            judge.take(lines() + 1, ascii[0], ascii[1], ascii[2], ascii[3], ascii[4]);
        } else {
            takeMisshapen();
        }
    }

    /** Takes a row with other characters, as texts. */
    private void take(String line) {
        if (fields == members.length) {
            Arrays.fill(values, "");
            int from = 0;
            for (int field = 0; field < members.length; field++) {
                int end = line.indexOf(delimiter, from);
                if (members[field] >= 0) {
                    values[members[field]] = line.substring(from, end < 0 ? line.length() : end);
                }
                from = end + 1;
            }
            judge.take(lines() + 1, values[0], values[1], values[2], values[3], values[4]);
        } else {
            takeMisshapen();
        }
    }

    /** Refuses a row with more or fewer fields than there are columns; a line of blanks is no row. */
    private void takeMisshapen() {
        if (fields > 1 || !Blanks.isBlank(bytes, start, ends[0] - start)) {
            judge.takeUnreadable(lines() + 1, CsvRow.wrongFieldCount(fields, members.length));
        }
    }
}
