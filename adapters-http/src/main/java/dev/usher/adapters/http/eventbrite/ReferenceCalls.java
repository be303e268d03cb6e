package dev.usher.adapters.http.eventbrite;

import static dev.usher.core.rule.RuleKind.EXISTENCE;

import dev.usher.core.event.Category;
import dev.usher.core.event.EventFormat;
import dev.usher.core.event.Subcategory;
import dev.usher.core.listing.Page;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What everybody shares: categories, formats, time zones, countries and regions. */
final class ReferenceCalls implements Calls {
    private static final List<String> ZONES =
            ZoneId.getAvailableZoneIds().stream().sorted().toList();
    private static final List<String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries()).sorted().toList();

    @Inject
    ReferenceCalls() {}

    @Override
    public void mount(Entrance.Routes routes) {
        routes.get(
                        "categories",
                        call -> listed(
                                call,
                                "categories",
                                Category.ALL,
                                (json, category) -> ReferenceJson.write(json, category, call.links())))
                .get(
                        "categories/:id",
                        call -> call.number("id")
                                .then(id -> there("category", Category.of(id)))
                                .then(category -> Outcome.accepted(
                                        Json.object(json -> ReferenceJson.whole(json, category, call.links())))))
                .get(
                        "subcategories",
                        call -> listed(
                                call,
                                "subcategories",
                                Subcategory.ALL,
                                (json, subcategory) -> ReferenceJson.write(json, subcategory, call.links())))
                .get(
                        "subcategories/:id",
                        call -> call.number("id")
                                .then(id -> there("subcategory", Subcategory.of(id)))
                                .then(subcategory -> Outcome.accepted(
                                        Json.object(json -> ReferenceJson.write(json, subcategory, call.links())))))
                .get(
                        "formats",
                        call -> listed(
                                call,
                                "formats",
                                EventFormat.ALL,
                                (json, format) -> ReferenceJson.write(json, format, call.links())))
                .get(
                        "formats/:id",
                        call -> call.number("id")
                                .then(id -> there("format", EventFormat.of(id)))
                                .then(format -> Outcome.accepted(
                                        Json.object(json -> ReferenceJson.write(json, format, call.links())))))
                .get("system/timezones", call -> whole("timezones", ZONES, ReferenceCalls::zone))
                .get("system/countries", call -> whole("countries", COUNTRIES, ReferenceCalls::country))
                .get("system/regions", call -> whole("regions", Region.ALL, Region::write));
    }

    private static <T> Outcome<Json> listed(Call call, String name, List<T> all, BiConsumer<Json, T> item) {
        Arguments arguments = call.arguments();
        return arguments
                .unlessFaulty(arguments.page())
                .then(wanted -> arguments.within(PageJson.of(all, wanted)))
                .then(page -> Outcome.accepted(page(page, name, item)));
    }

    /** A list that is always one page. */
    private static <T> Outcome<Json> whole(String name, List<T> all, BiConsumer<Json, T> item) {
        return Outcome.accepted(Json.object(json -> {
            json.text("locale", "en_US")
                    .nested(
                            "pagination",
                            to -> to.number("object_count", all.size())
                                    .number("page_number", 1)
                                    .number("page_size", all.size())
                                    .number("page_count", 1)
                                    .flag("has_more_items", false));
            json.list(name, all, item);
        }));
    }

    private static <T> Json page(Page<T> page, String name, BiConsumer<Json, T> item) {
        return Json.object(json -> {
            json.text("locale", "en_US");
            PageJson.pagination(json, page);
            json.list(name, page.items(), item);
        });
    }

    private static <T> Outcome<T> there(String thing, Optional<T> found) {
        return found.map(Outcome::accepted)
                .orElseGet(() -> Outcome.rejected(new Violation(
                        EXISTENCE, "NOT_FOUND", thing, "there is no such " + thing + "; expected one of the list")));
    }

    private static void zone(Json json, String zone) {
        json.text("id", zone).text("timezone", zone).text("label", zone.replace('_', ' '));
    }

    private static void country(Json json, String code) {
        json.text("code", code)
                .text("label", new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH));
    }
}
