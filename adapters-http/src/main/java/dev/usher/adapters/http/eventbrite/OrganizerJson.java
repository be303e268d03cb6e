package dev.usher.adapters.http.eventbrite;

import dev.usher.core.event.EventsGiven;
import dev.usher.core.event.Organizer;

/** An organizer as answers show it. */
final class OrganizerJson {
    private OrganizerJson() {}

    static void write(Json json, Organizer organizer, EventsGiven given, Links links) {
        json.multipart("description", organizer.attributes().get(Organizer.DESCRIPTION))
                .multipart("long_description", organizer.attributes().get(Organizer.LONG_DESCRIPTION))
                .line("logo_id", organizer.attributes().get(Organizer.LOGO))
                .nested("logo", organizer.attributes().get(Organizer.LOGO), PictureJson::write)
                .text("resource_uri", links.resource("organizers/" + organizer.id()))
                .id("id", organizer.id())
                .line("name", organizer.attributes().get(Organizer.NAME))
                .text("url", links.address() + "/o/" + organizer.id())
                .number("num_past_events", given.past())
                .number("num_future_events", given.future())
                .address("website", organizer.attributes().get(Organizer.WEBSITE))
                .address("twitter", organizer.attributes().get(Organizer.TWITTER))
                .address("facebook", organizer.attributes().get(Organizer.FACEBOOK));
    }
}
