package dev.usher.app;

import dev.usher.core.service.Inspection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;

/** {@code usher check}: verifies every block of the store and counts everything anew. */
@Command(name = "check", description = "Verify every block of the store and recompute the statistics.")
final class CheckCommand implements Callable<Integer> {
    private final UsherCommand usher;

    CheckCommand(UsherCommand usher) {
        this.usher = usher;
    }

    @Override
    public Integer call() {
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            Inspection.Report report = engine.inspect();
            report.faults().forEach(fault -> usher.surroundings().err().println("usher: " + fault));
            List<String> numbers = LongStream.of(
                            report.organizations(),
                            report.events(),
                            report.blocks(),
                            report.operations(),
                            report.faults().size())
                    .mapToObj(number -> String.format(Locale.ROOT, "%,d", number))
                    .toList();
            new Table(0, List.of("organizations", "events", "blocks", "operations", "faults"), List.of(numbers))
                    .lines()
                    .forEach(usher.surroundings().out()::println);
            return (report.faults().isEmpty() ? ExitStatus.SUCCESS : ExitStatus.DATA).code();
        }
    }
}
