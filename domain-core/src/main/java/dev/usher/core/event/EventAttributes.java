package dev.usher.core.event;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Kind;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;

/** Everything that can be known of an event, as a table: what is said of it, how it is shown, and where it stands. */
public final class EventAttributes {
    private static final Kind<Boolean> FLAG = new Kind.Flag();
    private static final Kind<String> LINE = new Kind.Text(Kind.Text.SHORT);
    private static final Kind<String> PAGE = new Kind.Text(200_000);
    private static final Kind<Long> REFERENCE = new Kind.Reference();
    private static final Kind<Instant> MOMENT = new Kind.Moment();
    private static final Kind<String> ZONE = new Kind.Zone();

    public static final Attribute<String> NAME = Attribute.of("name", "event.name.html", LINE);
    public static final Attribute<String> DESCRIPTION = Attribute.of("description", "event.description.html", PAGE);
    public static final Attribute<String> SUMMARY = Attribute.of("summary", "event.summary", new Kind.Text(140));
    public static final Attribute<Long> ORGANIZER = Attribute.of("organizer_id", "event.organizer_id", REFERENCE);
    public static final Attribute<Instant> START = Attribute.of("start_utc", "event.start.utc", MOMENT);
    public static final Attribute<String> START_ZONE = Attribute.of("start_timezone", "event.start.timezone", ZONE);
    public static final Attribute<Instant> END = Attribute.of("end_utc", "event.end.utc", MOMENT);
    public static final Attribute<String> END_ZONE = Attribute.of("end_timezone", "event.end.timezone", ZONE);
    public static final Attribute<Boolean> HIDE_START_DATE =
            Attribute.of("hide_start_date", "event.hide_start_date", FLAG, false);
    public static final Attribute<Boolean> HIDE_END_DATE =
            Attribute.of("hide_end_date", "event.hide_end_date", FLAG, false);
    public static final Attribute<Currency> CURRENCY =
            Attribute.of("currency", "event.currency", new Kind.CurrencyCode());
    public static final Attribute<Long> VENUE = Attribute.of("venue_id", "event.venue_id", REFERENCE);
    public static final Attribute<Boolean> ONLINE = Attribute.of("online_event", "event.online_event", FLAG, false);
    public static final Attribute<Boolean> LISTED = Attribute.of("listed", "event.listed", FLAG, true);
    public static final Attribute<String> LOGO = Attribute.of("logo_id", "event.logo_id", LINE);
    public static final Attribute<Long> CATEGORY = Attribute.of("category_id", "event.category_id", REFERENCE);
    public static final Attribute<Long> SUBCATEGORY = Attribute.of("subcategory_id", "event.subcategory_id", REFERENCE);
    public static final Attribute<Long> FORMAT = Attribute.of("format_id", "event.format_id", REFERENCE);
    public static final Attribute<Boolean> SHAREABLE = Attribute.of("shareable", "event.shareable", FLAG, true);
    public static final Attribute<Boolean> INVITE_ONLY = Attribute.of("invite_only", "event.invite_only", FLAG, false);
    public static final Attribute<String> PASSWORD = Attribute.of("password", "event.password", LINE);
    public static final Attribute<Long> CAPACITY =
            Attribute.of("capacity", "event.capacity", new Kind.Whole(0, 10_000_000));
    public static final Attribute<Boolean> SHOW_REMAINING =
            Attribute.of("show_remaining", "event.show_remaining", FLAG, false);
    public static final Attribute<Boolean> RESERVED_SEATING =
            Attribute.of("is_reserved_seating", "event.is_reserved_seating", FLAG, false);
    public static final Attribute<Boolean> SHOW_PICK_A_SEAT =
            Attribute.of("show_pick_a_seat", "event.show_pick_a_seat", FLAG, false);
    public static final Attribute<Boolean> SHOW_SEATMAP_THUMBNAIL =
            Attribute.of("show_seatmap_thumbnail", "event.show_seatmap_thumbnail", FLAG, false);
    public static final Attribute<Boolean> SHOW_COLORS_IN_SEATMAP_THUMBNAIL =
            Attribute.of("show_colors_in_seatmap_thumbnail", "event.show_colors_in_seatmap_thumbnail", FLAG, false);
    public static final Attribute<String> SOURCE = Attribute.of("source", "event.source", LINE, "api");
    public static final Attribute<Boolean> EXTERNALLY_TICKETED =
            Attribute.of("is_externally_ticketed", "event.is_externally_ticketed", FLAG, false);

    /** What a request may say when an event is made or changed (EB-02.p.*, EB-04.p.*; decision 10). */
    public static final List<Attribute<?>> DETAILS = List.of(
            NAME,
            DESCRIPTION,
            SUMMARY,
            ORGANIZER,
            START,
            START_ZONE,
            END,
            END_ZONE,
            HIDE_START_DATE,
            HIDE_END_DATE,
            CURRENCY,
            VENUE,
            ONLINE,
            LISTED,
            LOGO,
            CATEGORY,
            SUBCATEGORY,
            FORMAT,
            SHAREABLE,
            INVITE_ONLY,
            PASSWORD,
            CAPACITY,
            SHOW_REMAINING,
            RESERVED_SEATING,
            SHOW_PICK_A_SEAT,
            SHOW_SEATMAP_THUMBNAIL,
            SHOW_COLORS_IN_SEATMAP_THUMBNAIL,
            SOURCE,
            EXTERNALLY_TICKETED);

