package dev.usher.adapters.http.eventbrite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.core.attribute.Kind;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.OutsideText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a body says of one member, in the forms of JSON that clients use for its kind: a flag and a number as such or as a
 * text, a list as such or joined by commas, an amount as {@code USD,1000} or with its currency and value. Any other form is
 * no value.
 */
final class MemberValue {
    private static final String CURRENCY = "currency";
    private static final String VALUE = "value";

    /** What a form has for a flag that is not set, and for no number. */
    private static final Set<String> NOTHING = Set.of("", "false", "0");

    /** What clients write for a flag besides its words. */
    private static final Map<String, String> FLAGS =
            Map.of("1", "true", "True", "true", "0", "false", "False", "false");

    private MemberValue() {}

    /** The value as its kind has it; null and an empty text take it away. */
    static <T> Field<T> read(Kind<T> kind, JsonNode said) {
        if (isEmpty(said)) {
            return Field.cleared();
        }
        return text(kind, said)
                .map(kind::read)
                .orElseGet(() -> Field.unreadable(OutsideText.shown(said.toString()), "expected " + expected(kind)));
    }

    /** A flag as its word, where it is one in any of the forms that clients use; any other text as it is. */
    static String flag(String text) {
        return FLAGS.getOrDefault(text, text);
    }

    /** True for null and an empty text. */
    static boolean isEmpty(JsonNode said) {
        return said.isNull() || (said.isTextual() && said.textValue().isEmpty());
    }

    /** True for what means nothing, whatever member it stands for: null, false, zero, and what is empty. */
    static boolean isNothing(JsonNode said) {
        return said.isContainerNode() ? said.isEmpty() : said.isNull() || NOTHING.contains(said.asText());
    }

    private static Optional<String> text(Kind<?> kind, JsonNode said) {
        if (said.isArray()) {
            return kind instanceof Kind.Choices && elements(said).allMatch(JsonNode::isTextual)
                    ? Optional.of(elements(said).map(JsonNode::textValue).collect(Collectors.joining(",")))
                    : Optional.empty();
        }
        if (kind instanceof Kind.Price && BodyTree.within(said).isObject()) {
            return amount(BodyTree.within(said));
        }
        if (kind instanceof Kind.Flag) {
            return said.isValueNode() ? Optional.of(flag(said.asText())) : Optional.empty();
        }
        return Optional.of(said)
                .filter(value -> value.isTextual() || value.isNumber())
                .map(JsonNode::asText);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Optional<String> amount(JsonNode money) {
        boolean isWhole = money.path(CURRENCY).isTextual() && money.path(VALUE).isValueNode();
        return isWhole
                ? Optional.of(
                        money.get(CURRENCY).textValue() + "," + money.get(VALUE).asText())
                : Optional.empty();
    }

    private static String expected(Kind<?> kind) {
        if (kind instanceof Kind.Flag) {
            return "true or false";
        }
        if (kind instanceof Kind.Choices) {
            return "a list of texts";
        }
        return kind instanceof Kind.Price ? "an amount such as USD,4500" : "a text or a number";
    }
}
