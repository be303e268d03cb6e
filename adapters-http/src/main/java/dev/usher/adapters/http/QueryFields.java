package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Spelling;
import dev.usher.core.rule.Violation;
import dev.usher.core.statistics.StepText;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parameters of a native endpoint's query, as fields to be judged by the rules.
 *
 * <p>All of them may be left out, so one that is misspelt would be answered as if it were not there; therefore a name that
 * the endpoint does not know is refused.
 */
final class QueryFields {
    private static final int MOST_DIGITS = 18;

    private final Map<String, List<String>> values;
    private final List<Violation> unknown;

    private QueryFields(Map<String, List<String>> values, List<Violation> unknown) {
        this.values = values;
        this.unknown = List.copyOf(unknown);
    }

    /** Reads a query as it stands in the request line; refused only when it cannot be decoded. */
    static Outcome<QueryFields> read(String query, List<String> known) {
        return QueryString.read(query, known).then(parameters -> {
            Map<String, List<String>> values = new LinkedHashMap<>();
            List<Violation> unknown = new ArrayList<>();
            for (QueryString.Parameter parameter : parameters) {
                if (known.contains(parameter.name())) {
                    values.computeIfAbsent(parameter.name(), first -> new ArrayList<>())
                            .add(parameter.value());
                } else {
                    unknown.add(unknown(parameter.name(), known));
                }
            }
            return Outcome.accepted(new QueryFields(values, unknown));
        });
    }

    /** The parameters of a request that may have these and no others. */
    static Outcome<QueryFields> only(RoutingContext context, List<String> known) {
        return read(Optional.ofNullable(context.request().query()).orElse(""), known)
                .then(fields -> fields.unknown.isEmpty() ? Outcome.accepted(fields) : Outcome.rejected(fields.unknown));
    }

    /** What is wrong with the names themselves. */
    List<Violation> unknown() {
        return unknown;
    }

    /** An instant. */
    Field<Instant> instant(String name) {
        return field(name, StatisticsRequest::instant);
    }

    /** A span of time. */
    Field<Duration> step(String name) {
        return field(
                name,
                text -> StepText.read(text)
                        .map(Field::said)
                        .orElseGet(() -> Field.unreadable(text, "expected " + StepText.EXPECTED)));
    }

    /** A sequence number as a receipt tells it. */
    Field<Long> sequence(String name) {
        return field(
                name,
                text -> isNumber(text)
                        ? Field.said(Long.valueOf(text))
                        : Field.unreadable(
                                text, "expected a whole number, as sequences in the answer to a POST tells it"));
    }

    /** A parameter as it is read of its text; unreadable when it is given more than once. */
    <T> Field<T> field(String name, Function<String, Field<T>> read) {
        List<String> texts = values.getOrDefault(name, List.of());
        return switch (texts.size()) {
            case 0 -> Field.absent();
            case 1 -> read.apply(texts.get(0));
            default ->
                Field.unreadable(String.join("', '", texts), "it was given " + texts.size() + " times, expected once");
        };
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(character -> character >= '0' && character <= '9');
    }

    private static Violation unknown(String name, List<String> known) {
        String guess = Spelling.nearest(name, known)
                .map(nearest -> "; was that meant to be " + nearest + "?")
                .orElse("");
        String shown = OutsideText.shown(name);
        return new Violation(
                ARGUMENT,
                "UNKNOWN_PARAMETER",
                shown,
                "'" + shown + "' is no parameter here; expected "
                        + (known.isEmpty() ? "none" : String.join(", ", known)) + guess);
    }
}
