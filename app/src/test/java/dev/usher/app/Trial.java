package dev.usher.app;

import com.google.inject.Module;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the program inside the test, with streams that are caught. */
record Trial(List<Module> adapters, Map<String, String> environment, String input, Consumer<String> whileServing) {

    /** What a run said, and how it ended. */
    record Result(int status, String out, String err) {}

    static Trial with(Module... adapters) {
        return new Trial(List.of(adapters), Map.of(), "", shown -> {});
    }

    Trial environment(Map<String, String> said) {
        return new Trial(adapters, said, input, whileServing);
    }

    /** Does something while a service runs, given what standard output shows so far. */
    Trial whileServing(Consumer<String> visit) {
        return new Trial(adapters, environment, input, visit);
    }

    Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                environment,
                false,
                InstantSource.system(),
                stop -> {
                    whileServing.accept(out.toString(StandardCharsets.UTF_8));
                    stop.run();
                });
        int status = new Program(surroundings, adapters).run(arguments);
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
