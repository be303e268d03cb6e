package dev.usher.adapters.http.eventbrite;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.rule.Outcome;
import java.util.Optional;

/**
 * Which event a call is about: its number, or the external id that the caller's organization gave it (decision 1).
 *
 * @param usher the engine
 */
record EventPaths(Usher usher) {

    /** The event in the path; what can be no event's number and is no name leads nowhere. */
    Outcome<Long> event(Call call) {
        return meant(call.actor(), call.path().getOrDefault("id", ""))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.rejected(EventbriteErrors.NO_PATH));
    }

    /** The event of a parameter; empty when it can be none. */
    Optional<Long> meant(Actor actor, String text) {
        return usher.eventNames().numbered(actor, text);
    }
}
