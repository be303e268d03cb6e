package dev.usher.app;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Prints a line every few seconds: for logs, and wherever no person watches. */
final class ProgressLines implements ImportDisplay {
    private static final long EVERY_NANOS = Duration.ofSeconds(5).toNanos();
    private static final double NANOS_A_SECOND = 1e9;

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long started;
    private long printed;
    private String source = "";
    private long sourceStarted;

    ProgressLines(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.printed = started;
        this.sourceStarted = started;
    }

    @Override
    public void at(String name, long bytesRead, long bytesInAll, long rowsRead, long rowsDurable) {
        long now = nanoTime.getAsLong();
        if (!name.equals(source)) {
            source = name;
            sourceStarted = now;
        }
        if (now - printed < EVERY_NANOS) {
            return;
        }
        printed = now;
        double seconds = (now - started) / NANOS_A_SECOND;
        out.println(String.format(
                Locale.ROOT,
                "usher: %s: %,d rows read, %,d durable, %,d rows/s%s",
                name,
                rowsRead,
                rowsDurable,
                (long) (rowsRead / seconds),
                left(bytesRead, bytesInAll, (now - sourceStarted) / NANOS_A_SECOND)));
    }

    private static String left(long bytesRead, long bytesInAll, double seconds) {
        if (bytesInAll <= 0 || bytesRead <= 0) {
            return "";
        }
        long percent = Math.min(100, bytesRead * 100 / bytesInAll);
        long secondsLeft = (long) Math.ceil(seconds * Math.max(0, bytesInAll - bytesRead) / bytesRead);
        return ", " + percent + " %, about " + secondsLeft + " s left";
    }

    @Override
    public void close() {}
}
