package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.SHAPE;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.usher.core.rule.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How JSON from outside is read: as a stream, as UTF-8 and nothing else, and with a bound on everything. */
final class JsonText {
    private static final int MOST_DEPTH = 32;
    private static final int LONGEST_TEXT = 64 * 1_024;
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 1_000;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MOST_DEPTH)
                    .maxStringLength(LONGEST_TEXT)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxNameLength(LONGEST_NAME)
                    .build())
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private JsonText() {}

    /**
     * Why the text cannot be read, in words for its sender.
     *
     * @param firstLine the number of the line with which the text begins
     */
    static Violation fault(JsonProcessingException broken, String path, long firstLine) {
        JsonLocation location = broken.getLocation();
        String place = location == null
                ? ""
                : " at line " + (firstLine + location.getLineNr() - 1) + ", column " + location.getColumnNr();
        if (broken instanceof StreamConstraintsException) {
            return new Violation(
                    SHAPE,
                    "JSON_LIMIT",
                    path,
                    "the JSON goes beyond a limit" + place + "; expected at most " + MOST_DEPTH + " levels, texts of "
                            + LONGEST_TEXT + " characters, numbers of " + LONGEST_NUMBER + " digits and names of "
                            + LONGEST_NAME + " characters");
        }
        return new Violation(
                SHAPE, "MALFORMED_JSON", path, "the JSON is not well-formed" + place + ": " + reason(broken));
    }

    /** What kind of value a token begins, in words. */
    static String kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "nothing";
        };
    }

    /** A name fit for a message and a path: cut where it is long, control characters made visible. */
    static String shown(String name) {
        String cut = name.length() <= 60 ? name : name.substring(0, 60) + "…";
        return cut.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    /** The parser's own words, without what only a programmer needs. */
    private static String reason(JsonProcessingException broken) {
        String message = String.valueOf(broken.getOriginalMessage());
        int source = message.indexOf(" (start marker");
        String cut = source < 0 ? message : message.substring(0, source);
        return cut.contains("`") || cut.contains("Source:") || cut.contains("Exception") || cut.contains(".java")
                ? "expected JSON as RFC 8259 has it"
                : shownWhole(cut);
    }

    private static String shownWhole(String text) {
        String cut = text.length() <= 300 ? text : text.substring(0, 300) + "…";
        return cut.replaceAll("\\p{Cntrl}", "\uFFFD");
    }

    /** A parser over a part of a body. */
    static JsonParser parser(byte[] body, int from, int length) {
        try {
            return FACTORY.createParser(body, from, length);
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }
}
