package dev.usher.adapters.http.eventbrite;

import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a country that addresses name, such as a state.
 *
 * @param country its ISO 3166 code
 * @param code the part's own code
 */
record Region(String country, String code) {
    /** Of the countries whose addresses always name one. */
    static final List<Region> ALL = Stream.of(
                    of(
                            "US",
                            "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY"
                                    + " NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY"),
                    of("CA", "AB BC MB NB NL NS NT NU ON PE QC SK YT"),
                    of("AU", "ACT NSW NT QLD SA TAS VIC WA"))
            .flatMap(List::stream)
            .toList();

    private static List<Region> of(String country, String codes) {
        return Stream.of(codes.split(" ", -1))
                .map(code -> new Region(country, code))
                .toList();
    }

    static void write(Json json, Region region) {
        json.text("country_code", region.country())
                .text("region_code", region.code())
                .text("code", region.country() + "-" + region.code());
    }
}
