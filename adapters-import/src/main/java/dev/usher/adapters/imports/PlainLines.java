package dev.usher.adapters.imports;

import java.nio.ByteBuffer;

/**
 * Walks plain text line by line without an object for a row: it looks at eight bytes at a time, and at a single one only
 * where it may matter.
 *
 * <p>It ends for good at the first line that is not plain, or does not fit into the window, and at the last bytes of the
 * file; the rest, from the beginning of that line, is left to a parser that knows all about the format.
 */
abstract class PlainLines {
    /** Below this stand what may be no part of a text, the ends of lines, the quote, and little else that comes in one. */
    static final long BEHIND_QUOTE = EightBytes.all('#');

    private static final int NOWHERE = -1;

    final ByteWindow window;
    final byte[] bytes;
    final RowJudge judge;
    /** Where the line begins. */
    int start;

    /** True when no character of the line is beyond U+007F. */
    boolean isAscii = true;

    private boolean isOver;
    private long lines;
    /** Where a return in the line was. */
    private int lineReturn = NOWHERE;

    PlainLines(ByteWindow window, RowJudge judge) {
        this.window = window;
        this.bytes = window.buffer().array();
        this.judge = judge;
    }

    /** Hands on all rows up to the first that is not plain. */
    final void read() {
        boolean hasMore = true;
        while (hasMore && !isOver) {
            scan();
            hasMore = window.fetch();
        }
    }

    /** How many lines were taken. */
    final long lines() {
        return lines;
    }

    /** The bytes of a word that may matter, marked by their highest bits. */
    abstract long marks(long word);

    /** Looks at a byte that may matter and ends no line; false when the line is not plain. */
    abstract boolean look(int at, byte mark);

    /** Takes the line that ends here; false when it is not plain. */
    abstract boolean take(int end);

    /** A line begins. */
    abstract void begin();

    /** True when a return stands in the line, which must be its last character. */
    final boolean isReturned() {
        return lineReturn != NOWHERE;
    }

    private void scan() {
        ByteBuffer buffer = window.buffer();
        int limit = buffer.limit();
        begin(buffer.position());
        for (int at = start; at + Long.BYTES <= limit && !isOver; at += Long.BYTES) {
            long marks = marks(EightBytes.at(bytes, at)) & EightBytes.HIGHEST_BITS;
            for (; marks != 0 && !isOver; marks &= marks - 1) {
                mark(at + EightBytes.first(marks));
            }
        }
        buffer.position(start);
    }

    private void mark(int at) {
        byte mark = bytes[at];
        if (mark == '\n') {
            endLine(at);
        } else if (mark == '\r') {
            isOver = isReturned();
            lineReturn = at;
        } else {
            isOver = !look(at, mark);
        }
    }

    private void endLine(int at) {
        boolean isPlain = !isReturned() || lineReturn == at - 1;
        if (isPlain && take(isReturned() ? lineReturn : at)) {
            lines++;
            begin(at + 1);
        } else {
            isOver = true;
        }
    }

    private void begin(int line) {
        start = line;
        isAscii = true;
        lineReturn = NOWHERE;
        begin();
    }
}
