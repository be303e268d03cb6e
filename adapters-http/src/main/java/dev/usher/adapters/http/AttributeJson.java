package dev.usher.adapters.http;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Kind;
import java.util.List;
import java.util.Optional;

/** Writes what is known of a thing as the members of a native answer, each named as in its table; what is not known is null. */
final class AttributeJson {
    private AttributeJson() {}

    /** Adds a member for each attribute of a table. */
    static JsonBytes write(JsonBytes json, List<? extends Attribute<?>> table, Attributes known) {
        table.forEach(attribute -> member(json, attribute, known));
        return json;
    }

    private static <T> void member(JsonBytes json, Attribute<T> attribute, Attributes known) {
        json.member(attribute.name());
        Optional<T> value = known.get(attribute);
        if (value.isEmpty()) {
            json.nothing();
        } else if (value.get() instanceof Boolean flag) {
            json.flag(flag);
        } else if (value.get() instanceof List<?> words) {
            json.beginArray();
            words.forEach(word -> json.text(word.toString()));
            json.endArray();
        } else if (attribute.kind() instanceof Kind.Whole && value.get() instanceof Long number) {
            json.number(number);
        } else {
            json.text(attribute.kind().write(value.get()));
        }
    }
}
