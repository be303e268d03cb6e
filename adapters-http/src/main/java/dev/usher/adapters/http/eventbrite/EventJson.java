package dev.usher.adapters.http.eventbrite;

import static dev.usher.core.event.EventAttributes.CATEGORY;
import static dev.usher.core.event.EventAttributes.CHANGED_AT;
import static dev.usher.core.event.EventAttributes.CREATED_AT;
import static dev.usher.core.event.EventAttributes.CURRENCY;
import static dev.usher.core.event.EventAttributes.DESCRIPTION;
import static dev.usher.core.event.EventAttributes.END;
import static dev.usher.core.event.EventAttributes.END_ZONE;
import static dev.usher.core.event.EventAttributes.EXTERNALLY_TICKETED;
import static dev.usher.core.event.EventAttributes.FORMAT;
import static dev.usher.core.event.EventAttributes.HIDE_END_DATE;
import static dev.usher.core.event.EventAttributes.HIDE_START_DATE;
import static dev.usher.core.event.EventAttributes.INVITE_ONLY;
import static dev.usher.core.event.EventAttributes.LISTED;
import static dev.usher.core.event.EventAttributes.LOGO;
import static dev.usher.core.event.EventAttributes.ONLINE;
import static dev.usher.core.event.EventAttributes.ORGANIZER;
import static dev.usher.core.event.EventAttributes.PASSWORD;
import static dev.usher.core.event.EventAttributes.PUBLISHED_AT;
import static dev.usher.core.event.EventAttributes.RESERVED_SEATING;
import static dev.usher.core.event.EventAttributes.SHAREABLE;
import static dev.usher.core.event.EventAttributes.SHOW_COLORS_IN_SEATMAP_THUMBNAIL;
import static dev.usher.core.event.EventAttributes.SHOW_PICK_A_SEAT;
import static dev.usher.core.event.EventAttributes.SHOW_REMAINING;
import static dev.usher.core.event.EventAttributes.SHOW_SEATMAP_THUMBNAIL;
import static dev.usher.core.event.EventAttributes.SOURCE;
import static dev.usher.core.event.EventAttributes.START;
import static dev.usher.core.event.EventAttributes.START_ZONE;
import static dev.usher.core.event.EventAttributes.SUBCATEGORY;
import static dev.usher.core.event.EventAttributes.SUMMARY;
import static dev.usher.core.event.EventAttributes.VENUE;

import dev.usher.core.event.Event;
import dev.usher.core.service.EventView;
import java.util.Currency;
import java.util.Optional;

/**
 * An event as answers show it, its members in the order in which they are known to come.
 *
 * <p>Who may not see its private members finds most of them left out, and the capacity as null (decision 4).
 */
final class EventJson {
    private static final long CHECKOUT_SECONDS = 1_200;

    private EventJson() {}

    static void write(Json json, EventView view, Links links) {
        Event event = view.event();
        long number = event.ref().event();
        head(json, view, links);
        standing(json, view);
        json.flag("online_event", event.is(ONLINE));
        if (view.isOwned()) {
            json.flag("show_remaining", event.is(SHOW_REMAINING));
        }
        json.number("tx_time_limit", CHECKOUT_SECONDS)
                .flag("hide_start_date", event.is(HIDE_START_DATE))
                .flag("hide_end_date", event.is(HIDE_END_DATE))
                .text("locale", "en_US")
                .flag("is_locked", false)
                .text("privacy_setting", "unlocked")
                .flag("is_series", event.isSeriesParent() || event.series().isPresent())
                .flag("is_series_parent", event.isSeriesParent())
                .text("inventory_type", event.is(RESERVED_SEATING) ? "reserved" : "limited")
                .flag("is_reserved_seating", event.is(RESERVED_SEATING))
                .flag("show_pick_a_seat", event.is(SHOW_PICK_A_SEAT))
                .flag("show_seatmap_thumbnail", event.is(SHOW_SEATMAP_THUMBNAIL))
                .flag("show_colors_in_seatmap_thumbnail", event.is(SHOW_COLORS_IN_SEATMAP_THUMBNAIL))
                .line("source", event.get(SOURCE))
                .flag("is_free", view.isFree())
                .text("version", "3.0.0")
                .line("summary", event.get(SUMMARY))
                .nothing("facebook_event_id")
                .line("logo_id", event.get(LOGO))
                .id("organizer_id", event.get(ORGANIZER))
                .id("venue_id", event.get(VENUE))
                .id("category_id", event.get(CATEGORY))
                .id("subcategory_id", event.get(SUBCATEGORY))
                .id("format_id", event.get(FORMAT))
                .id("id", number)
                .text("resource_uri", links.event(number))
                .flag("is_externally_ticketed", event.is(EXTERNALLY_TICKETED));
        event.series().ifPresent(series -> json.id("series_id", series));
        json.nested("logo", event.get(LOGO), PictureJson::write);
    }

    private static void head(Json json, EventView view, Links links) {
        Event event = view.event();
        Optional<String> name = Optional.of(event.name());
        json.multipart("name", name)
                .multipart("description", event.get(DESCRIPTION))
                .text(
                        "url",
                        links.page(
                                MultipartText.of(event.name()).text(),
                                event.ref().event()))
                .momentInZone("start", event.get(START), event.get(START_ZONE))
                .momentInZone("end", event.get(END), event.get(END_ZONE))
                .id("organization_id", event.ref().organization())
                .moment("created", event.get(CREATED_AT))
                .moment("changed", event.get(CHANGED_AT))
                .momentIfAny("published", event.get(PUBLISHED_AT));
    }

    private static void standing(Json json, EventView view) {
        Event event = view.event();
        if (view.isOwned()) {
            json.number("capacity", view.capacity()).flag("capacity_is_custom", view.capacityIsCustom());
        } else {
            json.nothing("capacity").nothing("capacity_is_custom");
        }
        json.text("status", view.status().word())
                .text("currency", event.get(CURRENCY).map(Currency::getCurrencyCode));
        if (view.isOwned()) {
            json.flag("listed", event.is(LISTED))
                    .flag("shareable", event.is(SHAREABLE))
                    .flag("invite_only", event.is(INVITE_ONLY));
            event.get(PASSWORD).ifPresent(password -> json.text("password", password));
        }
    }
}
