package dev.usher.conformance.runs;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real program in a process of its own, which can be killed. */
final class ChildProgram implements AutoCloseable {
    private static final long END_SECONDS = 120;
    private static final Pattern ADDRESS = Pattern.compile("http://[\\w.:\\[\\]]+");

    private final Process process;
    private final Path out;
    private final Path err;

    private ChildProgram(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** Starts a command; what it prints goes to files in the folder. */
    static ChildProgram start(Path folder, String... arguments) {
        return startIn("512m", folder, arguments);
    }

    /** Starts a command with a heap of that size, which also decides how many rows an import takes at once. */
    static ChildProgram startIn(String heap, Path folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:TieredStopAtLevel=1",
                // As the launcher starts it.
                "-ea:dev.usher...",
                "-Dguice_custom_class_loading=CHILD",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.usher.app.Main"));
        command.addAll(List.of(arguments));
        try {
            Path out = Files.createTempFile(folder, "child", ".out");
            Path err = Files.createTempFile(folder, "child", ".err");
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("USHER_"));
            return new ChildProgram(builder.start(), out, err);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where a service that was started answers, as it says itself; waits until it does. */
    URI url() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(END_SECONDS);
        while (System.nanoTime() < deadline) {
            Matcher address = ADDRESS.matcher(out());
            if (address.find()) {
                return URI.create(address.group());
            }
            if (!isRunning()) {
                throw new AssertionError("the service ended with " + status() + ": " + err());
            }
            pause(5);
        }
        throw new AssertionError("the service did not say where it answers: " + out() + err());
    }

    /** Where it reads its standard input from. */
    OutputStream input() {
        return process.getOutputStream();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** {@code kill -9}, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        int unused = status();
    }

    /** SIGTERM, and waits until it is gone. */
    void terminate() {
        process.destroy();
        int unused = status();
    }

    /** Waits for its end and gives its exit status. */
    int status() {
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the program was still running after " + END_SECONDS + " s: " + err());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    String out() {
        return text(out);
    }

    String err() {
        return text(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Lets a moment pass. */
    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
