package dev.usher.app;

import dev.usher.core.access.Organization;
import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Spelling;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code usher organization}: makes and lists organizations, and says how each does business. */
@Command(
        name = "organization",
        description = "Make and list organizations, and say how each does business.",
        synopsisSubcommandLabel = "COMMAND")
final class OrganizationCommand extends CommandGroup {
    private static final List<String> NAMES =
            Profile.ATTRIBUTES.stream().map(Attribute::name).toList();

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
            print(table(Refused.unless(engine.administration().profile(organization))));
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
        Change change = Change.NONE;
        for (String setting : settings) {
            change = with(change, setting);
        }
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            print(table(Refused.unless(engine.administration().changeProfile(organization, change))));
        }
        return ExitStatus.SUCCESS.code();
    }

    private Change with(Change change, String setting) {
        int equals = setting.indexOf('=');
        String name = equals < 0 ? setting : setting.substring(0, equals);
        Attribute<?> attribute = Profile.ATTRIBUTES.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("'" + setting
                        + "' is no setting of an organization; expected NAME=VALUE with one of "
                        + String.join(", ", NAMES)
                        + Spelling.nearest(name, NAMES)
                                .map(known -> "; was that meant to be " + known + "?")
                                .orElse("")));
        if (equals < 0) {
            throw wrong("'" + setting + "' has no value; expected " + name + "=VALUE, or " + name
                    + "= to take the value away");
        }
        return with(change, attribute, setting.substring(equals + 1));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.subcommands().get("set"), message);
    }

    private static <T> Change with(Change change, Attribute<T> attribute, String text) {
        return change.with(
                attribute, text.isEmpty() ? Field.cleared() : attribute.kind().read(text));
    }

    private static Table table(Attributes profile) {
        return new Table(
                2,
                List.of("name", "value"),
                Profile.ATTRIBUTES.stream()
                        .map(attribute -> List.of(attribute.name(), text(attribute, profile)))
                        .toList());
    }

    private static <T> String text(Attribute<T> attribute, Attributes profile) {
        return profile.get(attribute).map(attribute.kind()::write).orElse("-");
    }

    private void print(Table table) {
        PrintStream out = usher.surroundings().out();
        table.lines().forEach(out::println);
    }
}
