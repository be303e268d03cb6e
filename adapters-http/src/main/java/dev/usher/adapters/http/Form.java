package dev.usher.adapters.http;

import com.fasterxml.jackson.core.JsonToken;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What sort of JSON value a member of a native request has; null takes any of them away. */
enum Form {
    TEXT("a text in double quotes"),
    FLAG("true or false"),
    /** Of any text or number a rule says whether it is a whole one within bounds, and shows it. */
    NUMBER("a whole number"),
    ID("an id, as a text or a number"),
    TEXTS("an array of texts");

    private final String expected;

    Form(String expected) {
        this.expected = expected;
    }

    /** What is right, in words. */
    String expected() {
        return expected;
    }

    /** True when a value that begins with this token is of this form; what stands in an array is looked at later. */
    boolean admits(JsonToken token) {
        return switch (token) {
            case VALUE_NULL -> true;
            case VALUE_STRING -> this == TEXT || this == ID || this == NUMBER;
            case VALUE_NUMBER_INT -> this == NUMBER || this == ID;
            case VALUE_NUMBER_FLOAT -> this == NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> this == FLAG;
            case START_ARRAY -> this == TEXTS;
            default -> false;
        };
    }

    /** The form of an attribute's value. */
    static Form of(Kind<?> kind) {
        if (kind instanceof Kind.Flag) {
            return FLAG;
        }
        if (kind instanceof Kind.Whole) {
            return NUMBER;
        }
        if (kind instanceof Kind.Reference) {
            return ID;
        }
        return kind instanceof Kind.Choices ? TEXTS : TEXT;
    }

    /** The members of a request that says these attributes, each by its name. */
    static Map<String, Form> of(List<? extends Attribute<?>> attributes) {
        Map<String, Form> forms = new LinkedHashMap<>();
        attributes.forEach(attribute -> forms.put(attribute.name(), of(attribute.kind())));
        return forms;
    }
}
