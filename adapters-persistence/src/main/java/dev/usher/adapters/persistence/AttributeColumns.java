package dev.usher.adapters.persistence;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.statement.SqlStatement;

/** The attributes of a concept as columns of its table; what may be long stands aside, see {@link LongTexts}. */
final class AttributeColumns {
    private final List<AttributeColumn<?>> columns;
    private final List<Attribute<String>> aside;
    private final Set<Attribute<?>> all;
    private final List<String> names;

    AttributeColumns(List<Attribute<?>> attributes) {
        this.aside = attributes.stream()
                .filter(AttributeColumns::isLong)
                .map(AttributeColumns::text)
                .toList();
        List<AttributeColumn<?>> inRow = new ArrayList<>();
        attributes.stream()
                .filter(attribute -> !isLong(attribute))
                .forEach(attribute -> inRow.add(AttributeColumn.of(attribute)));
        this.columns = List.copyOf(inRow);
        this.all = new HashSet<>(attributes);
        this.names = columns.stream().flatMap(column -> column.names().stream()).toList();
    }

    /** The names of all columns. */
    List<String> names() {
        return names;
    }

    /** The attributes whose values stand aside. */
    List<Attribute<String>> aside() {
        return aside;
    }

    /** Says the values to a statement that names each column as a parameter. */
    void bind(SqlStatement<?> statement, Attributes attributes) {
        attributes.said().stream()
                .filter(said -> !all.contains(said))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new IllegalArgumentException("no column keeps " + unknown);
                });
        columns.forEach(column -> column.bind(statement, attributes));
    }

    /** What the row says. */
    Attributes read(ResultSet row) throws SQLException {
        Attributes read = Attributes.NONE;
        for (AttributeColumn<?> column : columns) {
            read = column.read(row, read);
        }
        return read;
    }

    private static boolean isLong(Attribute<?> attribute) {
        return attribute.kind() instanceof Kind.Text text && text.longest() > Kind.Text.SHORT;
    }

    // Only texts are long.
    @SuppressWarnings("unchecked")
    private static Attribute<String> text(Attribute<?> attribute) {
        return (Attribute<String>) attribute;
    }
}
