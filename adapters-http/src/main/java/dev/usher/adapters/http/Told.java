package dev.usher.adapters.http;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Change;
import dev.usher.core.rule.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What an object in a native request says: each member's value as text, empty where it is null.
 *
 * @param values by name, in the order of the request
 * @param refused the members that it should not have so, of which nobody knows what they say
 */
record Told(Map<String, Optional<String>> values, Set<String> refused) {
    Told {
        values = new LinkedHashMap<>(values);
        refused = Set.copyOf(refused);
    }

    /** A member's text; empty when it is left out or null. */
    Optional<String> text(String name) {
        return values.getOrDefault(name, Optional.empty());
    }

    /** A member as a field: absent, cleared, or what is read of its text; unreadable where it was refused. */
    <T> Field<T> field(String name, Function<String, Field<T>> read) {
        if (refused.contains(name)) {
            return Field.unreadable("", "expected another form");
        }
        Optional<String> value = values.get(name);
        if (value == null) {
            return Field.absent();
        }
        return value.map(read).orElseGet(Field::cleared);
    }

    /** What it says of these attributes, each named as in its table. */
    Change change(List<? extends Attribute<?>> attributes) {
        Change change = Change.NONE;
        for (Attribute<?> attribute : attributes) {
            change = with(change, attribute);
        }
        return change;
    }

    private <T> Change with(Change change, Attribute<T> attribute) {
        return change.with(attribute, field(attribute.name(), attribute.kind()::read));
    }
}
