package dev.usher.app;

import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.statistics.InstantText;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code usher token}: makes, lists and revokes the access tokens of an organization. */
@Command(name = "token", description = "Make, list and revoke access tokens.", synopsisSubcommandLabel = "COMMAND")
final class TokenCommand implements Callable<Integer> {
    private final UsherCommand usher;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    TokenCommand(UsherCommand usher) {
        this.usher = usher;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(usher.surroundings().err());
        return ExitStatus.USAGE.code();
    }

    @Command(name = "create", description = "Make a token. Its secret is printed to standard output, this once only.")
    int create(
            @Option(
                            names = "--role",
                            converter = RoleWord.class,
                            paramLabel = "viewer|member|owner",
                            defaultValue = "viewer",
                            description = "viewer reads reports, member also sends operations, owner also makes"
                                    + " tokens. Default: ${DEFAULT-VALUE}.")
                    Role role,
            @Option(names = "--label", paramLabel = "TEXT", defaultValue = "", description = "What it is for.")
                    String label,
            @Option(
                            names = "--organization",
                            paramLabel = "ID",
                            defaultValue = Organization.DEFAULT,
                            description = "Whose data it opens. Default: ${DEFAULT-VALUE}.")
                    String organization) {
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            Engine.Issued issued = Refused.unless(engine.createToken(organization, role, label));
            usher.surroundings().out().println(issued.secret().text());
            usher.surroundings()
                    .err()
                    .println("usher: token " + issued.token().id() + " ("
                            + issued.token().role() + "); its secret is not kept and cannot be shown again");
        }
        return ExitStatus.SUCCESS.code();
    }

    @Command(name = "list", description = "List the tokens of an organization, revoked ones too.")
    int list(
            @Option(
                            names = "--organization",
                            paramLabel = "ID",
                            defaultValue = Organization.DEFAULT,
                            description = "Whose tokens. Default: ${DEFAULT-VALUE}.")
                    String organization) {
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            List<List<String>> rows = Refused.unless(engine.tokens(organization)).stream()
                    .map(token -> List.of(
                            token.id(),
                            token.role(),
                            InstantText.write(token.createdAt()),
                            token.revokedAt().map(InstantText::write).orElse("-"),
                            token.label()))
                    .toList();
            PrintStream out = usher.surroundings().out();
            new Table(5, List.of("id", "role", "created", "revoked", "label"), rows)
                    .lines()
                    .forEach(out::println);
        }
        return ExitStatus.SUCCESS.code();
    }

    @Command(name = "revoke", description = "Revoke a token; it stops working at once.")
    int revoke(
            @Parameters(paramLabel = "ID", description = "The token's number, as list shows it.") String id,
            @Option(
                            names = "--organization",
                            paramLabel = "ID",
                            defaultValue = Organization.DEFAULT,
                            description = "Whose token. Default: ${DEFAULT-VALUE}.")
                    String organization) {
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            Refused.unless(engine.revokeToken(organization, id));
            usher.surroundings().err().println("usher: token " + id + " is revoked");
        }
        return ExitStatus.SUCCESS.code();
    }

    /** Reads a role by its word; the operator's is not given to tokens. */
    static final class RoleWord implements ITypeConverter<Role> {
        private static final List<Role> GIVEN = List.of(Role.VIEWER, Role.MEMBER, Role.OWNER);

        RoleWord() {}

        @Override
        public Role convert(String text) {
            return GIVEN.stream()
                    .filter(role -> role.word().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is no role of a token; expected viewer, member or owner"));
        }
    }
}
