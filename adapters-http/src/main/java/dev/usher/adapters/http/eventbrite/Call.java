package dev.usher.adapters.http.eventbrite;

import dev.usher.adapters.http.QueryString;
import dev.usher.core.access.Actor;
import dev.usher.core.rule.Outcome;
import java.util.List;
import java.util.Map;

/**
 * One call, read and ready to be answered.
 *
 * @param actor who calls
 * @param path the parts of the path that are variable, by name
 * @param query the parameters of the query, and of a DELETE's body
 * @param body what the body says
 * @param links the addresses to answer with
 */
record Call(Actor actor, Map<String, String> path, List<QueryString.Parameter> query, BodyTree body, Links links) {

    /** The parameters, to be read. */
    Arguments arguments() {
        return new Arguments(query);
    }

    Expansion expansion() {
        return Expansion.of(query);
    }

    /** A part of the path that is the number of something; what can be no number leads nowhere. */
    Outcome<Long> number(String name) {
        return Listings.number(path.getOrDefault(name, ""))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.rejected(EventbriteErrors.NO_PATH));
    }
}
