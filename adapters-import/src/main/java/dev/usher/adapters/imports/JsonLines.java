package dev.usher.adapters.imports;

import java.io.IOException;
import java.io.Reader;

/**
 * Feeds a JSON parser line by line, so that one line that is broken spoils no other.
 *
 * <p>While a row is open the parser gets nothing from behind the end of its line. So one parser serves the whole file; it
 * is thrown away only after a broken line, and with it whatever it had of that line.
 */
final class JsonLines extends Reader {
    private final DecodedText text;
    private long line;
    private long fed;
    private long fedBeforeLine;
    private boolean isAtLineEnd = true;
    private boolean isAfterReturn;
    private boolean isRowOpen;

    /** The lines of a text from which so many were taken before. */
    JsonLines(DecodedText text, long linesBefore) {
        this.text = text;
        this.line = linesBefore;
    }

    /** The number of the line that was fed last, from 1. */
    long line() {
        return line;
    }

    /** How many characters of that line stand before the given place in what this parser was fed. */
    long column(long characterOffset) {
        return characterOffset - fedBeforeLine;
    }

    /** How much of that line was fed. */
    long fedOfLine() {
        return fed - fedBeforeLine;
    }

    /** From now on the parser gets only what is left of the line. */
    void openRow() {
        isRowOpen = true;
    }

    /** The row is whole: skips the rest of its line, and tells whether it was blank. */
    boolean closeRow() throws IOException {
        isRowOpen = false;
        char[] rest = new char[isAtLineEnd ? 0 : 256];
        boolean isBlank = true;
        while (!isAtLineEnd) {
            int taken = read(rest, 0, rest.length);
            if (taken < 0) {
                break;
            }
            isBlank &= Blanks.isBlank(rest, 0, taken);
        }
        return isBlank;
    }

    /** The line is given up: skips what is left of it; the next read serves a new parser. */
    void giveUpLine() throws IOException {
        closeRow();
        fed = 0;
        fedBeforeLine = 0;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (isAtLineEnd && isRowOpen) {
            throw new LineEnded();
        }
        int taken = text.readInLine(target, from, length);
        if (taken <= 0) {
            return taken;
        }
        if (isAtLineEnd && !(isAfterReturn && target[from] == '\n')) {
            line++;
            fedBeforeLine = fed;
        }
        char last = target[from + taken - 1];
        isAtLineEnd = DecodedText.isLineEnd(last);
        isAfterReturn = last == '\r';
        fed += taken;
        return taken;
    }

    @Override
    public void close() {}

    /** The parser wants more, but the line has no more. */
    static final class LineEnded extends IOException {
        private static final long serialVersionUID = 1L;

        LineEnded() {
            super("the line ends before its object does");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }
}
