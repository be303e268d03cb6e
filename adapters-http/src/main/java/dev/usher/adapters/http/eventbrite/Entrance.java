package dev.usher.adapters.http.eventbrite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.adapters.http.Answers;
import dev.usher.adapters.http.Credentials;
import dev.usher.adapters.http.Doorkeeper;
import dev.usher.adapters.http.Problem;
import dev.usher.adapters.http.QueryString;
import dev.usher.adapters.http.RequestBody;
import dev.usher.adapters.http.Workers;
import dev.usher.core.access.Actor;
import dev.usher.core.access.TokenDigest;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The way of every call under {@code /v3}: its token is known and its hour not used up, its query and body are read, and then
 * it is answered, away from the event loop.
 *
 * <p>Every path is served with and without a slash at its end, for clients use both and a redirection would lose a body.
 */
final class Entrance {
    private static final String ROOT = EventbriteErrors.ROOT + "/";
    private static final String CALLER = Actor.class.getName();
    private static final String TOKEN = "token";
    private static final String ENABLED = "Eb-Api-Switches-Enabled";
    private static final String DISABLED = "Eb-Api-Switches-Disabled";
    private static final int SHOWN_OF_DIGEST = 10;

    private static final CharSequence RATE = HttpHeaders.createOptimized("x-rate-limit");

    private static final Problem NO_AUTH = Problem.of(
                    401,
                    "NO_AUTH",
                    "the call carries no token; expected 'Authorization: Bearer TOKEN' or '?token=TOKEN'")
            .with("WWW-Authenticate", "Bearer realm=\"usher\"");

    private static final Problem OTHER_HEADER = Problem.of(
            400,
            "INVALID_AUTH_HEADER",
            "the Authorization header is not of the form 'Bearer TOKEN'; expected that, or '?token=TOKEN' instead");

    private final Doorkeeper doorkeeper;
    private final RequestBody bodies;
    private final Workers workers;
    private final RateLimit limit;
    private final EventbriteSettings settings;

    @Inject
    Entrance(Doorkeeper doorkeeper, RequestBody bodies, Workers workers, RateLimit limit, EventbriteSettings settings) {
        this.doorkeeper = doorkeeper;
        this.bodies = bodies;
        this.workers = workers;
        this.limit = limit;
        this.settings = settings;
    }

    /** The routes of one event loop, after what every call passes: also one that leads nowhere says who calls. */
    Routes open(Router router) {
        router.route(EventbriteErrors.ROOT + "/*").handler(context -> {
            context.response()
                    .putHeader("Access-Control-Allow-Origin", "*")
                    .putHeader("Access-Control-Expose-Headers", RATE + ", Retry-After");
            if (context.request().method().equals(HttpMethod.OPTIONS)) {
                allowOtherSites(context);
            } else {
                admit(context);
            }
        });
        return new Routes(router);
    }

    /** What a browser asks before it lets another site's page call. */
    private static void allowOtherSites(RoutingContext context) {
        context.response()
                .putHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, DELETE")
                .putHeader("Access-Control-Allow-Headers", "Authorization, Content-Type, " + ENABLED + ", " + DISABLED)
                .putHeader("Access-Control-Max-Age", "86400");
        Answers.empty(context, 204);
    }

    /** Adds routes to one event loop's router. */
    final class Routes {
        private final Router router;

        private Routes(Router router) {
            this.router = router;
        }

        /** What is answered with GET; the path stands without {@code /v3/} and without a slash at its end. */
        Routes get(String path, Function<Call, Outcome<Json>> act) {
            router.get(ROOT + path).handler(context -> work(context, () -> call(context, new byte[0]), act));
            return this;
        }

        /** The same, where an answer may be at hand that no worker need be asked for; making it must not take long. */
        Routes get(String path, Function<Call, Optional<Answers.Kept>> atHand, Function<Call, Outcome<Json>> act) {
            router.get(ROOT + path).handler(context -> answer(context, atHand, act));
            return this;
        }

        Routes post(String path, Function<Call, Outcome<Json>> act) {
            router.post(ROOT + path).handler(context -> read(context, act));
            return this;
        }

        Routes delete(String path, Function<Call, Outcome<Json>> act) {
            router.delete(ROOT + path).handler(context -> read(context, act));
            return this;
        }
    }

    private void admit(RoutingContext context) {
        Credentials credentials = presented(context);
        doorkeeper.admit(context, credentials, (known, actor) -> {
            Optional<Problem> refusal =
                    credentials.token().flatMap(token -> counted(known, token)).or(() -> switches(known.request()));
            if (refusal.isPresent()) {
                Answers.problem(known, refusal.get());
            } else {
                known.put(CALLER, actor);
                known.next();
            }
        });
    }

    private void read(RoutingContext context, Function<Call, Outcome<Json>> act) {
        bodies.read(context, body -> work(context, () -> call(context, body), act));
    }

