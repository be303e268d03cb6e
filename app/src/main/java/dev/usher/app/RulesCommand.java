package dev.usher.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code usher rules}: everything the engine refuses, and why. */
@Command(
        name = "rules",
        description = "Print the rule books: every rule with its code, argument, operations and source.")
final class RulesCommand implements Callable<Integer> {
    private final UsherCommand usher;

    @Option(
            names = "--format",
            paramLabel = "table|markdown|json",
            description = "How to print; docs/rules.md is the markdown. Default: table.")
    private RulesPrint format = RulesPrint.TABLE;

    RulesCommand(UsherCommand usher) {
        this.usher = usher;
    }

    @Override
    public Integer call() {
        usher.surroundings().out().print(format.printed());
        return ExitStatus.SUCCESS.code();
    }
}
