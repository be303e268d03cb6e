package dev.usher.app;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Draws a bar for each source, in bytes, with rows per second and the time left: for a person who watches. */
final class ProgressBarDisplay implements ImportDisplay {
    private static final int UPDATE_EVERY_MILLIS = 200;
    private static final int MEBIBYTE = 1 << 20;
    private static final double NANOS_A_SECOND = 1e9;

    private final PrintStream out;
    private final long started = System.nanoTime();
    private String source = "";
    private Optional<ProgressBar> bar = Optional.empty();

    ProgressBarDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public void at(String name, long bytesRead, long bytesInAll, long rowsRead, long rowsDurable) {
        if (bar.isEmpty() || !name.equals(source)) {
            close();
            source = name;
            bar = Optional.of(begin(name, bytesInAll));
        }
        double seconds = Math.max((System.nanoTime() - started) / NANOS_A_SECOND, 1e-3);
        bar.get().stepTo(bytesRead).setExtraMessage(String.format(Locale.ROOT, " %,d rows, %,d rows/s", rowsRead, (long)
                (rowsRead / seconds)));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }

    private ProgressBar begin(String name, long bytesInAll) {
        return new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(bytesInAll)
                .setUnit(" MiB", MEBIBYTE)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(UPDATE_EVERY_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .build();
    }
}
