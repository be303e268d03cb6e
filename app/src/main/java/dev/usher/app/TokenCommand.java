package dev.usher.app;

import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenWish;
import dev.usher.core.statistics.InstantText;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code usher token}: makes, lists, rotates and revokes the access tokens of an organization. */
@Command(
        name = "token",
        description = "Make, list, rotate and revoke access tokens.",
        synopsisSubcommandLabel = "COMMAND")
final class TokenCommand extends CommandGroup {
    TokenCommand(UsherCommand usher) {
        super(usher);
    }

    @Command(name = "create", description = "Make a token. Its secret is printed to standard output, this once only.")
    int create(
            @Option(
                            names = "--role",
                            converter = RoleWord.class,
                            paramLabel = "viewer|member|owner",
                            defaultValue = "viewer",
                            description = "viewer reads; member also sends ticket operations, and makes and changes"
                                    + " events; owner also manages tokens, members, the profile and the payout."
                                    + " Default: ${DEFAULT-VALUE}.")
                    Role role,
            @Option(names = "--label", paramLabel = "TEXT", defaultValue = "", description = "What it is for.")
                    String label,
            @Option(
                            names = "--user",
                            paramLabel = "USER",
                            description = "The e-mail address or number of the member whose token it shall be. It opens"
                                    + " every organization of the user, with the user's role there but no greater one"
                                    + " than --role.")
                    Optional<String> user,
            @Option(
                            names = "--expires",
                            converter = StatisticsCommand.InstantConverter.class,
                            paramLabel = "INSTANT",
                            description = "When it stops working by itself. Default: never.")
                    Optional<Instant> expires,
            @Option(
                            names = "--organization",
                            paramLabel = "ID",
                            defaultValue = Organization.DEFAULT,
                            description = "Whose data it opens. Default: ${DEFAULT-VALUE}.")
                    String organization) {
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            Optional<Long> owner =
                    user.map(said -> Refused.unless(engine.administration().member(organization, said))
                            .id());
            print(Refused.unless(engine.createToken(organization, new TokenWish(role, label, owner, expires))));
        }
        return ExitStatus.SUCCESS.code();
    }

    @Command(
            name = "rotate",
            description =
                    "Make a token with a new secret in place of another, which works on for a while. The secret is"
                            + " printed to standard output, this once only.")
    int rotate(
            @Parameters(
                            paramLabel = "ID",
                            converter = TokenNumber.class,
                            description = "The token's number, as list shows it.")
                    Long id,
            @Option(
                            names = "--grace",
                            converter = StatisticsCommand.StepConverter.class,
                            paramLabel = "DURATION",
                            defaultValue = "PT1H",
                            description = "How long the old one works on, up to P30D; PT0S ends it at once."
                                    + " Default: ${DEFAULT-VALUE}.")
                    Duration grace,
            @Option(
                            names = "--expires",
                            converter = StatisticsCommand.InstantConverter.class,
                            paramLabel = "INSTANT",
                            description = "When the new one stops working by itself. Default: after as long a life as"
                                    + " the old one was given.")
                    Optional<Instant> expires,
            @Option(
                            names = "--organization",
                            paramLabel = "ID",
                            defaultValue = Organization.DEFAULT,
                            description = "Whose token. Default: ${DEFAULT-VALUE}.")
                    String organization) {
        try (Engine engine = Engine.open(usher.compose(Map.of()))) {
            print(Refused.unless(engine.rotateToken(organization, id, grace, expires)));
        }
        return ExitStatus.SUCCESS.code();
    }

    private void print(Engine.Issued issued) {
        usher.surroundings().out().println(issued.secret().text());
        usher.surroundings()
                .err()
                .println("usher: token " + issued.token().id() + " ("
                        + issued.token().role() + "); its secret is not kept and cannot be shown again");
    }

    @Command(name = "list", description = "List the tokens of an organization, revoked and expired ones too.")
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
                            token.user().orElse("-"),
                            InstantText.write(token.createdAt()),
                            token.expiresAt().map(InstantText::write).orElse("-"),
                            token.revokedAt().map(InstantText::write).orElse("-"),
                            token.label()))
                    .toList();
            PrintStream out = usher.surroundings().out();
            new Table(7, List.of("id", "role", "user", "created", "expires", "revoked", "label"), rows)
                    .lines()
                    .forEach(out::println);
        }
        return ExitStatus.SUCCESS.code();
    }

    @Command(name = "revoke", description = "Revoke a token; it stops working at once.")
    int revoke(
            @Parameters(
                            paramLabel = "ID",
                            converter = TokenNumber.class,
                            description = "The token's number, as list shows it.")
                    Long id,
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

    /** Reads the number of a token. */
    static final class TokenNumber implements ITypeConverter<Long> {

        TokenNumber() {}

        @Override
        public Long convert(String text) {
            if (!text.matches("[0-9]{1,18}")) {
                throw new TypeConversionException(
                        "'" + text + "' is no token's number; 'usher token list' shows the numbers");
            }
            return Long.valueOf(text);
        }
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
