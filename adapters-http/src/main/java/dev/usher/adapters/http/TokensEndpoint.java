package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.EXISTENCE;
import static dev.usher.core.rule.RuleKind.SHAPE;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.usher.core.Usher;
import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Role;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import dev.usher.core.service.AccessTokens;
import dev.usher.core.statistics.InstantText;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The tokens of the asker's organization: made, listed and revoked by its owners.
 *
 * <p>{@code GET} and {@code POST /usher/v1/tokens}, {@code DELETE /usher/v1/tokens/ID}. The secret stands in the answer to
 * the request that made the token, and nowhere else.
 */
final class TokensEndpoint implements Endpoint {
    private static final String PATH = "/usher/v1/tokens";
    private static final List<String> MEMBERS = List.of("role", "label");

    private static final byte[] ID = JsonBytes.name("id");
    private static final byte[] ROLE = JsonBytes.name("role");
    private static final byte[] LABEL = JsonBytes.name("label");
    private static final byte[] CREATED_AT = JsonBytes.name("createdAt");
    private static final byte[] REVOKED_AT = JsonBytes.name("revokedAt");
    private static final byte[] SECRET = JsonBytes.name("secret");

    private final Usher usher;
    private final Doorkeeper doorkeeper;
    private final RequestBody body;
    private final Workers workers;

    /** What a request for a new token says. */
    private record Wish(Role role, String label) {}

    @Inject
    TokensEndpoint(Usher usher, Doorkeeper doorkeeper, RequestBody body, Workers workers) {
        this.usher = usher;
        this.doorkeeper = doorkeeper;
        this.body = body;
        this.workers = workers;
    }

    @Override
    public void mount(Router router) {
        router.get(PATH).handler(doorkeeper.admit(JsonOnly.of(this::list)));
        router.post(PATH).handler(doorkeeper.admit(JsonOnly.of(this::create)));
        router.delete(PATH + "/:id").handler(doorkeeper.admit(JsonOnly.of(this::revoke)));
    }

    private void list(RoutingContext context, Actor actor) {
        workers.run(
                context,
                () -> usher.accessTokens().list(actor),
                outcome -> answer(context, outcome, tokens -> {
                    JsonBytes json = new JsonBytes(64 + tokens.size() * 160).beginArray();
                    tokens.forEach(token -> write(json.beginObject(), token).endObject());
                    Answers.json(context, 200, json.endArray().toBytes());
                }));
    }

    private void create(RoutingContext context, Actor actor) {
        if (!JsonOnly.mediaType(context.request()).equals("application/json")) {
            Answers.problem(context, JsonOnly.unsupported(context.request(), "application/json with role and label"));
            return;
        }
        body.read(
                context,
                bytes -> workers.run(
                        context,
                        () -> read(bytes).then(wish -> usher.accessTokens().create(actor, wish.role(), wish.label())),
                        outcome -> answer(context, outcome, issued -> created(context, issued))));
    }

    private void revoke(RoutingContext context, Actor actor) {
        Optional<Long> id = id(context.pathParam("id"));
        if (id.isEmpty()) {
            Answers.problem(
                    context,
                    Problem.refused(List.of(new Violation(
                            EXISTENCE,
                            "UNKNOWN_TOKEN",
                            "id",
                            "there is no such token in this organization; expected the number of one of its tokens"))));
            return;
        }
        workers.run(
                context,
                () -> usher.accessTokens().revoke(actor, id.get()),
                outcome -> answer(context, outcome, revoked -> Answers.empty(context, 204)));
    }

    private static void created(RoutingContext context, AccessTokens.Issued issued) {
        byte[] json = write(new JsonBytes(256).beginObject(), issued.token())
                .member(SECRET)
                .text(issued.secret().text())
                .endObject()
                .toBytes();
        context.response()
                .putHeader(HttpHeaders.LOCATION, PATH + "/" + issued.token().id());
        Answers.json(context, 201, json);
    }

    private static <T> void answer(RoutingContext context, Outcome<T> outcome, Consumer<T> accepted) {
        if (outcome instanceof Outcome.Accepted<T> value) {
            accepted.accept(value.value());
        } else {
            Answers.problem(context, Problem.refused(outcome.violations()));
        }
    }

    private static JsonBytes write(JsonBytes json, AccessToken token) {
        json.member(ID)
                .text(Long.toString(token.id()))
                .member(ROLE)
                .text(token.role().word())
                .member(LABEL)
                .text(token.label())
                .member(CREATED_AT)
                .text(InstantText.write(token.createdAt()))
                .member(REVOKED_AT);
        return token.revokedAt()
                .map(instant -> json.text(InstantText.write(instant)))
                .orElseGet(json::nothing);
    }

    private static Outcome<Wish> read(byte[] bytes) {
        try (JsonParser parser = JsonText.parser(bytes, 0, bytes.length)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                return Outcome.rejected(new Violation(
                        SHAPE,
                        "INVALID_TYPE",
                        "",
                        "the body is " + (first == null ? "empty" : JsonText.kind(first))
                                + "; expected an object with role and label"));
            }
            List<Violation> faults = new ArrayList<>();
            MemberReader members = new MemberReader(MEMBERS);
            List<String> values = members.read(parser, faults::add);
            if (parser.nextToken() != null) {
                faults.add(new Violation(
                        SHAPE, "MALFORMED_JSON", "", "there is more after the end of the JSON; expected nothing"));
            }
            Optional<Role> role = role(values.get(0));
            if (role.isEmpty() && !members.isFaulty("role")) {
                faults.add(unknownRole(values.get(0)));
            }
            return faults.isEmpty()
                    ? Outcome.accepted(new Wish(role.orElseThrow(), values.get(1)))
                    : Outcome.rejected(faults);
        } catch (JsonProcessingException broken) {
            return Outcome.rejected(JsonText.fault(broken, "", 1));
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private static Violation unknownRole(String word) {
        String expected = "; expected viewer, member or owner";
        return word.isEmpty()
                ? new Violation(ARGUMENT, "MISSING", "role", "role is missing" + expected)
                : new Violation(
                        ARGUMENT, "INVALID_ROLE", "role", "'" + JsonText.shown(word) + "' is no role" + expected);
    }

    private static Optional<Role> role(String word) {
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(word))
                .findFirst();
    }

    private static Optional<Long> id(String text) {
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
