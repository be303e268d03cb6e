package dev.usher.conformance.runs;

import dev.usher.app.ProgramInProcess;
import dev.usher.app.ProgramInProcess.Result;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Usher as a person has it on a machine: an embedded store in a folder, and the command line.
 *
 * @param folder where everything lies
 */
record Installation(Path folder) {

    /** Runs a command on this store. */
    Result usher(String... arguments) {
        return usherReading("", arguments);
    }

    /** Runs a command on this store that reads a text from standard input. */
    Result usherReading(String input, String... arguments) {
        String[] onThisStore = Stream.concat(Stream.of(arguments), Stream.of("--store", store()))
                .toArray(String[]::new);
        return ProgramInProcess.run(Map.of(), input.getBytes(StandardCharsets.UTF_8), onThisStore);
    }

    /** Starts the service in a process of its own. */
    ChildProgram serve() {
        return ChildProgram.start(folder, "serve", "--port", "0", "--store", store());
    }

    /** The folder of the store's files. */
    Path data() {
        return folder.resolve("data");
    }

    /** The store's URL. */
    String store() {
        return "jdbc:hsqldb:file:" + data().resolve("usher");
    }
}
