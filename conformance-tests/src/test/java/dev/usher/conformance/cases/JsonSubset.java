package dev.usher.conformance.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether an answer says at least what was expected of it.
 *
 * <p>Objects are compared member by member, so an answer may say more; arrays by length and element; numbers by value. The
 * text {@code *} stands for anything but null, {@code <absent>} for a member that must not be there.
 */
final class JsonSubset {
    private static final String ANYTHING = "*";
    private static final String ABSENT = "<absent>";

    private final List<String> differences = new ArrayList<>();

    private JsonSubset() {}

    /** What of the expectation the answer does not meet, each with where; empty when it meets all. */
    static List<String> differences(JsonNode expected, JsonNode actual) {
        JsonSubset subset = new JsonSubset();
        subset.compare("", expected, actual);
        return List.copyOf(subset.differences);
    }

    private void compare(String where, JsonNode expected, JsonNode actual) {
        if (isWord(expected, ABSENT)) {
            require(actual.isMissingNode(), where, "nothing", actual);
        } else if (isWord(expected, ANYTHING)) {
            require(!actual.isMissingNode() && !actual.isNull(), where, "anything", actual);
        } else if (expected.isObject() && actual.isObject()) {
            expected.fieldNames()
                    .forEachRemaining(name -> compare(where + "/" + name, expected.path(name), actual.path(name)));
        } else if (expected.isArray() && actual.isArray()) {
            compareElements(where, expected, actual);
        } else {
            require(isSame(expected, actual), where, expected.toString(), actual);
        }
    }

    private void compareElements(String where, JsonNode expected, JsonNode actual) {
        if (expected.size() != actual.size()) {
            require(false, where, expected.size() + " elements, " + expected, actual);
            return;
        }
        for (int at = 0; at < expected.size(); at++) {
            compare(where + "/" + at, expected.get(at), actual.get(at));
        }
    }

    private void require(boolean holds, String where, String expected, JsonNode actual) {
        if (!holds) {
            differences.add((where.isEmpty() ? "the answer" : where) + ": expected " + expected + ", was "
                    + (actual.isMissingNode() ? "absent" : actual.toString()));
        }
    }

    private static boolean isSame(JsonNode expected, JsonNode actual) {
        return (expected.isNumber() && actual.isNumber())
                ? expected.decimalValue().compareTo(actual.decimalValue()) == 0
                : expected.equals(actual);
    }

    private static boolean isWord(JsonNode expected, String word) {
        return expected.isTextual() && expected.textValue().equals(word);
    }
}
