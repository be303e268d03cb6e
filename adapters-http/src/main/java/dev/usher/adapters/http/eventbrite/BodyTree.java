package dev.usher.adapters.http.eventbrite;

import static dev.usher.core.rule.RuleKind.SHAPE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.usher.adapters.http.QueryString;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the body of a request says, in whatever form it came: nested JSON, JSON with dotted names, a form, or a mixture.
 *
 * <p>All forms become one tree. A dotted name stands for the nesting it spells, so {@code {"event.name":{"html":"x"}}} is
 * {@code {"event":{"name":{"html":"x"}}}}; what is said twice counts as it was said last.
 */
final class BodyTree {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MOST_DEPTH = 32;
    private static final int LONGEST_TEXT = 1 << 20;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(40)
                    .maxNameLength(1_000)
                    .build())
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build());

    /** A body that says nothing. */
    static final BodyTree EMPTY = new BodyTree(JsonNodeFactory.instance.objectNode());

    private final ObjectNode root;

    private BodyTree(ObjectNode root) {
        this.root = root;
    }

    /**
     * Reads a body; nothing at all, {@code null} and {@code {}} say nothing.
     *
     * @param mediaType as the request has it, with or without parameters; what is not a form is read as JSON
     */
    static Outcome<BodyTree> read(String mediaType, byte[] body) {
        if (isBlank(body)) {
            return Outcome.accepted(EMPTY);
        }
        boolean form = mediaType.toLowerCase(Locale.ROOT).startsWith(FORM) && body[0] != '{';
        return form ? form(new String(body, StandardCharsets.ISO_8859_1)) : json(body);
    }

    private static Outcome<BodyTree> form(String text) {
        return QueryString.readForm(text).then(parameters -> {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            for (QueryString.Parameter parameter : parameters) {
                if (!put(root, parameter.name(), JsonNodeFactory.instance.textNode(parameter.value()))) {
                    return tooDeep(parameter.name());
                }
            }
            return Outcome.accepted(new BodyTree(root));
        });
    }

    private static Outcome<BodyTree> json(byte[] body) {
        try (JsonParser parser = JSON.createParser(body)) {
            JsonNode read = JSON.readTree(parser);
            if (parser.nextToken() != null) {
                return invalid("there is more after the end of the JSON; expected nothing");
            }
            if (read.isNull()) {
                return Outcome.accepted(EMPTY);
            }
            if (!(read instanceof ObjectNode object)) {
                return invalid("the body is no JSON object; expected one such as {\"event\":{}}, or a form");
            }
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            return merge(root, object)
                    ? Outcome.accepted(new BodyTree(root))
                    : tooDeep(object.fieldNames().next());
        } catch (JsonProcessingException broken) {
            return invalid("the body is not well-formed JSON of at most " + MOST_DEPTH + " levels and texts of "
                    + LONGEST_TEXT + " characters; expected a JSON object, or a form with its Content-Type");
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private static boolean isBlank(byte[] body) {
        for (byte one : body) {
            if (one != ' ' && one != '\n' && one != '\r' && one != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Puts each member of one object into another, its name split at the dots; false when that gets too deep. */
    private static boolean merge(ObjectNode into, ObjectNode from) {
        for (Map.Entry<String, JsonNode> member : from.properties()) {
            if (!put(into, member.getKey(), member.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean put(ObjectNode into, String dotted, JsonNode value) {
        String[] names = dotted.split("\\.", -1);
        if (names.length > MOST_DEPTH) {
            return false;
        }
        ObjectNode at = into;
        for (int step = 0; step < names.length - 1; step++) {
            at = below(at, names[step]);
        }
        String last = names[names.length - 1];
        JsonNode said = at.path(last).isObject() ? nested(value) : value;
        if (said instanceof ObjectNode object) {
            return merge(below(at, last), object);
        }
        at.set(last, said);
        return true;
    }

    /** The object of that name, also one that a form has said as JSON; a new one in place of anything else. */
    private static ObjectNode below(ObjectNode at, String name) {
        if (nested(at.path(name)) instanceof ObjectNode known) {
            at.set(name, known);
            return known;
        }
        return at.putObject(name);
    }

    private static <T> Outcome<T> tooDeep(String name) {
        return invalid(
                "'" + OutsideText.shown(name) + "' is nested too deeply; expected at most " + MOST_DEPTH + " levels");
    }

    private static <T> Outcome<T> invalid(String message) {
        return Outcome.rejected(new Violation(SHAPE, "INVALID_BODY", "", message));
    }

    /**
     * Everything that is said, by its dotted path; an object that says nothing counts as said where it means nothing either.
     *
     * @param whole paths whose value is wanted as it is, though it may be an object
     * @param parts paths that are only passed on the way to others; as JSON in a text is how a form says one of them
     */
    Map<String, JsonNode> leaves(Set<String> whole, Set<String> parts) {
        Map<String, JsonNode> leaves = new LinkedHashMap<>();
        collect("", root, whole, parts, leaves);
        return leaves;
    }

    private static void collect(
            String path, ObjectNode node, Set<String> whole, Set<String> parts, Map<String, JsonNode> leaves) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String below = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
            boolean isPart = parts.contains(below);
            JsonNode value = isPart ? nested(member.getValue()) : member.getValue();
            if (value instanceof ObjectNode object && !whole.contains(below) && (isPart || !object.isEmpty())) {
                collect(below, object, whole, parts, leaves);
            } else {
                leaves.put(below, value);
            }
        }
    }

    /** An object that stands in a text as JSON, its names split as those of the body were; else the value itself. */
    private static JsonNode nested(JsonNode value) {
        ObjectNode split = JsonNodeFactory.instance.objectNode();
        return value.isTextual() && within(value) instanceof ObjectNode object && merge(split, object) ? split : value;
    }

    /** JSON that stands in a text, as lists and objects do in a form; the text itself where it is none. */
    static JsonNode within(JsonNode text) {
        if (!text.isTextual() || text.textValue().isBlank()) {
            return text;
        }
        try {
            return JSON.readTree(text.textValue());
        } catch (JsonProcessingException noJson) {
            return text;
        }
    }
}
