package dev.usher.adapters.http;

import dev.usher.core.rule.Outcome;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What native endpoints have in common: whoever asks bears a token and reads JSON, the work is done elsewhere than on the
 * event loop, and comes back as JSON or as a problem.
 */
final class NativeRoutes {
    private final Doorkeeper doorkeeper;
    private final RequestBody body;
    private final Workers workers;

    @Inject
    NativeRoutes(Doorkeeper doorkeeper, RequestBody body, Workers workers) {
        this.doorkeeper = doorkeeper;
        this.body = body;
        this.workers = workers;
    }

    /** A handler for requests whose body means nothing. */
    Handler<RoutingContext> asking(Function<NativeRequest, Outcome<NativeAnswer>> work) {
        return doorkeeper.admit(JsonOnly.of((context, actor) -> {
            NativeRequest request = NativeRequest.of(context, actor);
            workers.run(context, () -> work.apply(request), outcome -> answer(context, outcome));
        }));
    }

    /**
     * A handler for requests with a body of JSON.
     *
     * @param expected what the body shall be, in words, for whoever sends another type
     */
    Handler<RoutingContext> telling(String expected, BiFunction<NativeRequest, byte[], Outcome<NativeAnswer>> work) {
        return doorkeeper.admit(JsonOnly.of((context, actor) -> {
            if (!JsonOnly.mediaType(context.request()).equals("application/json")) {
                Answers.problem(context, JsonOnly.unsupported(context.request(), "application/json with " + expected));
                return;
            }
            NativeRequest request = NativeRequest.of(context, actor);
            body.read(
                    context,
                    bytes -> workers.run(
                            context, () -> work.apply(request, bytes), outcome -> answer(context, outcome)));
        }));
    }

    private static void answer(RoutingContext context, Outcome<NativeAnswer> outcome) {
        if (!(outcome instanceof Outcome.Accepted<NativeAnswer> accepted)) {
            Answers.problem(context, Problem.refused(outcome.violations()));
            return;
        }
        NativeAnswer answer = accepted.value();
        answer.location().ifPresent(at -> context.response().putHeader(HttpHeaders.LOCATION, at));
        answer.version().ifPresent(version -> context.response().putHeader(HttpHeaders.ETAG, VersionTag.of(version)));
        if (answer.json().isPresent()) {
            Answers.json(context, answer.status(), answer.json().get().toBytes());
        } else {
            Answers.empty(context, answer.status());
        }
    }
}
