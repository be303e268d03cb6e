package dev.usher.adapters.http;

import dev.usher.core.access.Actor;
import dev.usher.core.rule.Outcome;
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
 * @param query as it stands in the request line; empty when there is none
 * @param ifMatch the header of that name
 */
record NativeRequest(Actor actor, Map<String, String> path, String query, Optional<String> ifMatch) {

    static NativeRequest of(RoutingContext context, Actor actor) {
        return new NativeRequest(
                actor,
                Map.copyOf(context.pathParams()),
                Optional.ofNullable(context.request().query()).orElse(""),
                Optional.ofNullable(context.request().getHeader(HttpHeaders.IF_MATCH)));
    }

    /** A part of the path. */
    String part(String name) {
        return path.getOrDefault(name, "");
    }

    /** A part of the path as the number of something; what can be no number is that of nothing. */
    long number(String name) {
        return asNumber(part(name)).orElse(0L);
    }

    static Optional<Long> asNumber(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** The version that a change is for; empty when any will do. */
    Outcome<Optional<Long>> ifVersion() {
        return VersionTag.expected(ifMatch);
    }

    /** The parameters of the query, none but these. */
    Outcome<QueryFields> fields(List<String> known) {
        return QueryFields.read(query, known)
                .then(fields ->
                        fields.unknown().isEmpty() ? Outcome.accepted(fields) : Outcome.rejected(fields.unknown()));
    }
}
