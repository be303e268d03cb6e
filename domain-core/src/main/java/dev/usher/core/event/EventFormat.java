package dev.usher.core.event;

import java.util.List;
import java.util.Optional;

/**
 * What sort of event it is, such as a conference: a public list that everybody shares.
 *
 * @param id as clients know it
 * @param name in English
 * @param shortName for small places
 */
public record EventFormat(long id, String name, String shortName) {
    /** All of them, by id. */
    public static final List<EventFormat> ALL = ReferenceList.read(
            "formats.tsv", columns -> new EventFormat(Long.parseLong(columns[0]), columns[1], columns[2]));

    /** The one of this id. */
    public static Optional<EventFormat> of(long id) {
        return ALL.stream().filter(format -> format.id == id).findFirst();
    }
}
