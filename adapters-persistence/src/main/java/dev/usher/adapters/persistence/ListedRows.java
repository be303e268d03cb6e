package dev.usher.adapters.persistence;

import dev.usher.core.listing.PageRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The short rows of a table that is there for lists, which conditions call {@code l}.
 *
 * @param handle the connection of the transaction
 * @param dialect what the database says differently
 * @param table the table
 */
record ListedRows(Handle handle, Dialect dialect, String table) {
    /** How many rows are few: as many as an index is walked along for a page of 50 among 100,000. */
    private static final int FEW = 2_000;

    /** The numbers of a page's rows in their order, and how many there are on all pages. */
    record Found(List<Long> ids, long total) {}

    /**
     * The order of an index, forwards or backwards: by organization, by a column, by number.
     *
     * @param first what no row has a lesser value than
     */
    record Order(String column, Object first, boolean isDescending) {

        /** An order by a number, or by the row's own. */
        static Order byNumber(String column, boolean isDescending) {
            return new Order(column, ListedEvent.FIRST, isDescending);
        }

        private String clause() {
            return Stream.of("organization_id", column, "id")
                    .distinct()
                    .map(key -> "l." + key + (isDescending ? " DESC" : ""))
                    .collect(Collectors.joining(", ", " ORDER BY ", ""));
        }
    }

    /** A page found along the index of an order; {@code all} counts on all pages, where the page does not tell. */
    Found page(Conditions conditions, Order order, PageRequest page, LongSupplier all) {
        List<Long> ids = walk(conditions, order, page);
        boolean isLast = ids.size() < page.size() && (page.number() == 1 || !ids.isEmpty());
        return new Found(ids, isLast ? page.offset() + ids.size() : all.getAsLong());
    }

    // The key is said to be at least the first there is, so that the database sees which index is meant.
    private List<Long> walk(Conditions conditions, Order order, PageRequest page) {
        Conditions fromTheFirst = conditions
                .copy()
                .and("l." + order.column() + " >= :first", "first", order.first())
                .with("size", page.size())
                .with("offset", page.offset());
        return ids(fromTheFirst, order.clause() + " LIMIT :size OFFSET :offset " + dialect.inOrderOfIndex());
    }

    /** The numbers of the rows that match, in any order, where they are few. */
    Optional<List<Long>> few(Conditions conditions) {
        List<Long> ids = ids(conditions.copy().with("most", FEW + 1), " LIMIT :most");
        return Optional.of(ids).filter(found -> found.size() <= FEW);
    }

    /** A page of those among few rows that match, all of which are sorted. */
    Found page(List<Long> few, Conditions conditions, Order order, PageRequest page) {
        if (few.isEmpty()) {
            return new Found(List.of(), 0);
        }
        List<Long> sorted = ids(conditions.copy().in("l.id", few), order.clause());
        int from = (int) Math.min(sorted.size(), page.offset());
        int to = Math.min(sorted.size(), from + page.size());
        return new Found(List.copyOf(sorted.subList(from, to)), sorted.size());
    }

    /** How many rows match. */
    long count(Conditions conditions) {
        try (Query query = handle.createQuery("SELECT COUNT(*) FROM " + table + " l" + conditions.where())) {
            return query.bindMap(conditions.parameters()).mapTo(Long.class).one();
        }
    }

    private List<Long> ids(Conditions conditions, String end) {
        try (Query query = handle.createQuery("SELECT l.id FROM " + table + " l" + conditions.where() + end)) {
            return query.bindMap(conditions.parameters()).mapTo(Long.class).list();
        }
    }
}
