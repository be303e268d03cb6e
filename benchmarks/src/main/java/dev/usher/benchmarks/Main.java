package dev.usher.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Runs rows, each in a process of its own, prints the table and writes {@code results.json}. */
public final class Main {
    private static final String ONE_ROW = "--one-row";

    private Main() {}

    /**
     * Runs the rows named, or all of them.
     *
     * @param arguments the folder {@code benchmarks/target}, then names, {@code --quick}, {@code --list}
     */
    public static void main(String[] arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        Path target = Path.of(words.remove(0));
        boolean quick = words.remove("--quick");
        boolean list = words.remove("--list");
        if (words.remove(ONE_ROW)) {
            new RowRun(target, quick).run(row(words.get(0)));
            // A rival's thread that will not end must not keep the row from ending.
            System.exit(0);
        }
        if (list) {
            Rows.ALL.forEach(row -> System.out.printf("%-24s %s%n", row.name(), row.job()));
            return;
        }
        List<Row> rows = words.isEmpty()
                ? Rows.ALL
                : words.stream().map(Main::row).distinct().toList();
        System.exit(runAll(rows, target, quick) ? 0 : 1);
    }

    private static Row row(String name) {
        return Rows.find(name).orElseGet(() -> {
            System.err.println("benchmarks: there is no row '" + name + "'; expected one of "
                    + Rows.ALL.stream().map(Row::name).toList());
            System.exit(2);
            throw new IllegalStateException("ended");
        });
    }

    /** False when a row failed: when it could not be measured, not when it missed a goal. */
    private static boolean runAll(List<Row> rows, Path target, boolean quick) throws Exception {
        Report report = new Report(target, quick);
        boolean sound = true;
        for (Row row : rows) {
            System.err.println(row.name() + ": " + row.job());
            Path results = RowRun.results(target, row);
            Files.deleteIfExists(results);
            boolean ended = runInItsOwnProcess(row, target, quick);
            if (ended && Files.exists(results)) {
                report.add(results);
            } else {
                sound = false;
                report.addFailed(row);
            }
        }
        report.write();
        return sound;
    }

    private static boolean runInItsOwnProcess(Row row, Path target, boolean quick)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + row.heapMegabytes() + "m",
                "-Dguice_custom_class_loading=CHILD",
                "-cp",
                System.getProperty("java.class.path")));
        if (Runtime.version().feature() > 17) {
            command.add(1, "--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(Main.class.getName(), target.toString(), ONE_ROW, row.name()));
        if (quick) {
            command.add("--quick");
        }
        Process process = new ProcessBuilder(command)
                .redirectOutput(Objects.requireNonNull(ProcessBuilder.Redirect.INHERIT))
                .redirectError(Objects.requireNonNull(ProcessBuilder.Redirect.INHERIT))
                .start();
        Thread ending = new Thread(() -> end(process));
        Runtime.getRuntime().addShutdownHook(ending);
        try {
            if (!process.waitFor(row.limit().toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("  " + row.name() + " took longer than its limit of "
                        + row.limit().toSeconds() + " s");
                return false;
            }
            return process.exitValue() == 0;
        } finally {
            end(process);
            Runtime.getRuntime().removeShutdownHook(ending);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }
}
