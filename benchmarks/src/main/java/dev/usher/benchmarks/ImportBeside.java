package dev.usher.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * {@code usher import} beside a running service, again and again, each time into another organization, so that it is
 * always new.
 */
final class ImportBeside implements AutoCloseable {
    private final Bench bench;
    private final String store;
    private final Path file;
    private int imports;
    private Process process;

    ImportBeside(Bench bench, String store, Path file) throws IOException {
        this.bench = bench;
        this.store = store;
        this.file = file;
        this.process = start();
    }

    private Process start() throws IOException {
        return ServerProcess.usher(
                        bench, "import", file.toString(), "--organization", "house " + ++imports, "--store", store)
                .redirectOutput(Objects.requireNonNull(ProcessBuilder.Redirect.DISCARD))
                .redirectError(bench.folder("import").resolve("progress").toFile())
                .start();
    }

    /** Makes sure that an import runs: begins the next one when the last has ended, which it must have done well. */
    void runs() throws IOException {
        if (!process.isAlive()) {
            if (process.exitValue() != 0) {
                throw new IOException("the import has ended with status " + process.exitValue());
            }
            process = start();
        }
    }

    /** How many were begun; one alone means that it ran all the time. */
    int begun() {
        return imports;
    }

    @Override
    public void close() {
        ServerProcess.end(process);
    }
}
