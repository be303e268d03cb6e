package dev.usher.core.statistics;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.Optional;

/**
 * Instants as people and machines write them, read to the microsecond without making an object.
 *
 * <p>Accepted is ISO 8601 with a zone: {@code 2025-05-21T06:00:00.000Z}, {@code 2025-05-21T08:00+02:00}; seconds and up
 * to six digits of a fraction may be left out, further digits only if they are zeros; a space may stand for the
 * {@code T}. Instants are microseconds since 1970-01-01T00:00Z, years 1 to 9999.
 */
public final class InstantText {

    /** What {@link #microseconds} answers when the text is not an instant. */
    public static final long UNREADABLE = Long.MIN_VALUE;

    /** What would be right, for messages. */
    public static final String EXPECTED =
            "an ISO 8601 instant with Z or an offset, up to microseconds, such as 2025-05-21T06:00:00.000Z";

    private static final int SECONDS_A_DAY = 86_400;
    /** The first and last microsecond of the years 1 to 9999 in UTC; an offset may lead out of them. */
    private static final long EARLIEST = -62_135_596_800_000_000L;

    private static final long LATEST = 253_402_300_799_999_999L;
    private static final int[] FRACTION = {1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};

    private InstantText() {}

    /** The instant that the text says, when it says one. */
    public static Optional<Instant> read(CharSequence text) {
        long microseconds = microseconds(text);
        return microseconds == UNREADABLE ? Optional.empty() : Optional.of(instant(microseconds));
    }

    /** The text's instant in microseconds since 1970, or {@link #UNREADABLE}. */
    public static long microseconds(CharSequence text) {
        if (text instanceof AsciiText ascii && InstantWords.mayRead(ascii)) {
            long microseconds = InstantWords.microseconds(ascii);
            return microseconds == UNREADABLE ? anyForm(text) : microseconds;
        }
        return anyForm(text);
    }

    private static long anyForm(CharSequence text) {
        int length = text.length();
        if (length < 17 || text.charAt(4) != '-' || text.charAt(7) != '-' || !isTimeMark(text.charAt(10))) {
            return UNREADABLE;
        }
        int year = number(text, 0, 4);
        int month = number(text, 5, 2);
        int day = number(text, 8, 2);
        int hour = number(text, 11, 2);
        int minute = number(text, 14, 2);
        if (text.charAt(13) != ':' || !isDate(year, month, day) || hour < 0 || hour > 23 || minute < 0 || minute > 59) {
            return UNREADABLE;
        }
        int at = 16;
        int second = 0;
        int fraction = 0;
        if (text.charAt(at) == ':') {
            second = at + 3 <= length ? number(text, at + 1, 2) : -1;
            if (second < 0 || second > 59) {
                return UNREADABLE;
            }
            at += 3;
            if (at < length && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
                int end = endOfDigits(text, at + 1);
                fraction = fraction(text, at + 1, end);
                if (fraction < 0) {
                    return UNREADABLE;
                }
                at = end;
            }
        }
        int offset = offsetSeconds(text, at);
        if (offset == Integer.MIN_VALUE) {
            return UNREADABLE;
        }
        long microseconds = microseconds(year, month, day, hour * 3600 + minute * 60 + second - offset) + fraction;
        return microseconds >= EARLIEST && microseconds <= LATEST ? microseconds : UNREADABLE;
    }

    /** The instant so many microseconds after 1970. */
    public static Instant instant(long microseconds) {
        return Instant.ofEpochSecond(
                Math.floorDiv(microseconds, 1_000_000L), Math.floorMod(microseconds, 1_000_000L) * 1_000);
    }

    /** The instant's microseconds since 1970; what is finer than a microsecond is cut off downwards. */
    public static long microseconds(Instant instant) {
        return Math.addExact(
                Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.get(ChronoField.MICRO_OF_SECOND));
    }

