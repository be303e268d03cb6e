package dev.usher.app;

import dev.usher.core.access.Organization;
import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Change;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code usher organization}: makes and lists organizations, and says how each does business. */
@Command(
        name = "organization",
        description = "Make and list organizations, and say how each does business.",
        synopsisSubcommandLabel = "COMMAND")
final class OrganizationCommand extends CommandGroup {
    private static final NamedValues PROFILE = new NamedValues("an organization", Profile.ATTRIBUTES);

    OrganizationCommand(UsherCommand usher) {
        super(usher);
    }

    @Command(name = "create", description = "Make an organization. Its number is printed to standard output.")
    int create(@Parameters(paramLabel = "ID", description = "The name it shall go by.") String organization) {
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            Administration.House made = Refused.unless(engine.administration().createOrganization(organization));
            usher.surroundings().out().println(made.id());
        }
        return ExitStatus.SUCCESS.code();
    }

    @Command(name = "list", description = "List all organizations.")
    int list() {
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            List<List<String>> rows = Refused.unless(engine.administration().organizations()).stream()
                    .map(house -> List.of(Long.toString(house.id()), house.externalId()))
                    .toList();
            print(new Table(2, List.of("id", "organization"), rows));
        }
        return ExitStatus.SUCCESS.code();
    }

    @Command(name = "show", description = "Show how an organization does business.")
    int show(
            @Option(
                            names = "--organization",
                            paramLabel = "ID",
                            defaultValue = Organization.DEFAULT,
                            description = "Which one. Default: ${DEFAULT-VALUE}.")
                    String organization) {
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            print(PROFILE.table(Refused.unless(engine.administration().profile(organization))));
        }
        return ExitStatus.SUCCESS.code();
    }

    @Command(
            name = "set",
            description = "Change how an organization does business: its name, package, payment and fees.",
            footer = {"", "'usher organization show' lists the names. NAME= takes a value away."})
    int set(
            @Option(
                            names = "--organization",
                            paramLabel = "ID",
                            defaultValue = Organization.DEFAULT,
                            description = "Which one. Default: ${DEFAULT-VALUE}.")
                    String organization,
            @Parameters(
                            arity = "1..*",
                            paramLabel = "NAME=VALUE",
                            description = "Such as package=essentials or fee_fixed='USD,79 EUR,59'.")
                    List<String> settings) {
        Change change = PROFILE.read(settings, spec);
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            print(PROFILE.table(Refused.unless(engine.administration().changeProfile(organization, change))));
        }
        return ExitStatus.SUCCESS.code();
    }

    private void print(Table table) {
        PrintStream out = usher.surroundings().out();
        table.lines().forEach(out::println);
    }
}
