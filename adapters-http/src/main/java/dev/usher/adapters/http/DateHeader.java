package dev.usher.adapters.http;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** When an answer was made, as HTTP writes it; the text is made anew once a second. */
final class DateHeader {
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final InstantSource clock;
    private volatile Written last = new Written(Long.MIN_VALUE, "");

    private record Written(long second, String text) {}

    DateHeader(InstantSource clock) {
        this.clock = clock;
    }

    /** The present second, such as {@code Sat, 04 Jul 2026 20:00:00 GMT}. */
    String now() {
        Instant now = clock.instant();
        Written written = last;
        if (written.second() != now.getEpochSecond()) {
            written = new Written(now.getEpochSecond(), HTTP_DATE.format(now.atOffset(ZoneOffset.UTC)));
            last = written;
        }
        return written.text();
    }
}