    /**
     * The instant as Usher writes it: UTC, three digits of a fraction, six where microseconds are needed.
     *
     * @throws IllegalArgumentException beyond the years 0 to 9999
     */
    public static String write(Instant instant) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(instant.getEpochSecond(), SECONDS_A_DAY));
        if (date.getYear() < 0 || date.getYear() > 9999) {
            throw new IllegalArgumentException("the year of " + instant + " is not written with four digits");
        }
        int second = Math.floorMod(instant.getEpochSecond(), SECONDS_A_DAY);
        int microsecond = instant.getNano() / 1_000;
        boolean finer = microsecond % 1_000 != 0;
        byte[] text = new byte[finer ? 27 : 24];
        write(text, 0, 4, date.getYear(), '-');
        write(text, 5, 2, date.getMonthValue(), '-');
        write(text, 8, 2, date.getDayOfMonth(), 'T');
        write(text, 11, 2, second / 3600, ':');
        write(text, 14, 2, second / 60 % 60, ':');
        write(text, 17, 2, second % 60, '.');
        write(text, 20, finer ? 6 : 3, finer ? microsecond : microsecond / 1_000, 'Z');
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    /** Writes a number with so many digits from there, and a mark after it. */
    private static void write(byte[] text, int from, int digits, int number, char mark) {
        int rest = number;
        for (int at = from + digits - 1; at >= from; at--) {
            text[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        text[from + digits] = (byte) mark;
    }

    private static boolean isTimeMark(char mark) {
        return mark == 'T' || mark == 't' || mark == ' ';
    }

    static boolean isDate(int year, int month, int day) {
        return year >= 1 && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= lengthOfMonth(year, month));
    }

    private static int lengthOfMonth(int year, int month) {
        return LocalDate.of(year, month, 1).lengthOfMonth();
    }

    /** The microseconds from 1970 to so many seconds after the day began in UTC. */
    static long microseconds(int year, int month, int day, int seconds) {
        return (daysSince1970(year, month, day) * SECONDS_A_DAY + seconds) * 1_000_000;
    }

    /** Howard Hinnant's days_from_civil, with March as the first month of a year. */
    private static long daysSince1970(int year, int month, int day) {
        int shifted = month <= 2 ? year - 1 : year;
        int era = Math.floorDiv(shifted, 400);
        int yearOfEra = shifted - era * 400;
        int dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }

    private static int endOfDigits(CharSequence text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int fraction(CharSequence text, int from, int end) {
        int digits = Math.min(end - from, 6);
        if (digits == 0) {
            return -1;
        }
        for (int at = from + 6; at < end; at++) {
            if (text.charAt(at) != '0') {
                return -1;
            }
        }
        return number(text, from, digits) * FRACTION[digits];
    }

    /** The offset that ends the text, in seconds; Integer.MIN_VALUE when there is none or something else. */
    private static int offsetSeconds(CharSequence text, int at) {
        int length = text.length();
        if (at >= length) {
            return Integer.MIN_VALUE;
        }
        char mark = text.charAt(at);
        if (mark == 'Z' || mark == 'z') {
            return at + 1 == length ? 0 : Integer.MIN_VALUE;
        }
        if ((mark != '+' && mark != '-') || at + 3 > length) {
            return Integer.MIN_VALUE;
        }
        int hours = number(text, at + 1, 2);
        int rest = at + 3;
        int minutes = 0;
        if (rest < length) {
            int from = text.charAt(rest) == ':' ? rest + 1 : rest;
            minutes = from + 2 == length ? number(text, from, 2) : -1;
        }
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59 || (hours == 18 && minutes > 0)) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3600 + minutes * 60;
        return mark == '-' ? -seconds : seconds;
    }

    /** The number of so many digits from there, or -1 when one is not a digit. */
    private static int number(CharSequence text, int from, int digits) {
        int number = 0;
        for (int at = from; at < from + digits; at++) {
            char digit = text.charAt(at);
            if (!isDigit(digit)) {
                return -1;
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
