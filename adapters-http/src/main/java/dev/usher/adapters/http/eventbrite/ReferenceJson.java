package dev.usher.adapters.http.eventbrite;

import dev.usher.core.event.Category;
import dev.usher.core.event.EventFormat;
import dev.usher.core.event.Subcategory;

/** Categories, subcategories and formats as answers show them. */
final class ReferenceJson {
    private ReferenceJson() {}

    static void write(Json json, Category category, Links links) {
        json.id("id", category.id()).text("resource_uri", links.resource("categories/" + category.id()));
        names(json, category.name(), category.shortName());
    }

    /** A category with what it is divided into. */
    static void whole(Json json, Category category, Links links) {
        write(json, category, links);
        json.list("subcategories", category.subcategories(), (to, part) -> part(to, part, links));
    }

    static void write(Json json, Subcategory subcategory, Links links) {
        part(json, subcategory, links);
        json.nested(
                "parent_category", Category.of(subcategory.category()), (to, category) -> write(to, category, links));
    }

    static void write(Json json, EventFormat format, Links links) {
        json.id("id", format.id()).text("resource_uri", links.resource("formats/" + format.id()));
        names(json, format.name(), format.shortName());
    }

    private static void part(Json json, Subcategory subcategory, Links links) {
        json.id("id", subcategory.id()).text("resource_uri", links.resource("subcategories/" + subcategory.id()));
        names(json, subcategory.name(), subcategory.name());
    }

    private static void names(Json json, String name, String shortName) {
        json.text("name", name)
                .text("name_localized", name)
                .text("short_name", shortName)
                .text("short_name_localized", shortName);
    }
}
