package dev.usher.conformance.runs;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Gives a program the lines of a file to read, on a thread of its own, and knows how many it has been given. */
final class Feeder {
    private final AtomicInteger rows = new AtomicInteger();
    private final Thread thread;

    private Feeder(Path file, OutputStream to) {
        this.thread = new Thread(() -> feed(file, to), "feeder");
        thread.setDaemon(true);
    }

    static Feeder start(Path file, OutputStream to) {
        Feeder feeder = new Feeder(file, to);
        feeder.thread.start();
        return feeder;
    }

    /** How many lines the program has read, or has waiting in the pipe. */
    int rows() {
        return rows.get();
    }

    /** Waits until the file was read to its end, or the program is gone. */
    void join() {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void feed(Path file, OutputStream to) {
        try (BufferedReader lines = Files.newBufferedReader(file);
                OutputStream out = new BufferedOutputStream(to)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                rows.incrementAndGet();
            }
        } catch (IOException gone) {
            // The program was killed while it read; that is what this is for.
        }
    }
}
