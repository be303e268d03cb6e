package dev.usher.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The date of an answer is written as HTTP wants it, and moves on with the clock. */
class DateHeaderTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-07-04T20:00:00.999Z"));
    private final DateHeader date = new DateHeader(now::get);

    @Test
    void aDayBelowTenHasTwoDigits() {
        assertThat(date.now()).hasToString("Sat, 04 Jul 2026 20:00:00 GMT");
    }

    @Test
    void theNextSecondIsWrittenAnew() {
        date.now();
        now.set(Instant.parse("2026-12-31T23:59:59Z"));
        assertThat(date.now()).hasToString("Thu, 31 Dec 2026 23:59:59 GMT");
    }
}
