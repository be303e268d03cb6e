package dev.usher.core.attribute;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of one thing: a value for each attribute that has one. Immutable. */
public final class Attributes {
    /** Nothing said yet. */
    public static final Attributes NONE = new Attributes(Map.of());

    private final Map<Attribute<?>, Object> values;

    private Attributes(Map<Attribute<?>, Object> values) {
        this.values = values;
    }

    /** The value, or the attribute's initial one when none was said. */
    public <T> Optional<T> get(Attribute<T> attribute) {
        Optional<T> said = said(attribute);
        return said.isPresent() ? said : attribute.initial();
    }

    /** The value that was said, if one was. */
    // Only with() puts values in, each under an attribute of its own type.
    @SuppressWarnings("unchecked")
    public <T> Optional<T> said(Attribute<T> attribute) {
        return Optional.ofNullable((T) values.get(attribute));
    }

    /** True when the flag is set, or set from the beginning. */
    public boolean is(Attribute<Boolean> flag) {
        return get(flag).orElse(false);
    }

    /** The attributes that were said, in the order in which they first were. */
    public Set<Attribute<?>> said() {
        return values.keySet();
    }

    /** The same with another value. */
    public <T> Attributes with(Attribute<T> attribute, T value) {
        Map<Attribute<?>, Object> changed = new LinkedHashMap<>(values);
        changed.put(attribute, value);
        return new Attributes(Collections.unmodifiableMap(changed));
    }

    /** The same without a value. */
    public Attributes without(Attribute<?> attribute) {
        if (!values.containsKey(attribute)) {
            return this;
        }
        Map<Attribute<?>, Object> changed = new LinkedHashMap<>(values);
        changed.remove(attribute);
        return new Attributes(Collections.unmodifiableMap(changed));
    }

    /** The same with a value, or without when there is none. */
    public <T> Attributes with(Attribute<T> attribute, Optional<T> value) {
        return value.isPresent() ? with(attribute, value.get()) : without(attribute);
    }

    /** Only what is said of some attributes. */
    public Attributes of(Set<? extends Attribute<?>> some) {
        Map<Attribute<?>, Object> kept = new LinkedHashMap<>(values);
        kept.keySet().retainAll(some);
        return new Attributes(Collections.unmodifiableMap(kept));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attributes attributes && attributes.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
