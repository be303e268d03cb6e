package dev.usher.core.attribute;

import dev.usher.core.rule.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a request says of a thing: for each attribute it mentions, a value, that it shall have none, or something unreadable. */
public final class Change {
    /** A request that says nothing. */
    public static final Change NONE = new Change(Map.of());

    private final Map<Attribute<?>, Field<?>> fields;

    private Change(Map<Attribute<?>, Field<?>> fields) {
        this.fields = fields;
    }

    /** What is said of an attribute; absent when it is not mentioned. */
    // Only with() puts fields in, each under an attribute of its own type.
    @SuppressWarnings("unchecked")
    public <T> Field<T> field(Attribute<T> attribute) {
        Field<T> field = (Field<T>) fields.get(attribute);
        return field == null ? Field.absent() : field;
    }

    /** The attributes that are mentioned, in the order of the request. */
    public Set<Attribute<?>> mentioned() {
        return fields.keySet();
    }

    public boolean mentions(Attribute<?> attribute) {
        return fields.containsKey(attribute);
    }

    /** The same, saying this as well; a value that is none of its kind counts as unreadable, whoever says it. */
    public <T> Change with(Attribute<T> attribute, Field<T> field) {
        Map<Attribute<?>, Field<?>> more = new LinkedHashMap<>(fields);
        if (field.isAbsent()) {
            more.remove(attribute);
        } else {
            more.put(
                    attribute,
                    field instanceof Field.Said<T> said ? attribute.kind().judge(said.value()) : field);
        }
        return new Change(Collections.unmodifiableMap(more));
    }

    /** The same, saying a value. */
    public <T> Change with(Attribute<T> attribute, T value) {
        return with(attribute, Field.said(value));
    }

    /**
     * The same, where it is sure to say only what may be said here.
     *
     * @throws IllegalArgumentException when it says more, which no request can
     */
    public Change among(List<Attribute<?>> allowed) {
        if (!allowed.containsAll(fields.keySet())) {
            throw new IllegalArgumentException(fields.keySet() + " says more than may be said here: " + allowed);
        }
        return this;
    }

    /** What a thing becomes by this; what is unreadable stays as it was, for a rule has refused it. */
    public Attributes appliedTo(Attributes before) {
        Attributes after = before;
        for (Attribute<?> attribute : fields.keySet()) {
            after = applied(attribute, after);
        }
        return after;
    }

    private <T> Attributes applied(Attribute<T> attribute, Attributes before) {
        Field<T> field = field(attribute);
        if (field instanceof Field.Said<T> said) {
            return before.with(attribute, said.value());
        }
        return field instanceof Field.Cleared<T> ? before.without(attribute) : before;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Change change && change.fields.equals(fields);
    }

    @Override
    public int hashCode() {
        return fields.hashCode();
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
