package dev.usher.adapters.persistence;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Kind;
import dev.usher.core.money.Money;
import dev.usher.core.statistics.InstantText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * How one attribute stands in a row: in one column, or a price in two; empty when nothing was said.
 *
 * @param attribute what it holds
 * @param form how values of its kind are written
 */
record AttributeColumn<T>(Attribute<T> attribute, Form<T> form) {

    /**
     * How values of a kind are written.
     *
     * @param columns the columns, each with what it adds to the attribute's name and the type of what it holds
     */
    record Form<T>(List<Column> columns, Function<T, List<Object>> write, Function<List<Object>, T> read) {}

    record Column(String suffix, Class<?> type) {}

    private static final Form<String> WORDS = form("", String.class, Function.identity(), Function.identity());
    private static final Form<Boolean> FLAG = form("", Boolean.class, Function.identity(), Function.identity());
    private static final Form<Long> NUMBER = form("", Long.class, Function.identity(), Function.identity());
    private static final Form<Instant> MOMENT =
            form("_micros", Long.class, InstantText::microseconds, InstantText::instant);
    private static final Form<Currency> CURRENCY =
            form("", String.class, Currency::getCurrencyCode, Currency::getInstance);
    private static final Form<List<String>> SEVERAL = form(
            "",
            String.class,
            words -> String.join(",", words),
            joined -> joined.isEmpty() ? List.of() : List.of(joined.split(",", -1)));
    private static final Form<Money> PRICE = new Form<>(
            List.of(new Column("_minor", Long.class), new Column("_currency", String.class)),
            price -> List.of(price.minor(), price.currency().getCurrencyCode()),
            values -> new Money((Long) values.get(0), Currency.getInstance((String) values.get(1))));

    static <T> AttributeColumn<T> of(Attribute<T> attribute) {
        return new AttributeColumn<>(attribute, form(attribute.kind()));
    }

    /** The names of its columns. */
    List<String> names() {
        return form.columns.stream()
                .map(column -> attribute.name() + column.suffix)
                .toList();
    }

    /** Says the value, or that there is none, to a statement that names each column as a parameter. */
    void bind(SqlStatement<?> statement, Attributes attributes) {
        Optional<List<Object>> values = attributes.said(attribute).map(form.write);
        List<String> names = names();
        for (int at = 0; at < names.size(); at++) {
            int place = at;
            statement.bindByType(
                    names.get(at), values.map(found -> found.get(place)).orElse(null), form.columns.get(at).type);
        }
    }

    /** The attributes with what the row says of this one. */
    Attributes read(ResultSet row, Attributes others) throws SQLException {
        List<String> names = names();
        List<Object> values = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            Object value = row.getObject(names.get(at), form.columns.get(at).type);
            if (value == null) {
                return others;
            }
            values.add(value);
        }
        return others.with(attribute, form.read.apply(values));
    }

    private static <T, C> Form<T> form(String suffix, Class<C> type, Function<T, C> write, Function<C, T> read) {
        return new Form<>(
                List.of(new Column(suffix, type)),
                value -> List.of(write.apply(value)),
                values -> read.apply(type.cast(values.get(0))));
    }

    // Each kind has the form of its own values, which the compiler cannot follow.
    @SuppressWarnings("unchecked")
    private static <T> Form<T> form(Kind<T> kind) {
        if (kind instanceof Kind.Flag) {
            return (Form<T>) FLAG;
        }
        if (kind instanceof Kind.Whole || kind instanceof Kind.Reference) {
            return (Form<T>) NUMBER;
        }
        if (kind instanceof Kind.Moment) {
            return (Form<T>) MOMENT;
        }
        if (kind instanceof Kind.CurrencyCode) {
            return (Form<T>) CURRENCY;
        }
        if (kind instanceof Kind.Price) {
            return (Form<T>) PRICE;
        }
        return kind instanceof Kind.Choices ? (Form<T>) SEVERAL : (Form<T>) WORDS;
    }
}
