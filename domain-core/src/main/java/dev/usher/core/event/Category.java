package dev.usher.core.event;

import java.util.List;
import java.util.Optional;

/**
 * What an event is about, such as music: a public list that everybody shares.
 *
 * @param id as clients know it
 * @param name in English
 * @param shortName for small places
 */
public record Category(long id, String name, String shortName) {
    /** All of them, in the order in which they are offered. */
    public static final List<Category> ALL = ReferenceList.read(
            "categories.tsv", columns -> new Category(Long.parseLong(columns[0]), columns[1], columns[2]));

    /** The one of this id. */
    public static Optional<Category> of(long id) {
        return ALL.stream().filter(category -> category.id == id).findFirst();
    }

    /** What it is divided into. */
    public List<Subcategory> subcategories() {
        return Subcategory.ALL.stream()
                .filter(subcategory -> subcategory.category() == id)
                .toList();
    }
}
