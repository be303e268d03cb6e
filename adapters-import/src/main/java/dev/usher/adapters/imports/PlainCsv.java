package dev.usher.adapters.imports;

import dev.usher.core.statistics.AsciiText;
import dev.usher.core.statistics.OperationText;
import java.nio.ByteBuffer;
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
final class PlainCsv {
    /** Below this stand the zero, the ends of lines and the quote, and little else that comes in a text. */
    private static final long BEHIND_QUOTE = EightBytes.all('#');

    private static final int NOWHERE = -1;

    private final ByteWindow window;
    private final byte[] bytes;
    private final RowJudge judge;
    private final char delimiter;
    private final int[] members;
    private final int[] ends;
    private final AsciiText[] ascii = new AsciiText[OperationText.MEMBERS.size()];
    private final CharSequence[] values = new CharSequence[OperationText.MEMBERS.size()];
    private boolean isHeaderRead;
    private boolean isOver;
    private long lines;
    private int start;
    private int fields;
    /** True when no character of the row is U+0000 or beyond U+007F. */
    private boolean isAscii = true;
    /** Where a return in the row was. */
    private int lineReturn = NOWHERE;

    PlainCsv(ByteWindow window, CsvHeader header, RowJudge judge) {
        this.window = window;
        this.bytes = window.buffer().array();
        this.judge = judge;
        delimiter = header.delimiter();
        members = header.members();
        ends = new int[members.length];
        Arrays.setAll(ascii, member -> new AsciiText(bytes));
    }

    /** Hands on all rows up to the first that is not plain. */
    void read() {
        boolean hasMore = true;
        while (hasMore && !isOver) {
            scan();
            hasMore = window.fetch();
        }
    }

    /** How many lines were taken. */
    long lines() {
        return lines;
    }

    /** True when the header line was among them. */
    boolean isHeaderRead() {
        return isHeaderRead;
    }

    private void scan() {
        ByteBuffer buffer = window.buffer();
        int limit = buffer.limit();
        begin(buffer.position());
        for (int at = start; at + Long.BYTES <= limit && !isOver; at += Long.BYTES) {
            long word = EightBytes.at(bytes, at);
            long marks = (EightBytes.below(BEHIND_QUOTE, word) | EightBytes.is(delimiter, word) | word)
                    & EightBytes.HIGHEST_BITS;
            for (; marks != 0 && !isOver; marks &= marks - 1) {
                mark(at + EightBytes.first(marks));
            }
        }
        buffer.position(start);
    }

    private void begin(int row) {
        start = row;
        fields = 0;
        isAscii = true;
        lineReturn = NOWHERE;
    }

    /** Looks at a byte that may be one that matters. */
    private void mark(int at) {
        byte mark = bytes[at];
        if (mark == delimiter) {
            isOver = lineReturn != NOWHERE;
            endField(at);
        } else if (mark == '\n') {
            endRow(at);
        } else if (mark == '\r') {
            isOver = lineReturn != NOWHERE;
            lineReturn = at;
        } else if (mark == '"') {
            isOver = true;
        } else if (mark <= 0) {
            isAscii = false;
        }
    }

    private void endField(int end) {
        if (fields < ends.length) {
            ends[fields] = end;
        }
        fields++;
    }

    private void endRow(int at) {
        if (lineReturn != NOWHERE && lineReturn != at - 1) {
            isOver = true;
            return;
        }
        int end = lineReturn == NOWHERE ? at : lineReturn;
        endField(end);
        if (!isHeaderRead) {
            isHeaderRead = end > start;
        } else if (isAscii) {
            takeAscii();
        } else {
            Optional<String> line = window.text(start, end);
            isOver = line.isEmpty();
            line.ifPresent(this::take);
        }
        if (!isOver) {
            lines++;
            begin(at + 1);
        }
    }

    private void takeAscii() {
        if (fields == members.length) {
            for (int field = 0; field < members.length; field++) {
                if (members[field] >= 0) {
                    ascii[members[field]].moveTo(field == 0 ? start : ends[field - 1] + 1, ends[field]);
                }
            }
            judge.take(lines + 1, ascii[0], ascii[1], ascii[2], ascii[3], ascii[4]);
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
            judge.take(lines + 1, values[0], values[1], values[2], values[3], values[4]);
        } else {
            takeMisshapen();
        }
    }

    /** Refuses a row with more or fewer fields than there are columns; a line of blanks is no row. */
    private void takeMisshapen() {
        if (fields > 1 || !Blanks.isBlank(bytes, start, ends[0] - start)) {
            judge.takeUnreadable(lines + 1, CsvRow.wrongFieldCount(fields, members.length));
        }
    }
}
