package dev.usher.adapters.http;

import dev.usher.core.access.Actor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BiConsumer;

/** Refuses clients that want something else than JSON, or send it, as early as that can be told. */
final class JsonOnly {
    private JsonOnly() {}

    /** Passes on requests whose sender can read JSON; others get 406. */
    static BiConsumer<RoutingContext, Actor> of(BiConsumer<RoutingContext, Actor> inside) {
        return (context, actor) -> {
            String accept = context.request().getHeader(HttpHeaders.ACCEPT);
            if (accept == null || Preference.admitsJson(accept)) {
                inside.accept(context, actor);
            } else {
                Answers.problem(
                        context,
                        Problem.of(
                                406,
                                "NOT_ACCEPTABLE",
                                "the request accepts '" + accept
                                        + "'; expected an Accept header with application/json or */*, or none"));
            }
        };
    }

    /** The media type of the request's body in lower case, empty when none is said; parameters but UTF-8 make it another. */
    static String mediaType(HttpServerRequest request) {
        String said = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (said == null) {
            return "";
        }
        String[] parts = said.split(";", -1);
        for (int at = 1; at < parts.length; at++) {
            String parameter = Preference.value(parts[at]).replace("\"", "").replace(" ", "");
            if (parameter.startsWith("charset=") && !parameter.equals("charset=utf-8")) {
                return said;
            }
        }
        return Preference.value(said);
    }

    /** The refusal of a body of the wrong type. */
    static Problem unsupported(HttpServerRequest request, String expected) {
        String said = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return Problem.of(
                415,
                "UNSUPPORTED_MEDIA_TYPE",
                (said == null ? "the request has no Content-Type" : "the Content-Type is '" + said + "'")
                        + "; expected " + expected + ", in UTF-8");
    }
}
