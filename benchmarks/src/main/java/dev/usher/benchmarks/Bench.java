package dev.usher.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What a row works with: the sizes, the data, a folder of its own, and a place for what should be said with its figures. */
public final class Bench {
    /** The seed of all data. */
    public static final long SEED = 20_260_704L;

    private static final int OPERATIONS = 10_000_000;
    private static final int QUICK_OPERATIONS = 1_000_000;

    private final Path target;
    private final int operations;
    private final long begin = System.nanoTime();
    private final Map<String, Object> notes = new LinkedHashMap<>();

    Bench(Path target, int operations) {
        this.target = target;
        this.operations = operations;
    }

    static Bench of(Path target, boolean quick) {
        return new Bench(target, quick ? QUICK_OPERATIONS : OPERATIONS);
    }

    /** True when only a small trial is asked for, whose figures do not count. */
    public boolean isQuick() {
        return operations < OPERATIONS;
    }

    /** How many operations the log of the goals has: ten million, or one million when quick. */
    public int operations() {
        return operations;
    }

    /** The log of the goals, made anew in memory in a few seconds, always the same. */
    public TicketLog log() {
        return log(operations(), SEED);
    }

    /** A log of another size. */
    public TicketLog log(int operations, long seed) {
        return TicketLog.of(operations, seed);
    }

    /** The log of the goals as CSV with a header, {@link #operations()} rows; made once and kept. */
    public Path csv(Arrival arrival) throws IOException {
        return new LogFiles(target.resolve("data")).csv(this, arrival);
    }

    /** The log of the goals as NDJSON, {@link #operations()} lines; made once and kept. */
    public Path ndjson(Arrival arrival) throws IOException {
        return new LogFiles(target.resolve("data")).ndjson(this, arrival);
    }

    /** An empty folder of the row's own, on the disk of the checkout; what was in it from an earlier run is gone. */
    public Path folder(String name) throws IOException {
        Path folder = target.resolve("work").resolve(name);
        delete(folder);
        return Files.createDirectories(folder);
    }

    /** Deletes a folder and all that is in it. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    /** The folder of the checkout, for rows that start {@code app/target/usher.jar}. */
    public Path checkout() {
        Path benchmarks = target.toAbsolutePath().normalize().getParent();
        Path checkout = benchmarks == null ? null : benchmarks.getParent();
        if (checkout == null) {
            throw new IllegalStateException(target + " is not benchmarks/target of a checkout");
        }
        return checkout;
    }

    /** Keeps something that belongs to the figures: a size, a version, a share; it stands below the table and in the results. */
    public void note(String name, Object value) {
        notes.put(name, value);
    }

    /** Says on standard error what is being done, and after how many seconds. */
    public void say(String what) {
        System.err.printf(Locale.ROOT, "  %5.1f s  %s%n", (System.nanoTime() - begin) / 1e9, what);
    }

    Map<String, Object> notes() {
        return notes;
    }
}
