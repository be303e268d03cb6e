package dev.usher.app;

import com.google.inject.Module;
import dev.usher.core.adapter.Setting;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code usher} itself: the options that every command has, and the way to the engine. */
@Command(
        name = "usher",
        description = "Takes the ticket operations of events in, and answers how many tickets were in which condition"
                + " at any past instant.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        footer = {
            "",
            "A setting is taken from the command line, else from the environment (USHER_HTTP_PORT for http.port), else"
                    + " from the file of --config, else its default holds. 'usher serve --help' lists all of them.",
            "Beside a running 'usher serve' on the same embedded store, the other commands go through the service."
        })
final class UsherCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final List<Module> adapters;

    @Option(
            names = "--store",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The store: jdbc:hsqldb:file:FOLDER/NAME, jdbc:postgresql://HOST/DATABASE or memory:"
                    + " (setting store.url).")
    private Optional<String> store = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Settings in the form of Java's properties: http.port = 8080")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Tell what is done, and where an error comes from.")
    private boolean verbose;

    @SuppressWarnings("UnusedVariable") // picocli acts on it before any command runs
    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    UsherCommand(Surroundings surroundings, List<Module> adapters) {
        this.surroundings = surroundings;
        this.adapters = List.copyOf(adapters);
    }

    /** Without a command there is nothing to do but to say which there are. */
    @Override
    public Integer call() {
        spec.commandLine().usage(surroundings.err());
        return ExitStatus.USAGE.code();
    }

    Surroundings surroundings() {
        return surroundings;
    }

    List<Module> adapters() {
        return adapters;
    }

    boolean isVerbose() {
        return verbose;
    }

    /** The program put together from the adapters, with these settings said by the command's own options. */
    Composition compose(Map<String, String> said) {
        Map<String, String> commandLine = new HashMap<>(said);
        store.ifPresent(url -> commandLine.put(CoreModule.STORE_URL.name(), url));
        return Composition.of(
                adapters, new SettingSources(commandLine, surroundings.environment(), config), surroundings.clock());
    }

    /** Every setting there is, whatever anybody says for it. */
    Collection<Setting> knownSettings() {
        return Composition.of(adapters, new SettingSources(Map.of(), Map.of(), Optional.empty()), surroundings.clock())
                .knownSettings()
                .values();
    }
}
