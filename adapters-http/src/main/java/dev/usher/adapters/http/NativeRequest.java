package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.EXISTENCE;

import dev.usher.core.access.Actor;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Violation;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a native request says besides its body.
 *
 * @param actor who asks
 * @param path the parts of the path that stand for something, by name, decoded
 * @param query its parameters
 * @param ifMatch the header of that name
 */
record NativeRequest(Actor actor, Map<String, String> path, QueryFields query, Optional<String> ifMatch) {

    /**
     * What a request says.
     *
     * @param parameters that it may have, and no others
     */
    static Outcome<NativeRequest> of(RoutingContext context, Actor actor, List<String> parameters) {
        return QueryFields.only(context, parameters)
                .then(query -> Outcome.accepted(new NativeRequest(
                        actor,
                        Map.copyOf(context.pathParams()),
                        query,
                        Optional.ofNullable(context.request().getHeader(HttpHeaders.IF_MATCH)))));
    }

    /** A part of the path. */
    String part(String name) {
        return path.getOrDefault(name, "");
    }

    /**
     * A part of the path as the number of something; what is no number is refused like the number of what is not there.
     *
     * @param what it is, such as {@code ticket class}
     */
    Outcome<Long> number(String name, String what) {
        return asNumber(part(name))
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.rejected(unknown(what, part(name), "; expected its number")));
    }

    /**
     * The refusal of something that the path names and that is not there.
     *
     * @param hint what would be right, if that is not clear anyway
     */
    static Violation unknown(String what, String said, String hint) {
        return new Violation(
                EXISTENCE,
                "NOT_FOUND",
                what.replace(' ', '_'),
                "there is no " + what + " '" + OutsideText.shown(said) + "' that you may see" + hint);
    }

    static Optional<Long> asNumber(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** The version that a change is for; empty when any will do. */
    Outcome<Optional<Long>> ifVersion() {
        return VersionTag.expected(ifMatch);
    }
}
