package dev.usher.app;

import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.access.UserWish;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code usher user}: makes users, and says who belongs to an organization. */
@Command(
        name = "user",
        description = "Make users, and say who belongs to an organization.",
        synopsisSubcommandLabel = "COMMAND")
final class UserCommand extends CommandGroup {
    UserCommand(UsherCommand usher) {
        super(usher);
    }

    @Command(
            name = "create",
            description =
                    "Make a user who belongs to an organization. The user's number is printed to standard output.")
    int create(
            @Parameters(paramLabel = "EMAIL", description = "The address, by which the user is known.") String email,
            @Option(names = "--first-name", paramLabel = "TEXT", defaultValue = "", description = "The first name.")
                    String firstName,
            @Option(names = "--last-name", paramLabel = "TEXT", defaultValue = "", description = "The last name.")
                    String lastName,
            @Option(
                            names = "--role",
                            converter = TokenCommand.RoleWord.class,
                            paramLabel = "viewer|member|owner",
                            defaultValue = "member",
                            description = "What the user may do there. Default: ${DEFAULT-VALUE}.")
                    Role role,
            @Option(
                            names = "--organization",
                            paramLabel = "ID",
                            defaultValue = Organization.DEFAULT,
                            description = "Where the user belongs to. Default: ${DEFAULT-VALUE}.")
                    String organization) {
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            UserWish wish = new UserWish(email, firstName, lastName);
            Administration.Person made = Refused.unless(engine.administration().createUser(organization, wish, role));
            usher.surroundings().out().println(made.id());
        }
        return ExitStatus.SUCCESS.code();
    }

    @Command(name = "list", description = "List who belongs to an organization.")
    int list(
            @Option(
                            names = "--organization",
                            paramLabel = "ID",
                            defaultValue = Organization.DEFAULT,
                            description = "Which one. Default: ${DEFAULT-VALUE}.")
                    String organization) {
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            List<List<String>> rows = Refused.unless(engine.administration().members(organization)).stream()
                    .map(person -> List.of(Long.toString(person.id()), person.role(), person.email(), person.name()))
                    .toList();
            PrintStream out = usher.surroundings().out();
            new Table(4, List.of("id", "role", "email", "name"), rows).lines().forEach(out::println);
        }
        return ExitStatus.SUCCESS.code();
    }

    @Command(name = "add", description = "Let a user belong to an organization, or give a member another role.")
    int add(
            @Parameters(paramLabel = "USER", description = "The user's e-mail address or number.") String user,
            @Option(
                            names = "--role",
                            converter = TokenCommand.RoleWord.class,
                            paramLabel = "viewer|member|owner",
                            defaultValue = "member",
                            description = "What the user may do there. Default: ${DEFAULT-VALUE}.")
                    Role role,
            @Option(
                            names = "--organization",
                            paramLabel = "ID",
                            defaultValue = Organization.DEFAULT,
                            description = "Which one. Default: ${DEFAULT-VALUE}.")
                    String organization) {
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            Administration.Person member =
                    Refused.unless(engine.administration().added(organization, user, role));
            usher.surroundings()
                    .err()
                    .println("usher: " + member.email() + " is " + member.role() + " of " + organization);
        }
        return ExitStatus.SUCCESS.code();
    }

    @Command(name = "remove", description = "Take a user out of an organization. The last owner cannot leave.")
    int remove(
            @Parameters(paramLabel = "USER", description = "The user's e-mail address or number.") String user,
            @Option(
                            names = "--organization",
                            paramLabel = "ID",
                            defaultValue = Organization.DEFAULT,
                            description = "Which one. Default: ${DEFAULT-VALUE}.")
                    String organization) {
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            Administration administration = engine.administration();
            Administration.Person member = Refused.unless(administration.member(organization, user));
            Refused.unless(administration.leave(organization, member.id()));
            usher.surroundings().err().println("usher: " + member.email() + " has left " + organization);
        }
        return ExitStatus.SUCCESS.code();
    }
}