    public static final Attribute<Boolean> SHOW_START_END_TIME =
            Attribute.of("show_start_end_time", "display_settings.show_start_end_time", FLAG, true);
    public static final Attribute<Boolean> SHOW_TIMEZONE =
            Attribute.of("show_timezone", "display_settings.show_timezone", FLAG, true);
    public static final Attribute<Boolean> SHOW_MAP = Attribute.of("show_map", "display_settings.show_map", FLAG, true);
    public static final Attribute<Boolean> SHOW_ORGANIZER_FACEBOOK =
            Attribute.of("show_organizer_facebook", "display_settings.show_organizer_facebook", FLAG, false);
    public static final Attribute<Boolean> SHOW_ORGANIZER_TWITTER =
            Attribute.of("show_organizer_twitter", "display_settings.show_organizer_twitter", FLAG, false);
    public static final Attribute<Boolean> SHOW_FACEBOOK_FRIENDS_GOING =
            Attribute.of("show_facebook_friends_going", "display_settings.show_facebook_friends_going", FLAG, false);
    public static final Attribute<String> TERMINOLOGY = Attribute.of(
            "terminology",
            "display_settings.terminology",
            Kind.Choice.of("tickets_vertical", "endurance_vertical"),
            "tickets_vertical");

    /** How the event's page looks, beside what {@link #DETAILS} say of it: hidden dates and the remaining tickets. */
    public static final List<Attribute<?>> DISPLAY_SETTINGS = List.of(
            SHOW_START_END_TIME,
            SHOW_TIMEZONE,
            SHOW_MAP,
            SHOW_ORGANIZER_FACEBOOK,
            SHOW_ORGANIZER_TWITTER,
            SHOW_FACEBOOK_FRIENDS_GOING,
            TERMINOLOGY);

    public static final Attribute<String> CONFIRMATION_MESSAGE =
            Attribute.of("confirmation_message", "ticket_buyer_settings.confirmation_message.html", PAGE);
    public static final Attribute<String> INSTRUCTIONS =
            Attribute.of("instructions", "ticket_buyer_settings.instructions.html", PAGE);
    public static final Attribute<Boolean> REFUND_REQUEST_ENABLED =
            Attribute.of("refund_request_enabled", "ticket_buyer_settings.refund_request_enabled", FLAG, false);
    public static final Attribute<String> REDIRECT_URL =
            Attribute.of("redirect_url", "ticket_buyer_settings.redirect_url", new Kind.Text(2_000));

    /** What those who buy are told (EB-33, EB-34). */
    public static final List<Attribute<?>> TICKET_BUYER_SETTINGS =
            List.of(CONFIRMATION_MESSAGE, INSTRUCTIONS, REFUND_REQUEST_ENABLED, REDIRECT_URL);

    public static final Attribute<String> EVENT_GROUP = Attribute.of("event_group_id", "event_group_id", LINE);
    public static final Attribute<Long> BOOKMARKS =
            Attribute.of("bookmark_count", "bookmark_count", new Kind.Whole(0, Long.MAX_VALUE), 0L);
    public static final Attribute<String> REFUND_POLICY =
            Attribute.of("refund_policy", "refund_policy", new Kind.Text(2_000));
    public static final Attribute<String> SURVEY_RESPONDENT = Attribute.of(
            "survey_respondent", "survey_respondent", Kind.Choice.of("ticket_buyer", "attendee"), "attendee");
    public static final Attribute<Boolean> PAID_OUT = Attribute.of("is_paid_out", "is_paid_out", FLAG, false);

    /** What only the native API sets (decisions 12, 18, 19). */
    public static final List<Attribute<?>> NATIVE =
            List.of(EVENT_GROUP, BOOKMARKS, REFUND_POLICY, SURVEY_RESPONDENT, PAID_OUT);

    public static final Attribute<String> STATE =
            Attribute.of("state", "state", Kind.Choice.of("draft", "published", "canceled", "deleted"), "draft");
    public static final Attribute<Instant> CREATED_AT = Attribute.of("created_at", "created", MOMENT);
    public static final Attribute<Instant> CHANGED_AT = Attribute.of("changed_at", "changed", MOMENT);
    public static final Attribute<Instant> PUBLISHED_AT = Attribute.of("published_at", "published", MOMENT);
    public static final Attribute<Boolean> SERIES_PARENT =
            Attribute.of("is_series_parent", "is_series_parent", FLAG, false);
    public static final Attribute<Long> SERIES = Attribute.of("series_id", "series_id", REFERENCE);

    /** Where the event stands, which no request says: it follows from what is done with the event. */
    public static final List<Attribute<?>> STANDING =
            List.of(STATE, CREATED_AT, CHANGED_AT, PUBLISHED_AT, SERIES_PARENT, SERIES);

    /** All of them. */
    public static final List<Attribute<?>> ALL = Stream.of(
                    DETAILS, DISPLAY_SETTINGS, TICKET_BUYER_SETTINGS, NATIVE, STANDING)
            .flatMap(List::stream)
            .toList();

    private EventAttributes() {}
}
