package dev.usher.core.event;

import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.STATE;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a venue must be like (wire 1.11). */
public final class VenueRules {
    private static final String SOURCE = "wire 1.11";
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** The rules, in the order in which violations are reported. */
    public static final RuleBook<VenueFacts> BOOK = new RuleBook<>(List.of(
            Rule.row("VEN-01", "VERSION_CONFLICT", "", STATE, "docs/http.md")
                    .when(
                            facts -> facts.ifVersion().isPresent(),
                            facts -> facts.ifVersion().orElseThrow() == facts.version(),
                            facts -> "the request is about version "
                                    + facts.ifVersion().orElseThrow() + " of the venue, which is at version "
                                    + facts.version() + "; read it again and decide anew"),
            Rule.row("VEN-02", "INVALID", "{}", ARGUMENT, SOURCE)
                    .each(
                            facts -> facts.change().mentioned(),
                            (facts, attribute) ->
                                    !facts.change().field(attribute).isUnreadable(),
                            VenueRules::whyUnreadable),
            Rule.row("VEN-03", "MISSING", Venue.NAME.path(), ARGUMENT, SOURCE)
                    .when(
                            facts -> !facts.change().field(Venue.NAME).isUnreadable(),
                            facts -> facts.get(Venue.NAME)
                                    .filter(name -> !name.isBlank())
                                    .isPresent(),
                            facts -> Venue.NAME + " is missing; expected what the place is called"),
            Rule.row("VEN-04", "INVALID", Venue.COUNTRY.path(), ARGUMENT, SOURCE)
                    .when(
                            facts -> facts.get(Venue.COUNTRY).isPresent(),
                            facts -> COUNTRIES.contains(facts.get(Venue.COUNTRY).orElseThrow()),
                            facts -> said(facts, Venue.COUNTRY)
                                    + "; expected an ISO 3166 code of two capitals, such as US"),
            Rule.row("VEN-05", "INVALID", Venue.LATITUDE.path(), ARGUMENT, SOURCE)
                    .when(
                            facts -> facts.get(Venue.LATITUDE).isPresent(),
                            facts -> isWithin(facts.get(Venue.LATITUDE).orElseThrow(), 90),
                            facts ->
                                    said(facts, Venue.LATITUDE) + "; expected degrees from -90 to 90, such as 47.3769"),
            Rule.row("VEN-06", "INVALID", Venue.LONGITUDE.path(), ARGUMENT, SOURCE)
                    .when(
                            facts -> facts.get(Venue.LONGITUDE).isPresent(),
                            facts -> isWithin(facts.get(Venue.LONGITUDE).orElseThrow(), 180),
                            facts -> said(facts, Venue.LONGITUDE)
                                    + "; expected degrees from -180 to 180, such as 8.5417")));

    private VenueRules() {}

    private static String whyUnreadable(VenueFacts facts, Attribute<?> attribute) {
        return facts.change().field(attribute) instanceof Field.Unreadable<?> unreadable
                ? attribute + " is '" + OutsideText.shown(unreadable.text()) + "'; " + unreadable.why()
                : "";
    }

    private static boolean isWithin(String degrees, int most) {
        return degrees.matches("[+-]?[0-9]{1,3}([.][0-9]{1,15})?")
                && new BigDecimal(degrees).abs().compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private static String said(VenueFacts facts, Attribute<String> attribute) {
        return attribute + " is '" + OutsideText.shown(facts.get(attribute).orElse("")) + "'";
    }
}
