package dev.usher.app;

import dev.usher.core.access.Organization;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.EventAttributes;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code usher event}: settles what is kept for an event and no dialect sets, such as its payout (decisions 15, 18, 19). */
@Command(
        name = "event",
        description = "Settle what is kept for an event, such as whether it is paid out.",
        synopsisSubcommandLabel = "COMMAND")
final class EventCommand extends CommandGroup {
    private static final NamedValues SETTLED = new NamedValues("an event", EventAttributes.NATIVE);

    EventCommand(UsherCommand usher) {
        super(usher);
    }

    @Command(
            name = "set",
            description = "Change what is kept for an event. What is kept then is printed to standard output.",
            footer = {
                "",
                "Names: event_group_id, bookmark_count, refund_policy, survey_respondent (attendee or ticket_buyer), and",
                "is_paid_out, once the event is over. NAME= takes a value away."
            })
    int set(
            @Option(
                            names = "--organization",
                            paramLabel = "ID",
                            defaultValue = Organization.DEFAULT,
                            description = "Whose event it is. Default: ${DEFAULT-VALUE}.")
                    String organization,
            @Parameters(index = "0", paramLabel = "EVENT", description = "Its external id or number.") String event,
            @Parameters(
                            index = "1..*",
                            arity = "1..*",
                            paramLabel = "NAME=VALUE",
                            description = "Such as is_paid_out=true.")
                    List<String> settings) {
        Change change = SETTLED.read(settings, spec);
        PrintStream out = usher.surroundings().out();
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            SETTLED.table(Refused.unless(engine.administration().settleEvent(organization, event, change)))
                    .lines()
                    .forEach(out::println);
        }
        return ExitStatus.SUCCESS.code();
    }
}
