package dev.usher.core.access;

import static dev.usher.core.rule.RuleKind.ACCESS;
import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.EXISTENCE;
import static dev.usher.core.rule.RuleKind.STATE;

import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleBook;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Who may do what with the members of an organization, and what a user must be like. */
public final class UserRules {
    private static final String SOURCE = "docs/http.md";

    /** The rules, in the order in which violations are reported. */
    public static final RuleBook<UserFacts> BOOK = new RuleBook<>(List.of(
            Rule.row("USR-01", "NOT_FOUND", "organization", EXISTENCE, "decision 3")
                    .require(
                            UserFacts::isInside,
                            facts -> "there is no organization " + facts.organization()
                                    + "; expected one that the token opens"),
            Rule.row("USR-02", "NOT_AUTHORIZED", "", ACCESS, SOURCE)
                    .on(UserAct.CREATE, UserAct.JOIN, UserAct.LEAVE)
                    .when(
                            UserFacts::isInside,
                            UserFacts::isAllowed,
                            facts -> "only an owner may change who belongs to an organization; ask one of its owners"),
            Rule.row("USR-03", "INVALID_EMAIL", "email", ARGUMENT, SOURCE)
                    .on(UserAct.CREATE)
                    .when(
                            UserRules::isWishedByOneWhoMay,
                            facts -> wished(facts, UserWish::email)
                                    .filter(EmailAddress::isValid)
                                    .isPresent(),
                            facts -> "the address is '"
                                    + OutsideText.shown(
                                            wished(facts, UserWish::email).orElse(""))
                                    + "'; expected " + EmailAddress.EXPECTED),
            name("USR-04", "firstName", UserWish::firstName),
            name("USR-05", "lastName", UserWish::lastName),
            Rule.row("USR-06", "EMAIL_TAKEN", "email", STATE, SOURCE)
                    .on(UserAct.CREATE)
                    .when(
                            UserRules::isWishedByOneWhoMay,
                            facts -> facts.user().isEmpty(),
                            facts -> "there is a user '"
                                    + OutsideText.shown(
                                            wished(facts, UserWish::email).orElse(""))
                                    + "' already; let that user join the organization instead"),
            Rule.row("USR-07", "INVALID_ROLE", "role", ARGUMENT, SOURCE)
                    .on(UserAct.CREATE, UserAct.JOIN)
                    .when(
                            facts -> facts.isInside() && facts.isAllowed(),
                            facts -> facts.role()
                                    .map(role -> role != Role.OPERATOR)
                                    .orElse(true),
                            facts -> "no member is an operator; expected viewer, member or owner"),
            Rule.row("USR-08", "NOT_FOUND", "user", EXISTENCE, "decision 3")
                    .on(UserAct.JOIN)
                    .when(
                            facts -> facts.isInside()
                                    && facts.isAllowed()
                                    && facts.role().isPresent(),
                            facts -> facts.user().isPresent(),
                            facts -> "there is no such user; expected the e-mail address of a user,"
                                    + " or the number of one whom you see already"),
            Rule.row("USR-09", "NOT_FOUND", "user", EXISTENCE, "decision 3")
                    .on(UserAct.LEAVE)
                    .when(
                            facts -> facts.isInside() && facts.isAllowed(),
                            UserFacts::isMember,
                            facts -> "the organization has no such member; list its members to see their numbers"),
            Rule.row("USR-10", "LAST_OWNER", "user", STATE, SOURCE)
                    .on(UserAct.JOIN, UserAct.LEAVE)
                    .when(
                            facts -> facts.isInside() && facts.isAllowed() && facts.isMember(),
                            UserFacts::leavesAnOwner,
                            facts -> facts.user().map(User::email).orElse("") + " is the only owner of organization "
                                    + facts.organization() + "; make another member an owner first")));

    private UserRules() {}

    private static Rule<UserFacts> name(String id, String path, Function<UserWish, String> part) {
        return Rule.row(id, "INVALID_NAME", path, ARGUMENT, SOURCE)
                .on(UserAct.CREATE)
                .when(
                        UserRules::isWishedByOneWhoMay,
                        facts -> wished(facts, part).filter(OutsideText::isName).isPresent(),
                        facts -> "the name is '"
                                + OutsideText.shown(wished(facts, part).orElse(""))
                                + "'; expected at most " + OutsideText.LONGEST_NAME
                                + " characters, without U+0000 and halves of surrogate pairs");
    }

    private static boolean isWishedByOneWhoMay(UserFacts facts) {
        return facts.isInside() && facts.isAllowed() && facts.wish().isPresent();
    }

    private static Optional<String> wished(UserFacts facts, Function<UserWish, String> part) {
        return facts.wish().map(part);
    }
}
