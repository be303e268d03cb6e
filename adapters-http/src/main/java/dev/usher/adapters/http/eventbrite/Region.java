package dev.usher.adapters.http.eventbrite;

import java.util.List;
import java.util.stream.Stream;

/**
 * A part of a country that addresses name, such as a state.
 *
 * @param country its ISO 3166 code
 * @param code the part's own code
 * @param name in English
 */
record Region(String country, String code, String name) {
    private static final String UNITED_STATES = """
            AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut,
            DE Delaware, DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois,
            IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts,
            MI Michigan, MN Minnesota, MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada,
            NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York, NC North Carolina, ND North Dakota,
            OH Ohio, OK Oklahoma, OR Oregon, PA Pennsylvania, RI Rhode Island, SC South Carolina,
            SD South Dakota, TN Tennessee, TX Texas, UT Utah, VT Vermont, VA Virginia, WA Washington,
            WV West Virginia, WI Wisconsin, WY Wyoming""";
    private static final String CANADA = """
            AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador,
            NS Nova Scotia, NT Northwest Territories, NU Nunavut, ON Ontario, PE Prince Edward Island,
            QC Quebec, SK Saskatchewan, YT Yukon""";
    private static final String AUSTRALIA = """
            ACT Australian Capital Territory, NSW New South Wales, NT Northern Territory, QLD Queensland,
            SA South Australia, TAS Tasmania, VIC Victoria, WA Western Australia""";

    /** Of the countries whose addresses always name one. */
    static final List<Region> ALL = Stream.of(of("US", UNITED_STATES), of("CA", CANADA), of("AU", AUSTRALIA))
            .flatMap(List::stream)
            .toList();

    private static List<Region> of(String country, String regions) {
        return Stream.of(regions.split(",\\s+", -1))
                .map(region -> region.split(" ", 2))
                .map(words -> new Region(country, words[0], words[1]))
                .toList();
    }

    static void write(Json json, Region region) {
        json.text("country_code", region.country())
                .text("region_code", region.code())
                .text("code", region.country() + "-" + region.code())
                .text("label", region.name());
    }
}
