package dev.usher.core.statistics;

/**
 * Reads an instant in the forms that machines write most, {@code 2025-05-21T06:00:00Z} with none, three or six digits of a
 * fraction, eight characters at a time.
 *
 * <p>Whatever else it may be, {@link InstantText} reads.
 *
 * <pre>
 *   2025-05- 21T06:00
 *               6:00:00.        or 6:00:00Z where it ends there
 *                   :00.000Z    or .000000Z: the last eight characters; the first in a word's lowest byte
 * </pre>
 */
final class InstantWords {
    private static final int LENGTH = 20;
    private static final Word DATE = new Word("0000-00-");
    private static final Word DAY = new Word("00T00:00");
    private static final Word SECOND_AND_MORE = new Word("0:00:00.");
    private static final Word SECOND = new Word("0:00:00Z");
    private static final Word MILLISECONDS = new Word(":00.000Z");
    private static final Word MICROSECONDS = new Word(".000000Z");

    private InstantWords() {}

    /** A stretch of the form with a zero for each digit. */
    private static final class Word {
        private static final long HIGHEST_BITS = 0x8080808080808080L;
        private static final int NONE_ALLOWED = 0x7F;

        private final long form;
        /** Added to a byte, it reaches the highest bit if the byte is more than 9, or is not 0 where no digit stands. */
        private final long excess;

        Word(String zeros) {
            long characters = 0;
            long most = 0;
            for (int place = 0; place < Long.BYTES; place++) {
                characters |= (long) zeros.charAt(place) << (place << 3);
                most |= (long) (zeros.charAt(place) == '0' ? NONE_ALLOWED - 9 : NONE_ALLOWED) << (place << 3);
            }
            form = characters;
            excess = most;
        }

        /** What is left of a word without the form: its digits as numbers, one a byte. */
        long digits(long word) {
            return word ^ form;
        }

        boolean isForm(long digits) {
            return (((digits + excess) | digits) & HIGHEST_BITS) == 0;
        }
    }

    /** True when a text may have one of the forms. */
    static boolean mayRead(AsciiText text) {
        int length = text.length();
        return length == LENGTH || length == LENGTH + 4 || length == LENGTH + 7;
    }

    /** The instant in microseconds since 1970, or {@link InstantText#UNREADABLE} when it has another form. */
    static long microseconds(AsciiText text) {
        int length = text.length();
        Word third = length == LENGTH ? SECOND : SECOND_AND_MORE;
        Word last = length == LENGTH ? SECOND : length == LENGTH + 4 ? MILLISECONDS : MICROSECONDS;
        long date = DATE.digits(text.word(0));
        long day = DAY.digits(text.word(8));
        long time = third.digits(text.word(12));
        long end = last.digits(text.word(length - Long.BYTES));
        if (!DATE.isForm(date) || !DAY.isForm(day) || !third.isForm(time) || !last.isForm(end)) {
            return InstantText.UNREADABLE;
        }
        int year = pair(date, 0) * 100 + pair(date, 2);
        int month = pair(date, 5);
        int dayOfMonth = pair(day, 0);
        int hour = pair(day, 3);
        int minute = pair(day, 6);
        int second = pair(time, 5);
        if (!InstantText.isDate(year, month, dayOfMonth) || hour > 23 || minute > 59 || second > 59) {
            return InstantText.UNREADABLE;
        }
        int seconds = hour * 3600 + minute * 60 + second;
        return InstantText.microseconds(year, month, dayOfMonth, seconds) + fraction(end, length);
    }

    private static int fraction(long end, int length) {
        if (length == LENGTH) {
            return 0;
        }
        return length == LENGTH + 4
                ? (digit(end, 4) * 100 + pair(end, 5)) * 1_000
                : pair(end, 1) * 10_000 + pair(end, 3) * 100 + pair(end, 5);
    }

    private static int pair(long word, int place) {
        return digit(word, place) * 10 + digit(word, place + 1);
    }

    private static int digit(long word, int place) {
        return (int) (word >>> (place << 3)) & 0xFF;
    }
}
