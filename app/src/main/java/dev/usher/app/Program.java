package dev.usher.app;

import com.google.inject.Module;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** All commands put together, and what they have in common: how errors are said, and which status they end with. */
final class Program {
    private static final String HINT = "run again with --verbose to see where";

    private final Surroundings surroundings;
    private final UsherCommand usher;
    private final CommandLine commands;

    Program(Surroundings surroundings, List<Module> adapters) {
        this.surroundings = surroundings;
        this.usher = new UsherCommand(surroundings, adapters);
        CommandLine serve = new CommandLine(new ServeCommand(usher));
        this.commands = new CommandLine(usher)
                .addSubcommand(new DemoCommand(usher))
                .addSubcommand(serve)
                .addSubcommand(new ImportCommand(usher))
                .addSubcommand(new StatisticsCommand(usher))
                .addSubcommand(new OrganizationCommand(usher))
                .addSubcommand(new UserCommand(usher))
                .addSubcommand(new EventCommand(usher))
                .addSubcommand(new TokenCommand(usher))
                .addSubcommand(new CheckCommand(usher))
                .addSubcommand(new RulesCommand(usher))
                .addSubcommand(new VersionCommand(usher))
                .addSubcommand(new HelpCommand());
        commands.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(Help.defaultColorScheme(surroundings.terminal() ? Help.Ansi.AUTO : Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((wrong, arguments) -> misused(wrong))
                .setExecutionExceptionHandler((thrown, command, parsed) -> failed(thrown))
                .setExecutionStrategy(parsed -> {
                    if (usher.isVerbose()) {
                        Logging.raise();
                    }
                    return new RunLast().execute(parsed);
                });
        WholeNumber.readIn(commands);
        document(commands);
        SettingsHelp.addTo(serve, usher);
    }

    /** Runs a command; never throws, and never exits. */
    int run(String... arguments) {
        try {
            return commands.execute(arguments);
        } catch (Error broken) {
            return failed(broken);
        }
    }

    private static void document(CommandLine command) {
        if (command.getCommand() instanceof HelpCommand) {
            return;
        }
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
        Map<String, String> statuses = new LinkedHashMap<>();
        for (ExitStatus status : ExitStatus.values()) {
            statuses.put(Integer.toString(status.code()), status.meaning());
        }
        UsageMessageSpec usage = command.getCommandSpec().usageMessage();
        usage.exitCodeListHeading("%nExit status:%n").exitCodeList(statuses);
        command.getSubcommands().values().forEach(Program::document);
    }

    private int misused(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        surroundings.err().println("usher: " + wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        surroundings.err().println("usher: try '" + command.getCommandSpec().qualifiedName() + " --help'");
        return ExitStatus.USAGE.code();
    }

    private int failed(Throwable thrown) {
        ExitStatus status = ExitStatus.of(thrown);
        if (status == ExitStatus.INTERNAL) {
            surroundings.err().println("usher: internal error: " + Complaint.of(thrown) + "; " + HINT);
        } else {
            Complaint.of(thrown).lines().forEach(line -> surroundings.err().println("usher: " + line));
        }
        if (usher.isVerbose()) {
            thrown.printStackTrace(surroundings.err());
        }
        return status.code();
    }
}
