package dev.usher.adapters.persistence;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/**
 * The table of a concept: its number in the column {@code key}, its version, what else identifies it, and a column for
 * each attribute. All statements are made by walking the attributes.
 *
 * @param <T> the concept
 */
final class ConceptTable<T> {
    private final String name;
    private final String key;
    private final AttributeColumns columns;
    private final LongTexts texts;
    private final Making<T> making;
    private final String selection;

    /** Reads what identifies a row, and makes the concept of it once all that is known of it is together. */
    interface Making<T> {
        Function<Attributes, T> of(ResultSet row) throws SQLException;
    }

    private record Row<T>(long id, Attributes attributes, Function<Attributes, T> made) {}

    /**
     * A table.
     *
     * @param identity the columns that identify a row, the key among them; the version is always there
     */
    ConceptTable(String name, String key, List<String> identity, List<Attribute<?>> attributes, Making<T> making) {
        this.name = name;
        this.key = key;
        this.columns = new AttributeColumns(attributes);
        this.texts = new LongTexts(name, columns.aside());
        this.making = making;
        this.selection = Stream.of(identity, List.of("version"), columns.names())
                .flatMap(List::stream)
                .map(column -> "c." + column)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + name + " c "));
    }

    /** Adds a row of version 1; {@code others} are all columns that are no attributes. */
    void add(Handle handle, long id, Map<String, ?> others, Attributes attributes) {
        List<String> all = Stream.concat(others.keySet().stream(), columns.names().stream())
                .toList();
        String sql = "INSERT INTO " + name + " (version, " + String.join(", ", all) + ") VALUES (1, "
                + all.stream().map(column -> ":" + column).collect(Collectors.joining(", ")) + ")";
        try (Update update = handle.createUpdate(sql)) {
            columns.bind(update.bindMap(others), attributes);
            update.execute();
        }
        texts.write(handle, id, Attributes.NONE, attributes);
    }

    /**
     * Puts other attributes into the row of a version, which becomes one greater.
     *
     * @param identity which row it must be
     * @param derived columns that are no attributes and follow from them
     * @return false when there is no such row of that version
     */
    boolean replace(
            Handle handle, long id, long version, Map<String, ?> identity, Map<String, ?> derived, Attributes changed) {
        String sql = Stream.concat(derived.keySet().stream(), columns.names().stream())
                .map(column -> column + " = :" + column)
                .collect(Collectors.joining(", ", "UPDATE " + name + " SET version = version + 1, ", ""));
        String where = identity.keySet().stream()
                .map(column -> " AND " + column + " = :identity_" + column)
                .collect(Collectors.joining("", " WHERE version = :identity_version", ""));
        try (Update update = handle.createUpdate(sql + where)) {
            identity.forEach((column, value) -> update.bind("identity_" + column, value));
            columns.bind(update.bindMap(derived).bind("identity_version", version), changed);
            if (update.execute() == 0) {
                return false;
            }
        }
        texts.write(handle, id, texts.of(handle, List.of(id)).getOrDefault(id, Attributes.NONE), changed);
        return true;
    }

    /** Removes a row and its long texts; false when there is none. */
    boolean remove(Handle handle, long id, Map<String, ?> identity) {
        String where = identity.keySet().stream()
                .map(column -> column + " = :" + column)
                .collect(Collectors.joining(" AND ", " WHERE ", ""));
        try (Update update = handle.createUpdate("DELETE FROM " + name + where)) {
            if (update.bindMap(identity).execute() == 0) {
                return false;
            }
        }
        texts.write(handle, id, texts.of(handle, List.of(id)).getOrDefault(id, Attributes.NONE), Attributes.NONE);
        return true;
    }

    /** The rows of a condition, whose table is called {@code c}, with their long texts. */
    List<T> where(Handle handle, String condition, Map<String, ?> parameters) {
        try (Query query = handle.createQuery(selection + condition)) {
            return List.copyOf(read(handle, query.bindMap(parameters)).values());
        }
    }

    /** The rows of these numbers, in their order; a number that no row has is left out. */
    List<T> of(Handle handle, List<Long> ids) {
        Map<Long, T> found = find(handle, key, ids, "");
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    /** The rows that have one of some numbers in a column, in an order. */
    List<T> in(Handle handle, String column, List<Long> numbers, String order) {
        return List.copyOf(find(handle, column, numbers, order).values());
    }

    private Map<Long, T> find(Handle handle, String column, List<Long> numbers, String order) {
        if (numbers.isEmpty()) {
            return Map.of();
        }
        try (Query query = handle.createQuery(selection + "WHERE c." + column + " IN (<numbers>)" + order)) {
            return read(handle, query.bindList("numbers", numbers));
        }
    }

    /** A page of an organization's rows, by number. */
    Page<T> page(Handle handle, long organization, PageRequest page) {
        long total = handle.createQuery("SELECT COUNT(*) FROM " + name + " WHERE organization_id = :organization")
                .bind("organization", organization)
                .mapTo(Long.class)
                .one();
        String condition = "WHERE c.organization_id = :organization ORDER BY c.organization_id, c." + key
                + " LIMIT :size OFFSET :offset";
        List<T> items = where(
                handle, condition, Map.of("organization", organization, "size", page.size(), "offset", page.offset()));
        return new Page<>(items, total, page);
    }

    private Map<Long, T> read(Handle handle, Query query) {
        List<Row<T>> rows = query.map((row, context) -> new Row<>(row.getLong(key), columns.read(row), making.of(row)))
                .list();
        Map<Long, Attributes> aside =
                texts.of(handle, rows.stream().map(Row::id).toList());
        Map<Long, T> found = new LinkedHashMap<>();
        rows.forEach(row -> found.put(
                row.id(), row.made().apply(together(row.attributes(), aside.getOrDefault(row.id(), Attributes.NONE)))));
        return found;
    }

    private Attributes together(Attributes inRow, Attributes aside) {
        Attributes all = inRow;
        for (Attribute<String> attribute : columns.aside()) {
            all = all.with(attribute, aside.said(attribute));
        }
        return all;
    }
}
