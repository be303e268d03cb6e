package dev.usher.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names in braces stand for while a case runs.
 *
 * <p>In the middle of a text a name gives its text; a text that is nothing but one name becomes the value itself, whatever
 * it is.
 */
final class Bindings {
    private static final Pattern NAME = Pattern.compile("\\{([a-z_0-9]+)}");

    private final Map<String, JsonNode> values = new TreeMap<>();
    private final Optional<JsonNode> otherwise;

    /** Names that must all be bound. */
    Bindings() {
        this.otherwise = Optional.empty();
    }

    /** Names of which those that nothing is bound to stand for one text. */
    Bindings(String otherwise) {
        this.otherwise = Optional.of(JsonNodeFactory.instance.textNode(otherwise));
    }

    void bind(String name, JsonNode value) {
        values.put(name, value);
    }

    void bind(String name, String value) {
        bind(name, JsonNodeFactory.instance.textNode(value));
    }

    /** A text with each name replaced, also by what holds further names. */
    String text(String template) {
        Matcher names = NAME.matcher(template);
        return names.find()
                ? text(names.replaceAll(
                        name -> Matcher.quoteReplacement(value(name.group(1)).asText())))
                : template;
    }

    /** JSON with each name replaced, in the names of members too. */
    JsonNode json(JsonNode template) {
        if (template.isTextual()) {
            Matcher whole = NAME.matcher(template.textValue());
            return whole.matches()
                    ? json(value(whole.group(1)))
                    : JsonNodeFactory.instance.textNode(text(template.textValue()));
        }
        if (template.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            template.properties().forEach(member -> object.set(text(member.getKey()), json(member.getValue())));
            return object;
        }
        if (template.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            template.forEach(element -> array.add(json(element)));
            return array;
        }
        return template;
    }

    private JsonNode value(String name) {
        return Optional.ofNullable(values.get(name))
                .or(() -> otherwise)
                .orElseThrow(
                        () -> new AssertionError("nothing is called {" + name + "}; there are " + values.keySet()));
    }
}
