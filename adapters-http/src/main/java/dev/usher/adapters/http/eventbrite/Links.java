package dev.usher.adapters.http.eventbrite;

import java.util.Locale;

/**
 * The addresses that answers give out.
 *
 * @param address what stands before {@code /v3/}, without a slash at the end
 */
record Links(String address) {
    private static final int LONGEST_SLUG = 60;

    /** Where a thing is asked for: {@code .../v3/events/123/}. */
    String resource(String path) {
        return address + "/v3/" + path + "/";
    }

    String event(long event) {
        return resource("events/" + event);
    }

    /** An event's page for people; its name stands in it in small letters. */
    String page(String name, long event) {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = slug.length() <= LONGEST_SLUG ? slug : slug.substring(0, LONGEST_SLUG);
        String bare = cut.replaceAll("^-|-$", "");
        return address + "/e/" + (bare.isEmpty() ? "event" : bare) + "-tickets-" + event;
    }
}
