package dev.usher.core.access;

import dev.usher.core.attribute.Change;
import dev.usher.core.rule.RuleBook;
import dev.usher.core.rule.RuleBookProof;
import dev.usher.core.rule.Spelt;
import dev.usher.core.rule.Witness;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of who may come in, and of what belongs to people and organizations, can pass, and can fail alone. */
class AccessRulesTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    /** A book with its examples. */
    record Proved<F>(RuleBookProof<F> proof, String name) {
        static <F> Proved<F> of(String file, RuleBook<F> book, Function<Witness, F> facts) {
            return new Proved<>(new RuleBookProof<>(book, Witness.of(file), facts), file);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Proved<?>> books() {
        return List.of(
                Proved.of("admissions.tsv", AdmissionRules.BOOK, AccessRulesTest::admission),
                Proved.of("organizations.tsv", OrganizationRules.BOOK, AccessRulesTest::organization),
                Proved.of("users.tsv", UserRules.BOOK, AccessRulesTest::user),
                Proved.of("tokens.tsv", TokenRules.BOOK, AccessRulesTest::token),
                Proved.of("bootstrap.tsv", BootstrapRules.BOOK, witness -> witness.cell("secret")),
                Proved.of("profiles.tsv", ProfileRules.BOOK, AccessRulesTest::profile));
    }

    @ParameterizedTest
    @MethodSource("books")
    void everyRowHasWitnesses(Proved<?> book) {
        book.proof().everyRowHasWitnesses();
    }

    @ParameterizedTest
    @MethodSource("books")
    void aRowDoesWhatItsWitnessesSay(Proved<?> book) {
        book.proof().witnesses().forEach(witness -> book.proof().holds(witness));
    }

    private static Admission admission(Witness witness) {
        return new Admission(
                "event 17",
                witness.cell("exists").isEmpty(),
                !witness.cell("public").isEmpty(),
                role(witness.cell("role")),
                role(witness.cell("needed")).orElseThrow());
    }

    private static OrganizationFacts organization(Witness witness) {
        return new OrganizationFacts(
                witness.cell("asks").isEmpty(),
                Spelt.out(witness.cell("name")),
                !witness.cell("taken").isEmpty());
    }

    private static UserFacts user(Witness witness) {
        UserWish wish = new UserWish(
                Spelt.out(witness.cell("email")),
                Spelt.out(witness.cell("first_name")),
                Spelt.out(witness.cell("last_name")));
        UserAct act = UserAct.valueOf(upper(witness.cell("operation")));
        return new UserFacts(
                act,
                asking(witness.cell("asks")),
                1,
                true,
                act == UserAct.CREATE ? Optional.of(wish) : Optional.empty(),
                number(witness.cell("user")).map(id -> new User(id, "u" + id + "@example.com", "", "")),
                role(witness.cell("role")),
                pairs(witness.cell("members"))
                        .map(pair -> new Membership(Long.parseLong(pair[0]), 1, roleOf(pair[1])))
                        .toList());
    }

    private static TokenFacts token(Witness witness) {
        TokenAct act = TokenAct.valueOf(upper(witness.cell("operation")));
        Optional<Long> user = number(witness.cell("user"));
        Optional<Instant> expires = Optional.of(witness.cell("expires"))
                .filter(text -> !text.isEmpty())
                .map(Instant::parse);
        return new TokenFacts(
                act,
                asking(witness.cell("asks")),
                NOW,
                witness.cell("token").isEmpty() ? Optional.empty() : Optional.of(5L),
                kept(witness.cell("token")),
                role(witness.cell("role"))
                        .map(role -> new TokenWish(role, Spelt.out(witness.cell("label")), user, expires)),
                witness.cell("grace").isEmpty() ? Duration.ZERO : Duration.parse(witness.cell("grace")),
                pairs(witness.cell("memberships"))
                        .map(pair -> new Membership(user.orElseThrow(), Long.parseLong(pair[0]), roleOf(pair[1])))
                        .toList());
    }

    private static ProfileFacts profile(Witness witness) {
        Change change = witness.change("change", Profile.ATTRIBUTES);
        return new ProfileFacts(
                ProfileAct.valueOf(upper(witness.cell("operation"))),
                asking(witness.cell("asks")),
                1,
                true,
                change,
                3,
                number(witness.cell("expected")),
                witness.cell("organizer").isEmpty());
    }

    private static Optional<AccessToken> kept(String state) {
        AccessToken working = new AccessToken(
                5, 1, Role.MEMBER, "", TokenDigest.of("secret"), NOW.minusSeconds(60), Optional.empty());
        return switch (state) {
            case "", "unknown" -> Optional.empty();
            case "revoked" -> Optional.of(working.revoked(NOW.minusSeconds(1)));
            case "expired" -> Optional.of(working.endingBy(NOW));
            default -> Optional.of(working);
        };
    }

    /** User 1, with these rights in organization 1, or in another one. */
    private static Actor asking(String role) {
        boolean isStranger = role.equals("stranger");
        Role rights = isStranger ? Role.OWNER : roleOf(role);
        long organization = isStranger ? 9 : 1;
        return new Actor(organization, rights, Optional.of(1L), Map.of(organization, rights));
    }

    private static Stream<String[]> pairs(String cell) {
        return Arrays.stream(cell.isEmpty() ? new String[0] : cell.split(" ")).map(pair -> pair.split(":"));
    }

    private static Optional<Long> number(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(cell));
    }

    private static Optional<Role> role(String cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(roleOf(cell));
    }

    private static Role roleOf(String word) {
        return Role.valueOf(upper(word));
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
