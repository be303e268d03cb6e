package dev.usher.core.access;

import static dev.usher.core.rule.RuleKind.ACCESS;
import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.EXISTENCE;
import static dev.usher.core.rule.RuleKind.STATE;

import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleBook;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Who may do what with tokens, and what a token must be like. */
public final class TokenRules {

    private static final String SOURCE = "docs/http.md";

    /** The longest time for which a rotated token goes on to work. */
    public static final Duration LONGEST_GRACE = Duration.ofDays(30);

    /** The rules, in the order in which violations are reported. */
    public static final RuleBook<TokenFacts> BOOK = new RuleBook<>(List.of(
            Rule.row("TOK-01", "OWNER_REQUIRED", "", ACCESS, "decision 5")
                    .require(
                            TokenFacts::isOwner,
                            facts -> "only an owner may " + facts.operation().word()
                                    + " tokens; ask an owner of the organization"),
            Rule.row("TOK-02", "INVALID_ROLE", "role", ARGUMENT, "decision 5")
                    .on(TokenAct.MAKE)
                    .when(
                            TokenFacts::isOwner,
                            facts -> wish(facts, wish -> wish.role() != Role.OPERATOR),
                            facts -> "no token makes an operator; expected viewer, member or owner"),
            Rule.row("TOK-03", "INVALID_LABEL", "label", ARGUMENT, "decision 5")
                    .on(TokenAct.MAKE)
                    .when(
                            TokenFacts::isOwner,
                            facts -> wish(facts, wish -> OutsideText.isName(wish.label())),
                            facts -> "the label is '"
                                    + OutsideText.shown(
                                            facts.wish().map(TokenWish::label).orElse(""))
                                    + "'; expected at most " + OutsideText.LONGEST_NAME
                                    + " characters, without U+0000 and halves of surrogate pairs"),
            Rule.row("TOK-04", "INVALID_EXPIRY", "expiresAt", ARGUMENT, SOURCE)
                    .on(TokenAct.MAKE, TokenAct.ROTATE)
                    .when(
                            TokenFacts::isOwner,
                            facts -> wish(
                                    facts,
                                    wish -> wish.expiresAt()
                                            .map(facts.now()::isBefore)
                                            .orElse(true)),
                            facts -> "the token would end at "
                                    + facts.wish()
                                            .flatMap(TokenWish::expiresAt)
                                            .map(Object::toString)
                                            .orElse("")
                                    + ", and it is " + facts.now() + " already; expected an instant to come"),
            Rule.row("TOK-05", "UNKNOWN_USER", "user", EXISTENCE, SOURCE)
                    .on(TokenAct.MAKE, TokenAct.ROTATE)
                    .when(
                            facts -> facts.isOwner() && facts.user().isPresent(),
                            TokenFacts::isUserAMember,
                            facts -> "there is no user " + facts.user().orElse(0L)
                                    + " in this organization; expected the number of one of its members"),
            Rule.row("TOK-06", "USER_ELSEWHERE", "user", ACCESS, SOURCE)
                    .on(TokenAct.MAKE, TokenAct.ROTATE)
                    .when(
                            facts -> facts.isOwner() && facts.user().isPresent() && facts.isUserAMember(),
                            TokenRules::mayActForTheUser,
                            facts -> "user " + facts.user().orElse(0L)
                                    + " belongs to organizations that you do not own, and the token would open them too;"
                                    + " expected the user's own request, or the operator's"),
            Rule.row("TOK-07", "UNKNOWN_TOKEN", "id", EXISTENCE, "decision 3")
                    .on(TokenAct.ROTATE, TokenAct.REVOKE)
                    .when(
                            facts -> facts.isOwner() && facts.id().isPresent(),
                            facts -> facts.token().isPresent(),
                            facts -> "there is no token " + facts.id().orElse(0L)
                                    + " in this organization; list the tokens to see their numbers"),
            Rule.row("TOK-08", "TOKEN_ENDED", "id", STATE, SOURCE)
                    .on(TokenAct.ROTATE)
                    .when(
                            facts -> facts.isOwner() && facts.token().isPresent(),
                            facts -> facts.token()
                                    .map(token -> token.works(facts.now()))
                                    .orElse(false),
                            facts -> "token " + facts.id().orElse(0L)
                                    + " is revoked or has expired; expected one that works, make a new one instead"),
            Rule.row("TOK-09", "INVALID_GRACE", "grace", ARGUMENT, SOURCE)
                    .on(TokenAct.ROTATE)
                    .when(
                            TokenFacts::isOwner,
                            facts ->
                                    !facts.grace().isNegative() && facts.grace().compareTo(LONGEST_GRACE) <= 0,
                            facts -> "the rotated token would go on to work for " + inDays(facts.grace())
                                    + "; expected a time from PT0S to " + inDays(LONGEST_GRACE))));

    private TokenRules() {}

    /** A time as people say it, days as days. */
    private static String inDays(Duration time) {
        long days = time.toDays();
        Duration rest = time.minusDays(days);
        return days <= 0
                ? time.toString()
                : "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
    }

    private static boolean wish(TokenFacts facts, Predicate<TokenWish> holds) {
        Optional<TokenWish> wish = facts.wish();
        return wish.isEmpty() || holds.test(wish.get());
    }

    /** Whoever bears a user's token can do all that the user can; so one makes it only who can do that anyway. */
    private static boolean mayActForTheUser(TokenFacts facts) {
        Actor actor = facts.actor();
        return actor.role() == Role.OPERATOR
                || actor.user().equals(facts.user())
                || facts.ofUser().stream().allMatch(membership -> actor.may(Role.OWNER, membership.organization()));
    }
}
