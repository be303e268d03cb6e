package dev.usher.core.access;

import static dev.usher.core.rule.RuleKind.ACCESS;
import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.EXISTENCE;
import static dev.usher.core.rule.RuleKind.STATE;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Markup;
import dev.usher.core.money.FeeSchedule;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleBook;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Who may read and change how an organization does business, and what can be said of that. */
public final class ProfileRules {
    private static final String SOURCE = "decision 15";

    /** The rules, in the order in which violations are reported. */
    public static final RuleBook<ProfileFacts> BOOK = new RuleBook<>(List.of(
            Rule.row("PRF-01", "NOT_FOUND", "organization", EXISTENCE, "decision 3")
                    .require(
                            ProfileFacts::isInside,
                            facts -> "there is no organization " + facts.organization()
                                    + "; expected one that the token opens"),
            Rule.row("PRF-02", "NOT_AUTHORIZED", "", ACCESS, SOURCE)
                    .on(ProfileAct.CHANGE)
                    .when(
                            ProfileFacts::isInside,
                            ProfileFacts::isAllowed,
                            facts -> "only an owner may change an organization; ask one of its owners"),
            Rule.row("PRF-03", "VERSION_CONFLICT", "", STATE, SOURCE)
                    .on(ProfileAct.CHANGE)
                    .when(
                            ProfileFacts::isAllowed,
                            facts -> facts.expectedVersion()
                                    .map(expected -> expected == facts.version())
                                    .orElse(true),
                            facts -> "the organization was changed by somebody else, and has version " + facts.version()
                                    + " now; read it again and change that"),
            Rule.row("PRF-04", "INVALID", "{}", ARGUMENT, SOURCE)
                    .on(ProfileAct.CHANGE)
                    .each(ProfileRules::unreadable, (facts, attribute) -> false, ProfileRules::whyUnreadable),
            Rule.row("PRF-05", "INVALID", Profile.DEFAULT_ORGANIZER.path(), ARGUMENT, SOURCE)
                    .on(ProfileAct.CHANGE)
                    .when(
                            ProfileFacts::isAllowed,
                            ProfileFacts::hasOrganizer,
                            facts -> "the organization has no organizer "
                                    + shown(facts, Profile.DEFAULT_ORGANIZER)
                                    + "; expected the id of one of its own"),
            text(
                    "PRF-06",
                    "INVALID",
                    Profile.PAYMENT_COUNTRY,
                    SOURCE,
                    country -> Set.of(Locale.getISOCountries()).contains(country),
                    shown -> "the country is '" + shown + "'; expected an ISO 3166 code in capitals, such as US"),
            text(
                    "PRF-07",
                    "INVALID_EMAIL",
                    Profile.PAYPAL_EMAIL,
                    SOURCE,
                    EmailAddress::isValid,
                    shown -> "the address is '" + shown + "'; expected " + EmailAddress.EXPECTED),
            text(
                    "PRF-08",
                    "INVALID",
                    Profile.FEE_FIXED,
                    "decision 22",
                    FeeSchedule::areAmounts,
                    shown -> "the fees are '" + shown
                            + "'; expected an amount in smallest units for each currency, none negative,"
                            + " such as 'USD,79 EUR,59'"),
            text(
                    "PRF-09",
                    "INVALID",
                    Profile.FEE_PERCENTS,
                    "decision 22",
                    FeeSchedule::areShares,
                    shown -> "the shares are '" + shown
                            + "'; expected per cent from 0 to 100 for each currency, with up to two decimals,"
                            + " such as 'USD,3.70 EUR,2.5'"),
            text(
                    "PRF-10",
                    "INVALID",
                    Profile.LOCALE,
                    SOURCE,
                    locale -> locale.matches("[a-z]{2,3}(_[A-Z]{2})?"),
                    shown -> "the locale is '" + shown + "'; expected a language and a country, such as en_US"),
            text(
                    "PRF-11",
                    "INVALID_NAME",
                    Profile.NAME,
                    SOURCE,
                    name -> !Markup.isBlank(name),
                    shown -> "the name shows nothing; expected what the organization is called")));

    private ProfileRules() {}

    /** What is said of one attribute must be right by itself. */
    private static Rule<ProfileFacts> text(
            String id,
            String code,
            Attribute<?> attribute,
            String source,
            Predicate<String> isRight,
            UnaryOperator<String> message) {
        return Rule.row(id, code, attribute.path(), ARGUMENT, source)
                .on(ProfileAct.CHANGE)
                .when(
                        facts -> says(facts, attribute),
                        facts -> isRight.test(said(facts, attribute)),
                        facts -> message.apply(shown(facts, attribute)));
    }

    private static List<Attribute<?>> unreadable(ProfileFacts facts) {
        return facts.change().mentioned().stream()
                .filter(attribute -> facts.change().field(attribute).isUnreadable())
                .toList();
    }

    private static String whyUnreadable(ProfileFacts facts, Attribute<?> attribute) {
        return facts.change().field(attribute) instanceof Field.Unreadable<?> unreadable
                ? attribute.name() + " is '" + OutsideText.shown(unreadable.text()) + "'; " + unreadable.why()
                : "";
    }

    private static boolean says(ProfileFacts facts, Attribute<?> attribute) {
        return facts.isAllowed() && facts.change().field(attribute).said().isPresent();
    }

    private static String said(ProfileFacts facts, Attribute<?> attribute) {
        return facts.change().field(attribute).said().map(Object::toString).orElse("");
    }

    private static String shown(ProfileFacts facts, Attribute<?> attribute) {
        return OutsideText.shown(said(facts, attribute));
    }
}
