package dev.usher.core.event;

import dev.usher.core.rule.RuleBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What a venue must be like (wire 1.11). */
public final class VenueRules {
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    /** The rules, in the order in which violations are reported. */
    public static final RuleBook<BelongingFacts> BOOK = new RuleBook<>(Stream.of(
                    BelongingRules.common("VEN", "venue", Venue.NAME, "what the place is called"),
                    List.of(
                            BelongingRules.text(
                                    "VEN-04",
                                    Venue.COUNTRY,
                                    COUNTRIES::contains,
                                    "an ISO 3166 code of two capitals, such as US"),
                            BelongingRules.text(
                                    "VEN-05",
                                    Venue.LATITUDE,
                                    degrees -> isWithin(degrees, 90),
                                    "degrees from -90 to 90, such as 47.3769"),
                            BelongingRules.text(
                                    "VEN-06",
                                    Venue.LONGITUDE,
                                    degrees -> isWithin(degrees, 180),
                                    "degrees from -180 to 180, such as 8.5417")))
            .flatMap(List::stream)
            .toList());

    private VenueRules() {}

    private static boolean isWithin(String degrees, int most) {
        return degrees.matches("[+-]?[0-9]{1,3}([.][0-9]{1,15})?")
                && new BigDecimal(degrees).abs().compareTo(BigDecimal.valueOf(most)) <= 0;
    }
}
