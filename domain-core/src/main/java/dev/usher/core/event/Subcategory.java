package dev.usher.core.event;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an event is about more closely, such as jazz.
 *
 * @param id as clients know it
 * @param name in English
 * @param category id of the category it belongs to
 */
public record Subcategory(long id, String name, long category) {
    /** All of them, by id. */
    public static final List<Subcategory> ALL = ReferenceList.read(
            "subcategories.tsv",
            columns -> new Subcategory(Long.parseLong(columns[0]), columns[1], Long.parseLong(columns[2])));

    private static final Map<Long, Subcategory> BY_ID =
            ALL.stream().collect(toUnmodifiableMap(Subcategory::id, Function.identity()));

    /** The one of this id. */
    public static Optional<Subcategory> of(long id) {
        return Optional.ofNullable(BY_ID.get(id));
    }
}
