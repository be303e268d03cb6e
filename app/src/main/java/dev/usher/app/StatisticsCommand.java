package dev.usher.app;

import dev.usher.core.access.Organization;
import dev.usher.core.rule.Violation;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.StatisticsQuestion;
import dev.usher.core.statistics.StatisticsQuestionRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code usher statistics}: how many tickets of an event were in which condition at an instant. */
@Command(name = "statistics", description = "Show the statistics of 1 to 8 events as of an instant.")
final class StatisticsCommand implements Callable<Integer> {
    private final UsherCommand usher;

    @Option(
            names = "--event",
            paramLabel = "ID",
            required = true,
            description = "An event; repeat the option for more, up to 8.")
    private List<String> events = List.of();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            required = true,
            converter = InstantConverter.class,
            description = "The instant, such as 2025-05-21T06:00:00.000Z.")
    private Instant at = Instant.EPOCH;

    @Option(
            names = "--format",
            paramLabel = "table|json|csv",
            description = "How to print; json and csv have the fields of the reporting endpoint. Default: table.")
    private StatisticsPrint format = StatisticsPrint.TABLE;

    @Option(names = "--organization", paramLabel = "ID", description = "Whose events. Default: ${DEFAULT-VALUE}.")
    private String organization = Organization.DEFAULT;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    StatisticsCommand(UsherCommand usher) {
        this.usher = usher;
    }

    @Override
    public Integer call() {
        StatisticsQuestion question = StatisticsQuestion.of(events, at);
        List<Violation> violations = StatisticsQuestionRules.BOOK.violations(question);
        if (!violations.isEmpty()) {
            String all = violations.stream().map(Violation::message).collect(Collectors.joining("; "));
            throw new ParameterException(spec.commandLine(), "--event: " + all);
        }
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            usher.surroundings().out().println(format.of(Refused.unless(engine.statistics(organization, question))));
        }
        return ExitStatus.SUCCESS.code();
    }

    /** Reads an instant as the importer and the endpoint do. */
    static final class InstantConverter implements ITypeConverter<Instant> {

        InstantConverter() {}

        @Override
        public Instant convert(String text) {
            return InstantText.read(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no instant; expected " + InstantText.EXPECTED));
        }
    }
}
