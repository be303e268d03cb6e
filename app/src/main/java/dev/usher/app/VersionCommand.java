package dev.usher.app;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code usher version}: which Usher, which Java, which adapters. */
@Command(name = "version", description = "Show the versions of Usher and Java, and the adapters found.")
final class VersionCommand implements Callable<Integer> {
    private final UsherCommand usher;

    VersionCommand(UsherCommand usher) {
        this.usher = usher;
    }

    @Override
    public Integer call() {
        PrintStream out = usher.surroundings().out();
        for (String line : new Version().getVersion()) {
            out.println(line);
        }
        usher.adapters()
                .forEach(adapter ->
                        out.println("adapter " + adapter.getClass().getName() + " " + Version.of(adapter.getClass())));
        return ExitStatus.SUCCESS.code();
    }
}
