package dev.usher.core.attribute;

import java.util.Optional;

/**
 * One thing that can be said of a concept, such as when an event starts.
 *
 * <p>It is a row of a table: a request's member is read, a rule's argument named and a store's column filled by it, so a
 * name, a limit and a default stand once. Two attributes are the same only when they are one object.
 */
public final class Attribute<T> {
    private final String name;
    private final String path;
    private final Kind<T> kind;
    private final Optional<T> initial;

    private Attribute(String name, String path, Kind<T> kind, Optional<T> initial) {
        this.name = name;
        this.path = path;
        this.kind = kind;
        this.initial = initial;
    }

    /**
     * An attribute that is empty until it is said.
     *
     * @param name in small letters and underscores, unique among the attributes of its concept: the store's column and
     *     the native member
     * @param path where a request says it, such as {@code event.start.utc}
     */
    public static <T> Attribute<T> of(String name, String path, Kind<T> kind) {
        return new Attribute<>(name, path, kind, Optional.empty());
    }

    /** An attribute that has a value also when none was said. */
    public static <T> Attribute<T> of(String name, String path, Kind<T> kind, T initial) {
        return new Attribute<>(name, path, kind, Optional.of(initial));
    }

    public String name() {
        return name;
    }

    public String path() {
        return path;
    }

    public Kind<T> kind() {
        return kind;
    }

    /** The value when none was said. */
    public Optional<T> initial() {
        return initial;
    }

    @Override
    public String toString() {
        return path;
    }
}
