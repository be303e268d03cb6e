package dev.usher.adapters.persistence;

import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.EventOrder;
import dev.usher.core.listing.PageRequest;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Finds the numbers of the events of a page, and how many match, without reading what does not match as far as it goes.
 *
 * <pre>
 *   no part of a name      the index of the order, from its beginning to the end of the page;
 *                          the total from the counts, or counted where they do not tell
 *   found in few names     the names, from the first to the last; then those few, sorted
 *   found in many names    the index of the order as above, each name looked up and looked at: a page is soon full;
 *                          the names, from the first to the last, for the total
 * </pre>
 *
 * @param handle the connection of the transaction
 * @param dialect what the database says differently
 * @param counts how many events there are
 */
record EventPages(Handle handle, Dialect dialect, EventCounts counts) {
    /** How many names are few: as many rows as the index is then walked for a page of 50 among 100,000. */
    private static final int FEW = 2_000;

    private static final String NAMED = "POSITION(CAST(:part AS VARCHAR(510)) IN %s.listed_name) > 0";

    /** The numbers of a page's events in their order, and how many there are on all pages. */
    record Found(List<Long> ids, long total) {}

    /** The page that a listing asks for. */
    Found find(EventListing listing) {
        EventConditions asked = new EventConditions(listing);
        return asked.namePart().map(part -> named(listing, asked, part)).orElseGet(() -> any(listing, asked));
    }

    private Found any(EventListing listing, EventConditions asked) {
        Conditions conditions = asked.allButName();
        List<Long> ids = walk(conditions, listing.order(), listing.page());
        return new Found(
                ids,
                isLast(ids, listing.page())
                        ? listing.page().offset() + ids.size()
                        : asked.isToldByBucket()
                                ? counts.of(handle, listing.organization(), asked::wants)
                                : count("event_listing e", conditions));
    }

    private Found named(EventListing listing, EventConditions asked, String part) {
        List<Long> few = namedAlike(listing, asked, part);
        return few.size() <= FEW ? amongFew(listing, asked, few) : amongMany(listing, asked, part);
    }

    private Found amongFew(EventListing listing, EventConditions asked, List<Long> few) {
        if (few.isEmpty()) {
            return new Found(List.of(), 0);
        }
        Conditions conditions = asked.ofOneOrganization().and("e.id IN (<few>)");
        List<Long> sorted;
        try (Query query = handle.createQuery(
                "SELECT e.id FROM event_listing e" + conditions.where() + orderBy(listing.order()))) {
            sorted = query.bindMap(conditions.parameters())
                    .bindList("few", few)
                    .mapTo(Long.class)
                    .list();
        }
        int from = (int) Math.min(sorted.size(), listing.page().offset());
        int to = Math.min(sorted.size(), from + listing.page().size());
        return new Found(List.copyOf(sorted.subList(from, to)), sorted.size());
    }

    private Found amongMany(EventListing listing, EventConditions asked, String part) {
        Conditions conditions = asked.allButName()
                .and(
                        "EXISTS (SELECT 1 FROM event_search n WHERE n.organization_id = e.organization_id"
                                + " AND n.id = e.id AND " + NAMED.formatted("n") + ")",
                        "part",
                        part);
        List<Long> ids = walk(conditions, listing.order(), listing.page());
        long total = isLast(ids, listing.page())
                ? listing.page().offset() + ids.size()
                : asked.isToldByBucket() && asked.wantsAnyStatus()
                        ? count("event_search n", namesAlike(listing, asked, part))
                        : count("event_listing e", asked.allButName().and(NAMED.formatted("e"), "part", part));
        return new Found(ids, total);
    }

    // The key is said to be at least the first there is, so that the database sees which index is meant.
    private List<Long> walk(Conditions conditions, EventOrder order, PageRequest page) {
        Conditions fromTheFirst = conditions
                .copy()
                .and(
                        "e." + key(order) + " >= :first",
                        "first",
                        key(order).equals("listed_name") ? "" : ListedEvent.FIRST)
                .with("size", page.size())
                .with("offset", page.offset());
        String sql = "SELECT e.id FROM event_listing e" + fromTheFirst.where() + orderBy(order)
                + " LIMIT :size OFFSET :offset " + dialect.inOrderOfIndex();
        try (Query query = handle.createQuery(sql)) {
            return query.bindMap(fromTheFirst.parameters()).mapTo(Long.class).list();
        }
    }

    private List<Long> namedAlike(EventListing listing, EventConditions asked, String part) {
        Conditions conditions = namesAlike(listing, asked, part).with("most", FEW + 1);
        try (Query query =
                handle.createQuery("SELECT n.id FROM event_search n" + conditions.where() + " LIMIT :most")) {
            return query.bindMap(conditions.parameters()).mapTo(Long.class).list();
        }
    }

    private static Conditions namesAlike(EventListing listing, EventConditions asked, String part) {
        Conditions conditions = new Conditions()
                .and("n.organization_id = :organization", "organization", listing.organization())
                .and(NAMED.formatted("n"), "part", part);
        asked.series("n").forEach(conditions::and);
        return conditions;
    }

    private long count(String table, Conditions conditions) {
        try (Query query = handle.createQuery("SELECT COUNT(*) FROM " + table + conditions.where())) {
            return query.bindMap(conditions.parameters()).mapTo(Long.class).one();
        }
    }

    /** True when nothing can follow the page, so that its end tells how many there are. */
    private static boolean isLast(List<Long> ids, PageRequest page) {
        return ids.size() < page.size() && (page.number() == 1 || !ids.isEmpty());
    }

    private static String orderBy(EventOrder order) {
        String direction = order.isDescending() ? " DESC" : "";
        return " ORDER BY e.organization_id" + direction + ", e." + key(order) + direction + ", e.id" + direction;
    }

    private static String key(EventOrder order) {
        return switch (order) {
            case START_ASC -> "starts_or_last";
            case START_DESC -> "starts_or_first";
            case CREATED_ASC -> "created_or_last";
            case CREATED_DESC -> "created_or_first";
            case NAME_ASC, NAME_DESC -> "listed_name";
        };
    }
}
