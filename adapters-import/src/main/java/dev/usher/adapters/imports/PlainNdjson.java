package dev.usher.adapters.imports;

import dev.usher.core.statistics.AsciiText;
import dev.usher.core.statistics.OperationText;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Reads NDJSON as programs mostly write it: an object a line whose values are texts without an escape, or {@code null}, so
 * that a value is what stands between two quotes.
 *
 * <p>It looks at eight bytes at a time and makes no object for a row. Where it meets anything else (an escape, a number, a
 * member said twice, a line that is no object, bytes that are no text) or a line that does not fit into the window it
 * stops, and at the last bytes of the file; the rest, from the beginning of that row, is left to the parser that knows all
 * about JSON.
 *
 * <pre>
 *   window  |..{"event_id":"festival","ticket_id":"8f14e45f"}\n..|
 *              ^^        ^ ^        ^ ^         ^ ^        ^
 *   quotes      0        1 2        3 4         5 6        7       from start, the brace, to the end of the line
 *               ----------                                         a name
 *                          ----------                              its value
 * </pre>
 */
final class PlainNdjson {
    /** Below this stand what may be no part of a text, the space, the exclamation mark and the quote. */
    private static final long BEHIND_QUOTE = EightBytes.all('#');

    private static final int MOST_QUOTES = 64;
    private static final int LONGEST_NAME = 64;
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final int NOWHERE = -1;
    private static final int UNKNOWN = -1;

    private final ByteWindow window;
    private final byte[] bytes;
    private final RowJudge judge;
    private final int[] quotes = new int[MOST_QUOTES];
    private final AsciiText name;
    private final AsciiText[] names;
    private final AsciiText[] ascii = new AsciiText[OperationText.MEMBERS.size()];
    private final CharSequence[] values = new CharSequence[OperationText.MEMBERS.size()];
    private boolean isOver;
    private long lines;
    private int start;
    private int count;
    /** True when no character of the row is beyond U+007F. */
    private boolean isAscii = true;
    /** Where a return in the row was. */
    private int lineReturn = NOWHERE;
    /** How far the row is taken apart: the next byte, the next quote, and the members said before, a bit each. */
    private int place;

    private int quote;
    private int said;

    PlainNdjson(ByteWindow window, RowJudge judge) {
        this.window = window;
        this.bytes = window.buffer().array();
        this.judge = judge;
        name = new AsciiText(bytes);
        names = OperationText.MEMBERS.stream().map(AsciiText::copyOf).toArray(AsciiText[]::new);
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

    private void scan() {
        ByteBuffer buffer = window.buffer();
        int limit = buffer.limit();
        begin(buffer.position());
        for (int at = start; at + Long.BYTES <= limit && !isOver; at += Long.BYTES) {
            long word = EightBytes.at(bytes, at);
            long marks =
                    (EightBytes.below(BEHIND_QUOTE, word) | EightBytes.is('\\', word) | word) & EightBytes.HIGHEST_BITS;
            for (; marks != 0 && !isOver; marks &= marks - 1) {
                mark(at + EightBytes.first(marks));
            }
        }
        buffer.position(start);
    }

    private void begin(int row) {
        start = row;
        count = 0;
        isAscii = true;
        lineReturn = NOWHERE;
    }

    /** Looks at a byte that may be one that matters. */
    private void mark(int at) {
        byte mark = bytes[at];
        if (mark == '"') {
            isOver = count == MOST_QUOTES;
            quotes[isOver ? 0 : count++] = at;
        } else if (mark == '\n') {
            endRow(at);
        } else if (mark == '\r') {
            isOver = lineReturn != NOWHERE;
            lineReturn = at;
        } else if (mark < 0) {
            isAscii = false;
        } else {
            isOver = mark < ' ' || mark == '\\';
        }
    }

    private void endRow(int at) {
        int end = lineReturn == NOWHERE ? at : lineReturn;
        isOver = lineReturn != NOWHERE && lineReturn != at - 1;
        if (!isOver && afterSpaces(start) != end) {
            isOver = !isText(end) || !readRow(end);
            if (!isOver) {
                judge.take(lines + 1, values[0], values[1], values[2], values[3], values[4]);
            }
        }
        if (!isOver) {
            lines++;
            begin(at + 1);
        }
    }

    private boolean isText(int end) {
        return isAscii || window.text(start, end).isPresent();
    }

    /** Finds the values of the object that the line is; false when it is none, or not all of it is plain. */
    private boolean readRow(int end) {
        Arrays.fill(values, "");
        said = 0;
        quote = 0;
        place = afterSpaces(start);
        boolean isPlain = skip('{') && readMember();
        while (isPlain && skip(',')) {
            isPlain = readMember();
        }
        return isPlain && skip('}') && quote == count && place == end;
    }

    private boolean readMember() {
        int from = place + 1;
        if (!skipQuoted() || lastQuote() - from > LONGEST_NAME) {
            return false;
        }
        int member = member(from, lastQuote());
        if (!isNew(member) || !skip(':')) {
            return false;
        }
        from = place + 1;
        if (skipQuoted()) {
            say(member, from, lastQuote());
            return true;
        }
        return skipNull();
    }

    /** Goes on behind this character and the spaces after it, when it stands here. */
    private boolean skip(char character) {
        boolean isHere = bytes[place] == character;
        place = isHere ? afterSpaces(place + 1) : place;
        return isHere;
    }

    /** Goes on behind a text in quotes and the spaces after it, when it begins here. */
    private boolean skipQuoted() {
        boolean isHere = quote + 1 < count && quotes[quote] == place;
        quote += isHere ? 2 : 0;
        place = isHere ? afterSpaces(lastQuote() + 1) : place;
        return isHere;
    }

    private boolean skipNull() {
        int end = Math.min(place + NULL.length, bytes.length);
        boolean isHere = Arrays.equals(bytes, place, end, NULL, 0, NULL.length);
        place = isHere ? afterSpaces(end) : place;
        return isHere;
    }

    private int lastQuote() {
        return quotes[quote - 1];
    }

    /** The next place without a space; the line's end is one. */
    private int afterSpaces(int from) {
        int at = from;
        while (bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    /** Which member has this name; tried first is the one that comes next where they come in order. */
    private int member(int from, int to) {
        name.moveTo(from, to);
        int next = Integer.numberOfTrailingZeros(~said);
        if (next < names.length && name.isSame(names[next])) {
            return next;
        }
        int member = names.length - 1;
        while (member >= 0 && !name.isSame(names[member])) {
            member--;
        }
        return member;
    }

    /** Remembers that a member is said; false when it was said before. */
    private boolean isNew(int member) {
        int before = said;
        said |= member == UNKNOWN ? 0 : 1 << member;
        return member == UNKNOWN || said != before;
    }

    private void say(int member, int from, int to) {
        if (member == UNKNOWN) {
            return;
        }
        ascii[member].moveTo(from, to);
        values[member] = isAscii ? ascii[member] : window.text(from, to).orElseThrow();
    }
}
