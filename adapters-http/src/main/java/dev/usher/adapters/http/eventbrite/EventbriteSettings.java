package dev.usher.adapters.http.eventbrite;

import dev.usher.core.adapter.InvalidSetting;
import dev.usher.core.adapter.Setting;
import dev.usher.core.adapter.Settings;
import java.util.List;
import java.util.Optional;

/**
 * What the dialect puts up with, and where it believes to stand.
 *
 * @param callsPerHour how many calls a token may make within an hour; 0 for any number
 * @param address what stands before {@code /v3/} in the addresses it gives out; empty to take the request's own host
 */
record EventbriteSettings(long callsPerHour, Optional<String> address) {
    private static final long MOST_CALLS = 1_000_000_000L;

    private static final Setting CALLS_PER_HOUR = new Setting(
            "eventbrite.calls-per-hour",
            "2000",
            "How many calls under /v3 a token may make within an hour; 0 is any number.");
    private static final Setting ADDRESS = new Setting(
            "eventbrite.address",
            "",
            "What stands before /v3/ in the addresses that answers name, such as https://tickets.example.com; the request's"
                    + " own host when empty.");

    /** Every setting that is read here. */
    static List<Setting> declared() {
        return List.of(CALLS_PER_HOUR, ADDRESS);
    }

    /** What was said, or the fallbacks; an impossible value is an {@link InvalidSetting}. */
    static EventbriteSettings from(Settings settings) {
        String address = settings.text(ADDRESS).strip();
        if (!address.matches("(https?://[^/?#\\s]+(/[^?#\\s]*[^/?#\\s])?)?")) {
            throw new InvalidSetting(
                    ADDRESS.name() + " is '" + address + "'; expected http or https, a host and no slash at the end");
        }
        return new EventbriteSettings(
                settings.number(CALLS_PER_HOUR, 0, MOST_CALLS),
                Optional.of(address).filter(said -> !said.isEmpty()));
    }
}
