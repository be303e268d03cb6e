package dev.usher.adapters.persistence;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The long texts of a concept, aside in a table of their own, because an embedded database reads a row as a whole and
 * whoever lists must not read them by the way.
 *
 * @param concept the name of the concept's table
 * @param attributes which attributes are long
 */
record LongTexts(String concept, List<Attribute<String>> attributes) {
    private static final String ADD = """
            INSERT INTO long_text (owner_id, concept, attribute, body)
            VALUES (:owner, :concept, :attribute, :body)""";
    private static final String CHANGE = """
            UPDATE long_text SET body = :body
            WHERE owner_id = :owner AND concept = :concept AND attribute = :attribute""";
    private static final String REMOVE = """
            DELETE FROM long_text
            WHERE owner_id = :owner AND concept = :concept AND attribute = :attribute""";
    private static final String OF_SEVERAL = """
            SELECT owner_id, attribute, body FROM long_text
            WHERE owner_id IN (<owners>) AND concept = :concept""";

    private record Text(long owner, String attribute, String body) {}

    /** What is kept of each of these owners; nothing stands for one of whom nothing is. */
    Map<Long, Attributes> of(Handle handle, Collection<Long> owners) {
        if (attributes.isEmpty() || owners.isEmpty()) {
            return Map.of();
        }
        Map<Long, Attributes> found = new HashMap<>();
        handle.createQuery(OF_SEVERAL)
                .bindList("owners", List.copyOf(owners))
                .bind("concept", concept)
                .map((row, context) ->
                        new Text(row.getLong("owner_id"), row.getString("attribute"), row.getString("body")))
                .forEach(text ->
                        found.merge(text.owner(), with(Attributes.NONE, text), (before, one) -> with(before, text)));
        return found;
    }

    /** Makes what is kept of an owner into what is said; where both are the same, nothing is written. */
    void write(Handle handle, long owner, Attributes before, Attributes after) {
        for (Attribute<String> attribute : attributes) {
            Optional<String> old = before.said(attribute);
            Optional<String> body = after.said(attribute);
            if (!old.equals(body)) {
                String statement = old.isEmpty() ? ADD : body.isEmpty() ? REMOVE : CHANGE;
                handle.createUpdate(statement)
                        .bind("owner", owner)
                        .bind("concept", concept)
                        .bind("attribute", attribute.name())
                        .bind("body", body.orElse(""))
                        .execute();
            }
        }
    }

    private Attributes with(Attributes before, Text text) {
        Optional<Attribute<String>> attribute = attributes.stream()
                .filter(known -> known.name().equals(text.attribute()))
                .findFirst();
        return attribute.map(known -> before.with(known, text.body())).orElse(before);
    }
}
