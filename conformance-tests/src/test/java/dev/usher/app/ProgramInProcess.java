package dev.usher.app;

import com.google.inject.Module;
import dev.usher.core.service.Inspection;
import dev.usher.core.store.Store;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The real program inside this JVM, so that tests can run hundreds of commands: put together as {@link Main} does it, only
 * what it prints is kept and nothing exits.
 */
public final class ProgramInProcess {
    private static final byte[] NO_INPUT = new byte[0];

    private ProgramInProcess() {}

    /**
     * What a command left behind.
     *
     * @param status its exit status
     * @param out what it printed to standard output
     * @param err what it printed to standard error
     */
    public record Result(int status, String out, String err) {

        /** What it printed, when it succeeded. */
        public String success() {
            if (status != 0) {
                throw new AssertionError("the command ended with " + status + ": " + err);
            }
            return out;
        }
    }

    /** Runs a command to its end. */
    public static Result run(String... arguments) {
        return run(Map.of(), NO_INPUT, arguments);
    }

    /** Runs a command to its end, with an environment and a standard input of its own. */
    public static Result run(Map<String, String> environment, byte[] input, String... arguments) {
        Output out = new Output();
        Output err = new Output();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(input),
                out.stream(),
                err.stream(),
                environment,
                false,
                InstantSource.system(),
                stop -> {
                    stop.run();
                    throw new IllegalStateException("a service is started by serve(), not by run()");
                });
        int status = new Program(surroundings, adapters()).run(arguments);
        return new Result(status, out.text(), err.text());
    }

    /** Starts {@code serve} with these further arguments on a free port; it runs until it is closed. */
    public static ServiceInProcess serve(String... arguments) {
        return serve(InstantSource.system(), arguments);
    }

    /** The same, with the time told by a clock of its own. */
    public static ServiceInProcess serve(InstantSource clock, String... arguments) {
        String[] serve = Arrays.copyOf(new String[] {"serve", "--port", "0"}, 3 + arguments.length);
        System.arraycopy(arguments, 0, serve, 3, arguments.length);
        return ServiceInProcess.start(clock, serve);
    }

    /** Opens the store at a URL, through the adapters that were found. */
    public static Store open(String url) {
        return composition(url).store();
    }

    /** Verifies all that the store at a URL holds. */
    public static Inspection.Report inspect(String url) {
        try (LocalEngine engine = LocalEngine.over(composition(url))) {
            return engine.inspect();
        }
    }

    private static Composition composition(String url) {
        return Composition.of(
                adapters(),
                new SettingSources(Map.of(CoreModule.STORE_URL.name(), url), Map.of(), Optional.empty()),
                InstantSource.system());
    }

    static List<Module> adapters() {
        return ServiceLoader.load(Module.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** Keeps what is printed. */
    static final class Output {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        PrintStream stream() {
            return new PrintStream(bytes, true, StandardCharsets.UTF_8);
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }
}
