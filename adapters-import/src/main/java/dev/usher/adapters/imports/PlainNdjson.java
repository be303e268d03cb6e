package dev.usher.adapters.imports;

import dev.usher.core.statistics.AsciiText;
import dev.usher.core.statistics.OperationText;
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
final class PlainNdjson extends PlainLines {
    private static final int MOST_QUOTES = 64;
    private static final int LONGEST_NAME = 64;
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final int UNKNOWN = -1;

    private final int[] quotes = new int[MOST_QUOTES];
    private final AsciiText name;
    private final AsciiText[] names;
    private final AsciiText[] ascii = new AsciiText[OperationText.MEMBERS.size()];
    private final CharSequence[] values = new CharSequence[OperationText.MEMBERS.size()];
    private int count;
    /** How far the row is taken apart: the next byte, the next quote, and the members said before, a bit each. */
    private int place;

    private int quote;
    private int said;

    PlainNdjson(ByteWindow window, RowJudge judge) {
        super(window, judge);
        name = new AsciiText(bytes);
        names = OperationText.MEMBERS.stream().map(AsciiText::copyOf).toArray(AsciiText[]::new);
        Arrays.setAll(ascii, member -> new AsciiText(bytes));
    }

    @Override
    long marks(long word) {
        return EightBytes.below(BEHIND_QUOTE, word) | EightBytes.is('\\', word) | word;
    }

    @Override
    void begin() {
        count = 0;
    }

    @Override
    boolean look(int at, byte mark) {
        if (mark == '"') {
            boolean hasRoom = count < MOST_QUOTES;
            quotes[hasRoom ? count++ : 0] = at;
            return hasRoom;
        }
        isAscii &= mark >= 0;
        return mark < 0 || (mark >= ' ' && mark != '\\');
    }

    @Override
    boolean take(int end) {
        if (afterSpaces(start) == end) {
            return true;
        }
        boolean isPlain = isText(end) && readRow(end);
        if (isPlain) {
            judge.take(lines() + 1, values[0], values[1], values[2], values[3], values[4]);
        }
        return isPlain;
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
