package dev.usher.adapters.http;

import dev.usher.core.access.Actor;
import dev.usher.core.rule.Outcome;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What native endpoints have in common: whoever asks bears a token and reads JSON, the work is done elsewhere than on the
 * event loop, and comes back as JSON or as a problem, in the words of the request.
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

    /** A handler for requests whose body means nothing, and which have no parameters. */
    Handler<RoutingContext> asking(Function<NativeRequest, Outcome<NativeAnswer>> work) {
        return asking(List.of(), work);
    }

    /**
     * The same for requests with parameters.
     *
     * @param parameters all that a request may have; one of another name is refused, for it may be a misspelt one of these
     */
    Handler<RoutingContext> asking(List<String> parameters, Function<NativeRequest, Outcome<NativeAnswer>> work) {
        return doorkeeper.admit(JsonOnly.of((context, actor) -> understood(
                context,
                NativeRequest.of(context, actor, parameters),
                request -> workers.run(context, () -> work.apply(request), outcome -> answer(context, outcome)))));
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
            understood(
                    context,
                    NativeRequest.of(context, actor, List.of()),
                    request -> body.read(
                            context,
                            bytes -> workers.run(
                                    context, () -> work.apply(request, bytes), outcome -> answer(context, outcome))));
        }));
    }

    /**
     * A handler for requests that bring ticket operations in bodies of their own sort, and have no parameters. The
     * organization that the operator names is made when there is none yet.
     */
    Handler<RoutingContext> bringing(BiConsumer<RoutingContext, Actor> inside) {
        return doorkeeper.admitWithOperations(JsonOnly.of((context, actor) ->
                understood(context, QueryFields.only(context, List.of()), query -> inside.accept(context, actor))));
    }

    private static <T> void understood(RoutingContext context, Outcome<T> outcome, Consumer<T> then) {
        if (outcome instanceof Outcome.Accepted<T> accepted) {
            then.accept(accepted.value());
        } else {
            Answers.problem(context, Problem.refused(AttributePaths.named(outcome.violations())));
        }
    }

    private static void answer(RoutingContext context, Outcome<NativeAnswer> outcome) {
        understood(context, outcome, answer -> {
            answer.location().ifPresent(at -> context.response().putHeader(HttpHeaders.LOCATION, at));
            if (answer.json().isPresent()) {
                answer(context, answer, answer.json().get().toBytes());
            } else {
                Answers.empty(context, answer.status());
            }
        });
    }

    /** What has a version is tagged by it, and not sent again to who has it. */
    private static void answer(RoutingContext context, NativeAnswer answer, byte[] json) {
        Optional<EntityTag> tag = answer.version().map(version -> VersionTag.of(version, json));
        HttpMethod method = context.request().method();
        if (tag.isPresent() && (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD))) {
            Answers.revalidated(context, json, tag.get());
            return;
        }
        tag.ifPresent(known -> context.response().putHeader(HttpHeaders.ETAG, known.quoted()));
        Answers.json(context, answer.status(), json);
    }
}