    private void answer(
            RoutingContext context, Function<Call, Optional<Answers.Kept>> atHand, Function<Call, Outcome<Json>> act) {
        Outcome<Call> read = call(context, new byte[0]);
        Optional<Answers.Kept> kept =
                read instanceof Outcome.Accepted<Call> call ? atHand.apply(call.value()) : Optional.empty();
        kept.ifPresentOrElse(answer -> Answers.json(context, 200, answer), () -> work(context, () -> read, act));
    }

    private void work(RoutingContext context, Supplier<Outcome<Call>> call, Function<Call, Outcome<Json>> act) {
        workers.run(
                context,
                () -> call.get().then(act).then(json -> Outcome.accepted(Answers.Prepared.of(context, json.toBytes()))),
                outcome -> {
                    if (outcome instanceof Outcome.Accepted<Answers.Prepared> answer) {
                        Answers.json(context, 200, answer.value());
                    } else {
                        Answers.problem(context, Problem.refused(outcome.violations()));
                    }
                });
    }

    private Outcome<Call> call(RoutingContext context, byte[] body) {
        String mediaType = Optional.ofNullable(context.request().getHeader(HttpHeaders.CONTENT_TYPE))
                .orElse("");
        return BodyTree.read(mediaType, body)
                .then(tree -> QueryString.read(query(context), List.of())
                        .then(parameters -> Outcome.accepted(new Call(
                                context.<Actor>get(CALLER),
                                Map.copyOf(context.pathParams()),
                                context.request().method().equals(HttpMethod.DELETE)
                                        ? with(parameters, tree)
                                        : parameters,
                                tree,
                                links(context)))));
    }

    private static String query(RoutingContext context) {
        return Optional.ofNullable(context.request().query()).orElse("");
    }

    /** What a DELETE says in its body are parameters like those of the query. */
    private static List<QueryString.Parameter> with(List<QueryString.Parameter> query, BodyTree body) {
        List<QueryString.Parameter> all = new ArrayList<>(query);
        for (Map.Entry<String, JsonNode> leaf : body.leaves(Set.of(), Set.of()).entrySet()) {
            all.add(new QueryString.Parameter(leaf.getKey(), leaf.getValue().asText()));
        }
        return all;
    }

    private Links links(RoutingContext context) {
        return new Links(settings.address()
                .orElseGet(() -> context.request().scheme() + "://"
                        + Optional.ofNullable(context.request().authority())
                                .map(Object::toString)
                                .orElse("localhost")));
    }

    private static Credentials presented(RoutingContext context) {
        List<String> headers = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
        if (!headers.isEmpty()) {
            return Optional.of(headers.get(0).strip())
                    .filter(header -> headers.size() == 1)
                    .flatMap(Credentials::bearer)
                    .filter(secret -> !secret.isEmpty())
                    .map(Credentials::presented)
                    .orElseGet(() -> Credentials.refused(OTHER_HEADER));
        }
        return inQuery(context).map(Credentials::presented).orElseGet(() -> Credentials.refused(NO_AUTH));
    }

    private static Optional<String> inQuery(RoutingContext context) {
        return QueryString.read(query(context), List.of(TOKEN))
                                .then(parameters -> Outcome.accepted(parameters.stream()
                                        .filter(parameter -> parameter.name().equals(TOKEN))
                                        .map(QueryString.Parameter::value)
                                        .filter(secret -> !secret.isEmpty())
                                        .findFirst()))
                        instanceof Outcome.Accepted<Optional<String>> read
                ? read.value()
                : Optional.empty();
    }

    /** Counts the call, and tells where its token stands; a refusal when its hour is used up. */
    private Optional<Problem> counted(RoutingContext context, TokenDigest token) {
        if (!limit.isSet()) {
            return Optional.empty();
        }
        RateLimit.Standing standing = limit.count(token);
        context.response().putHeader(RATE, standing.written(token.hex().substring(0, SHOWN_OF_DIGEST)));
        return standing.isExceeded()
                ? Optional.of(Problem.of(
                                429,
                                "HIT_RATE_LIMIT",
                                "this token has made the " + standing.limit()
                                        + " calls it may make within an hour; go on in " + standing.resetSeconds()
                                        + " seconds")
                        .with("Retry-After", Long.toString(standing.resetSeconds())))
                : Optional.empty();
    }

    /** The switches of behaviour that a call names: none is known here, and none may be on and off at once. */
    private static Optional<Problem> switches(HttpServerRequest request) {
        Set<String> enabled = names(request.getHeader(ENABLED));
        Set<String> disabled = names(request.getHeader(DISABLED));
        Optional<String> both = enabled.stream().filter(disabled::contains).findFirst();
        if (both.isPresent()) {
            return Optional.of(Problem.of(
                    409,
                    "REQUEST_CONFLICT",
                    "the switch '" + OutsideText.shown(both.get())
                            + "' is enabled and disabled at once; expected one"));
        }
        return enabled.stream()
                .findFirst()
                .or(() -> disabled.stream().findFirst())
                .map(unknown -> Problem.of(
                        400, "BAD_REQUEST", "there is no switch '" + OutsideText.shown(unknown) + "'; expected none"));
    }

    private static Set<String> names(String header) {
        return header == null
                ? Set.of()
                : Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet());
    }
}
