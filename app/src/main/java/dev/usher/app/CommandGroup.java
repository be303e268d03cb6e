package dev.usher.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only has commands below it: by itself it shows how they are used. */
abstract class CommandGroup implements Callable<Integer> {
    final UsherCommand usher;

    @Spec
    CommandSpec spec = CommandSpec.create();

    CommandGroup(UsherCommand usher) {
        this.usher = usher;
    }

    @Override
    public final Integer call() {
        spec.commandLine().usage(usher.surroundings().err());
        return ExitStatus.USAGE.code();
    }
}
