package dev.usher.adapters.http;

import io.vertx.core.http.HttpHeaders;
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

    private record Written(long second, CharSequence text) {}

    DateHeader(InstantSource clock) {
        this.clock = clock;
    }

    /** The present second, such as {@code Sat, 04 Jul 2026 20:00:00 GMT}. */
    CharSequence now() {
        long second = Math.floorDiv(clock.millis(), 1_000L);
        Written written = last;
        if (written.second() != second) {
            String text = HTTP_DATE.format(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
            written = new Written(second, HttpHeaders.createOptimized(text));
            last = written;
        }
        return written.text();
    }
}
