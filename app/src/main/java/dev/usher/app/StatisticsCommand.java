package dev.usher.app;

import dev.usher.core.access.Organization;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Violation;
import dev.usher.core.service.EventStatistics;
import dev.usher.core.service.StatisticsAsOf;
import dev.usher.core.statistics.AsOfQuestion;
import dev.usher.core.statistics.EventInQuestion;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.SeriesQuestion;
import dev.usher.core.statistics.StatisticsQuestion;
import dev.usher.core.statistics.StatisticsQuestionRules;
import dev.usher.core.statistics.StepText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code usher statistics}: how many tickets of an event were in which condition at an instant, or over time. */
@Command(
        name = "statistics",
        description = {
            "Show the statistics of 1 to 8 events as of an instant (--at),",
            "or of one event over time (--from, --to and --step)."
        })
final class StatisticsCommand implements Callable<Integer> {
    private final UsherCommand usher;

    @Option(
            names = "--event",
            paramLabel = "ID",
            required = true,
            description = "An event; with --at repeat the option for more, up to 8.")
    private List<String> events = List.of();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "As of this instant, such as 2025-05-21T06:00:00.000Z.")
    private Optional<Instant> at = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "As of this instant, a step later, and so on.")
    private Optional<Instant> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "No instant after this one.")
    private Optional<Instant> to = Optional.empty();

    @Option(
            names = "--step",
            paramLabel = "DURATION",
            converter = StepConverter.class,
            description = "From one instant to the next, such as PT1H or P1D; at most 10000 instants.")
    private Optional<Duration> step = Optional.empty();

    @Option(
            names = "--known-at",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "As it would have been answered then: what was recorded later does not count. One event.")
    private Optional<Instant> knownAt = Optional.empty();

    @Option(
            names = "--at-least",
            paramLabel = "SEQUENCE",
            description = "Only with so much of the event's log, as POST /usher/v1/ticket-operations answered it in"
                    + " sequences. One event.")
    private Optional<Long> atLeast = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "table|json|csv",
            description = "How to print; json and csv have the fields of the endpoints. Default: table.")
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
        requireOneQuestion();
        if (at.isEmpty()) {
            SeriesQuestion question = new SeriesQuestion(event("--from"), field(from), field(to), field(step));
            requireSound("", question.violations());
            return printed(engine -> format.of(Refused.unless(engine.series(organization, question))));
        }
        if (knownAt.isPresent() || atLeast.isPresent()) {
            AsOfQuestion question =
                    new AsOfQuestion(event(knownAt.isPresent() ? "--known-at" : "--at-least"), field(at));
            requireSound("", question.violations());
            return printed(engine -> {
                StatisticsAsOf answer = Refused.unless(engine.statistics(organization, question));
                return format.of(List.of(new EventStatistics(answer.eventId(), answer.statistics())));
            });
        }
        StatisticsQuestion question = StatisticsQuestion.of(events, at.get());
        requireSound("--event: ", StatisticsQuestionRules.BOOK.violations(question));
        return printed(engine -> format.of(Refused.unless(engine.statistics(organization, question))));
    }

    private int printed(Function<Engine, String> answer) {
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            usher.surroundings().out().println(answer.apply(engine));
        }
        return ExitStatus.SUCCESS.code();
    }

    private void requireOneQuestion() {
        boolean overTime = from.isPresent() || to.isPresent() || step.isPresent();
        if (at.isPresent() == overTime) {
            throw wrong((overTime ? "--at and --from are two questions" : "there is no instant")
                    + "; expected either --at INSTANT, or --from INSTANT --to INSTANT --step DURATION");
        }
    }

    private EventInQuestion event(String option) {
        if (events.size() != 1) {
            throw wrong(option + " asks about one event, but --event was given " + events.size() + " times");
        }
        return new EventInQuestion(events.get(0), field(knownAt), field(atLeast));
    }

    private void requireSound(String where, List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw wrong(where + violations.stream().map(Violation::message).collect(Collectors.joining("; ")));
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private static <T> Field<T> field(Optional<T> option) {
        return option.map(Field::said).orElseGet(Field::absent);
    }

    /** Reads an instant as the importer and the endpoints do. */
    static final class InstantConverter implements ITypeConverter<Instant> {

        InstantConverter() {}

        @Override
        public Instant convert(String text) {
            return InstantText.read(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no instant; expected " + InstantText.EXPECTED));
        }
    }

    /** Reads a step as the endpoint does. */
    static final class StepConverter implements ITypeConverter<Duration> {

        StepConverter() {}

        @Override
        public Duration convert(String text) {
            return StepText.read(text)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no duration; expected " + StepText.EXPECTED));
        }
    }
}
