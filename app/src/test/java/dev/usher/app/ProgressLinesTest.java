package dev.usher.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final AtomicLong nanoTime = new AtomicLong(1_000);

    @Test
    void aLineIsPrintedEveryFiveSeconds() {
        try (ProgressLines lines =
                new ProgressLines(new PrintStream(shown, true, StandardCharsets.UTF_8), nanoTime::get)) {
            lines.at("weekend.csv", 0, 1_000, 0, 0);
            pass(4);
            lines.at("weekend.csv", 100, 1_000, 9_000, 0);
            pass(1);
            lines.at("weekend.csv", 250, 1_000, 10_000, 8_000);
            pass(1);
            lines.at("weekend.csv", 300, 1_000, 12_000, 8_000);
            pass(4);
            lines.at("-", 500, -1, 30_000, 20_000);
        }

        assertThat(shown.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "usher: weekend.csv: 10,000 rows read, 8,000 durable, 2,000 rows/s, 25 %, about 15 s left",
                        "usher: -: 30,000 rows read, 20,000 durable, 3,000 rows/s");
    }

    private void pass(long seconds) {
        nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}
