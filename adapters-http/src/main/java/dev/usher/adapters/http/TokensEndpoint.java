package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.EXISTENCE;

import dev.usher.core.Usher;
import dev.usher.core.access.AccessToken;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenWish;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Violation;
import dev.usher.core.service.AccessTokens;
import dev.usher.core.statistics.InstantText;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The tokens of the asker's organization: made, listed, rotated and revoked by its owners.
 *
 * <p>{@code GET} and {@code POST /usher/v1/tokens}, {@code DELETE /usher/v1/tokens/ID}, {@code POST
 * /usher/v1/tokens/ID/rotation}. The secret stands in the answer to the request that made the token, and nowhere else.
 */
final class TokensEndpoint implements Endpoint {
    private static final String PATH = "/usher/v1/tokens";
    private static final String USER = "user";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String GRACE = "grace";
    private static final Map<String, Form> TOKEN = new LinkedHashMap<>();
    private static final Map<String, Form> ROTATION = new LinkedHashMap<>();

    static {
        TOKEN.put(RoleMember.NAME, Form.TEXT);
        TOKEN.put("label", Form.TEXT);
        TOKEN.put(USER, Form.ID);
        TOKEN.put(EXPIRES_AT, Form.TEXT);
        ROTATION.put(GRACE, Form.TEXT);
        ROTATION.put(EXPIRES_AT, Form.TEXT);
    }

    private final Usher usher;
    private final NativeRoutes routes;

    /** What a request for a new secret says. */
    private record Rotation(Duration grace, Optional<Instant> expiresAt) {}

    @Inject
    TokensEndpoint(Usher usher, NativeRoutes routes) {
        this.usher = usher;
        this.routes = routes;
    }

    @Override
    public void mount(Router router) {
        router.get(PATH).handler(routes.asking(this::list));
        router.post(PATH).handler(routes.telling("role and label", this::create));
        router.post(PATH + "/:id/rotation").handler(routes.telling("grace and expiresAt, or {}", this::rotate));
        router.delete(PATH + "/:id").handler(routes.asking(this::revoke));
    }

    private Outcome<NativeAnswer> list(NativeRequest request) {
        return usher.accessTokens().list(request.actor()).then(tokens -> {
            JsonBytes json = new JsonBytes(64 + tokens.size() * 200).beginArray();
            tokens.forEach(token -> write(json.beginObject(), token).endObject());
            return Outcome.accepted(NativeAnswer.of(json.endArray()));
        });
    }

    private Outcome<NativeAnswer> create(NativeRequest request, byte[] body) {
        return ObjectReader.object(body, TOKEN, TokensEndpoint::wish)
                .then(wish -> usher.accessTokens().create(request.actor(), wish))
                .then(TokensEndpoint::made);
    }

    private Outcome<NativeAnswer> rotate(NativeRequest request, byte[] body) {
        return ObjectReader.object(body, ROTATION, TokensEndpoint::rotation)
                .then(wish -> number(request)
                        .then(number ->
                                usher.accessTokens().rotate(request.actor(), number, wish.grace(), wish.expiresAt())))
                .then(TokensEndpoint::made);
    }

    private Outcome<NativeAnswer> revoke(NativeRequest request) {
        return number(request)
                .then(number -> usher.accessTokens().revoke(request.actor(), number))
                .then(revoked -> Outcome.accepted(NativeAnswer.done()));
    }

    private static Outcome<Long> number(NativeRequest request) {
        String said = request.part("id");
        return NativeRequest.asNumber(said)
                .map(Outcome::accepted)
                .orElseGet(() -> Outcome.rejected(new Violation(
                        EXISTENCE,
                        "UNKNOWN_TOKEN",
                        "id",
                        "there is no token '" + OutsideText.shown(said)
                                + "' in this organization; list the tokens to see their numbers")));
    }

    private static Outcome<Rotation> rotation(Told told) {
        Outcome<Duration> grace = grace(told.text(GRACE));
        Outcome<Optional<Instant>> expiry = expiry(told);
        List<Violation> faults = Stream.of(grace, expiry)
                .flatMap(outcome -> outcome.violations().stream())
                .toList();
        return faults.isEmpty()
                ? Outcome.accepted(new Rotation(grace.orThrow(), expiry.orThrow()))
                : Outcome.rejected(faults);
    }

    private static Outcome<TokenWish> wish(Told told) {
        Outcome<Role> role = RoleMember.read(told.text(RoleMember.NAME));
        Outcome<Optional<Long>> user = user(told.text(USER));
        Outcome<Optional<Instant>> expiry = expiry(told);
        List<Violation> faults = Stream.of(role, user, expiry)
                .flatMap(outcome -> outcome.violations().stream())
                .toList();
        return faults.isEmpty()
                ? Outcome.accepted(
                        new TokenWish(role.orThrow(), told.text("label").orElse(""), user.orThrow(), expiry.orThrow()))
                : Outcome.rejected(faults);
    }

    private static Outcome<Optional<Long>> user(Optional<String> text) {
        Optional<Long> number = text.flatMap(NativeRequest::asNumber);
        return text.isPresent() && number.isEmpty()
                ? Outcome.rejected(new Violation(
                        ARGUMENT,
                        "INVALID_ID",
                        USER,
                        "'" + OutsideText.shown(text.get()) + "' is no user's number; expected up to 18 digits"))
                : Outcome.accepted(number);
    }

    private static Outcome<Optional<Instant>> expiry(Told told) {
        Optional<String> text = told.text(EXPIRES_AT);
        Optional<Instant> instant = text.flatMap(InstantText::read);
        return text.isPresent() && instant.isEmpty()
                ? Outcome.rejected(new Violation(
                        ARGUMENT,
                        "INVALID_INSTANT",
                        EXPIRES_AT,
                        "expiresAt is '" + OutsideText.shown(text.get()) + "'; expected " + InstantText.EXPECTED))
                : Outcome.accepted(instant);
    }

    private static Outcome<Duration> grace(Optional<String> text) {
        try {
            return Outcome.accepted(text.map(Duration::parse).orElse(AccessTokens.USUAL_GRACE));
        } catch (DateTimeParseException unreadable) {
            return Outcome.rejected(new Violation(
                    ARGUMENT,
                    "INVALID_DURATION",
                    GRACE,
                    "grace is '" + OutsideText.shown(text.orElse(""))
                            + "'; expected an ISO 8601 duration such as PT1H"));
        }
    }

    private static Outcome<NativeAnswer> made(AccessTokens.Issued issued) {
        JsonBytes json = write(new JsonBytes(300).beginObject(), issued.token())
                .member("secret")
                .text(issued.secret().text())
                .endObject();
        return Outcome.accepted(NativeAnswer.made(PATH + "/" + issued.token().id(), json));
    }

    private static JsonBytes write(JsonBytes json, AccessToken token) {
        json.member("id").text(Long.toString(token.id()));
        json.member(RoleMember.NAME).text(token.role().word());
        json.member("label").text(token.label());
        optional(json.member(USER), token.user().map(Object::toString));
        json.member("createdAt").text(InstantText.write(token.createdAt()));
        optional(json.member(EXPIRES_AT), token.expiresAt().map(InstantText::write));
        return optional(json.member("revokedAt"), token.revokedAt().map(InstantText::write));
    }

    private static JsonBytes optional(JsonBytes json, Optional<String> text) {
        return text.map(json::text).orElseGet(json::nothing);
    }
}
