package dev.usher.adapters.http.eventbrite;

import static dev.usher.core.rule.RuleKind.ACCESS;

import dev.usher.core.Usher;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import dev.usher.core.service.EventView;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Function;

/** How an event's page looks, and what those who buy are told (EB-10, EB-11, EB-33, EB-34). */
final class SettingsCalls implements Calls {
    private static final Members DISPLAY = Members.of(EventAttributes.DISPLAY_SETTINGS)
            .negated("display_settings.show_start_date", EventAttributes.HIDE_START_DATE)
            .negated("display_settings.show_end_date", EventAttributes.HIDE_END_DATE)
            .alias("display_settings.show_remaining", EventAttributes.SHOW_REMAINING)
            .keepingNothingOf("display_settings.show_attendee_list");

    private static final Members BUYERS = Members.of(EventAttributes.TICKET_BUYER_SETTINGS);

    private final Usher usher;
    private final EventPaths events;

    @Inject
    SettingsCalls(Usher usher) {
        this.usher = usher;
        this.events = new EventPaths(usher);
    }

    @Override
    public void mount(Entrance.Routes routes) {
        routes.get("events/:id/display_settings", call -> find(call).then(SettingsCalls::display))
                .post("events/:id/display_settings", call -> update(call, DISPLAY, SettingsCalls::display))
                .get(
                        "events/:id/ticket_buyer_settings",
                        call -> find(call).then(SettingsCalls::owned).then(SettingsCalls::buyers))
                .post("events/:id/ticket_buyer_settings", call -> update(call, BUYERS, SettingsCalls::buyers));
    }

    private Outcome<EventView> find(Call call) {
        return events.event(call).then(event -> usher.events().find(Optional.of(call.actor()), event));
    }

    private Outcome<Json> update(Call call, Members members, Function<EventView, Outcome<Json>> shown) {
        return events.event(call)
                .then(event -> members.judged(
                        call.body(), change -> usher.events().arrange(call.actor(), event, change, Optional.empty())))
                .then(shown);
    }

    private static Outcome<EventView> owned(EventView view) {
        return view.isOwned()
                ? Outcome.accepted(view)
                : Outcome.rejected(new Violation(
                        ACCESS,
                        "NOT_AUTHORIZED",
                        "event",
                        "only the event's own organization sees what its buyers are told"));
    }

    private static Outcome<Json> display(EventView view) {
        Event event = view.event();
        return Outcome.accepted(Json.object(json -> {
            json.flag("show_start_date", !event.is(EventAttributes.HIDE_START_DATE))
                    .flag("show_end_date", !event.is(EventAttributes.HIDE_END_DATE));
            if (view.isOwned()) {
                json.flag("show_remaining", event.is(EventAttributes.SHOW_REMAINING));
            }
            EventAttributes.DISPLAY_SETTINGS.forEach(setting -> write(json, event, setting));
        }));
    }

    /** A setting under its own name: flags as such, the others as their words. */
    private static <T> void write(Json json, Event event, Attribute<T> setting) {
        Optional<T> value = event.get(setting);
        if (value.orElse(null) instanceof Boolean flag) {
            json.flag(setting.name(), flag);
        } else {
            json.text(setting.name(), value.map(setting.kind()::write));
        }
    }

    private static Outcome<Json> buyers(EventView view) {
        Event event = view.event();
        return Outcome.accepted(Json.object(
                json -> json.multipart("confirmation_message", event.get(EventAttributes.CONFIRMATION_MESSAGE))
                        .multipart("instructions", event.get(EventAttributes.INSTRUCTIONS))
                        .id("event_id", event.ref().event())
                        .flag("refund_request_enabled", event.is(EventAttributes.REFUND_REQUEST_ENABLED))
                        .address("redirect_url", event.get(EventAttributes.REDIRECT_URL))));
    }
}
