package dev.usher.adapters.http.eventbrite;

import dev.usher.adapters.http.JsonBytes;
import dev.usher.core.attribute.Kind;
import dev.usher.core.money.Money;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Writes answers in the dialect's scalar forms: ids as texts, what is not there as null. For one thread. */
final class Json {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    private static final Pattern WEB = Pattern.compile("(?i)https?://[^\\s\\p{Cntrl}<>\"]+");

    private final JsonBytes bytes;

    private Json(JsonBytes bytes) {
        this.bytes = bytes;
    }

    /** An object. */
    static Json object(Consumer<Json> members) {
        Json json = new Json(new JsonBytes(2_048));
        json.bytes.beginObject();
        members.accept(json);
        json.bytes.endObject();
        return json;
    }

    byte[] toBytes() {
        return bytes.toBytes();
    }

    Json text(String name, String value) {
        bytes.member(name).text(value);
        return this;
    }

    Json text(String name, Optional<String> value) {
        return value.map(text -> text(name, text)).orElseGet(() -> nothing(name));
    }

    /** What a plain string says: without mark-up. */
    Json line(String name, Optional<String> written) {
        return text(name, written.map(MultipartText::line));
    }

    /** Where a link leads: an address of the web as it is; nothing that a browser would do something else with. */
    Json address(String name, Optional<String> written) {
        return written.filter(address -> WEB.matcher(address).matches())
                .map(address -> text(name, address))
                .orElseGet(() -> line(name, written.filter(address -> address.indexOf(':') < 0)));
    }

    Json flag(String name, boolean value) {
        bytes.member(name).flag(value);
        return this;
    }

    Json number(String name, long value) {
        bytes.member(name).number(value);
        return this;
    }

    Json number(String name, Optional<Long> value) {
        return value.map(number -> number(name, number)).orElseGet(() -> nothing(name));
    }

    Json id(String name, long value) {
        return text(name, Long.toString(value));
    }

    Json id(String name, Optional<Long> value) {
        return text(name, value.map(String::valueOf));
    }

    Json nothing(String name) {
        bytes.member(name).nothing();
        return this;
    }

    /** An instant, to the second. */
    Json moment(String name, Optional<Instant> value) {
        return text(name, value.map(Json::written));
    }

    /** The same, left out where there is none. */
    Json momentIfAny(String name, Optional<Instant> value) {
        return value.isPresent() ? moment(name, value) : this;
    }

    private static String written(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** An instant with its zone and what clocks show there. */
    Json momentInZone(String name, Optional<Instant> value, Optional<String> zone) {
        if (value.isEmpty()) {
            return nothing(name);
        }
        String known = zone.filter(Kind.Zone::isKnown).orElse("UTC");
        ZoneId rules = known.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(known);
        return nested(
                name,
                json -> json.text("timezone", known)
                        .text("local", LOCAL.format(LocalDateTime.ofInstant(value.get(), rules)))
                        .text("utc", written(value.get())));
    }

    /** What was written, with and without mark-up; mark-up that says nothing has no text. */
    Json multipart(String name, Optional<String> written) {
        Optional<MultipartText> both = written.map(MultipartText::of);
        return nested(
                name,
                json -> json.text("text", both.map(MultipartText::text).filter(text -> !text.isEmpty()))
                        .text("html", both.map(MultipartText::html)));
    }

    /** An amount as prices are shown: {@code $100.00}, {@code ARS100.00}. */
    Json money(String name, Optional<Money> value) {
        return money(name, value, amount -> amount.currency().getSymbol(Locale.US) + amount.major());
    }

    /** An amount as a span of prices is shown: {@code 100.00 USD}. */
    Json moneyWithCode(String name, Optional<Money> value) {
        return money(name, value, Money::toString);
    }

    private Json money(String name, Optional<Money> value, Function<Money, String> display) {
        return value.map(amount -> nested(
                        name,
                        json -> json.text("display", display.apply(amount))
                                .text("currency", amount.currency().getCurrencyCode())
                                .number("value", amount.minor())
                                .text("major_value", amount.major())))
                .orElseGet(() -> nothing(name));
    }

    Json texts(String name, Collection<String> values) {
        bytes.member(name).beginArray();
        values.forEach(bytes::text);
        bytes.endArray();
        return this;
    }

    /** An object as a member. */
    Json nested(String name, Consumer<Json> members) {
        bytes.member(name);
        return object(this, members);
    }

    /** An object as a member, null where there is none. */
    <T> Json nested(String name, Optional<T> value, BiConsumer<Json, T> members) {
        return value.map(there -> nested(name, json -> members.accept(json, there)))
                .orElseGet(() -> nothing(name));
    }

    /** A list of objects as a member. */
    <T> Json list(String name, Collection<T> items, BiConsumer<Json, T> members) {
        bytes.member(name).beginArray();
        items.forEach(item -> object(this, json -> members.accept(json, item)));
        bytes.endArray();
        return this;
    }

    private static Json object(Json json, Consumer<Json> members) {
        json.bytes.beginObject();
        members.accept(json);
        json.bytes.endObject();
        return json;
    }
}
