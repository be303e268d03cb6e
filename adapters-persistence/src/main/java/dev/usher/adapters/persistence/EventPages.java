package dev.usher.adapters.persistence;

import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.EventOrder;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

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
    /** The page that a listing asks for. */
    ListedRows.Found find(EventListing listing) {
        EventConditions asked = new EventConditions(listing, "id");
        return asked.namePart().map(part -> named(listing, asked, part)).orElseGet(() -> any(listing, asked));
    }

    private ListedRows.Found any(EventListing listing, EventConditions asked) {
        Conditions conditions = asked.allButName();
        return events().page(
                        conditions,
                        order(listing.order()),
                        listing.page(),
                        () -> asked.isToldByBucket()
                                ? counts.events(handle, listing.organization(), asked::wants)
                                : events().count(conditions));
    }

    private ListedRows.Found named(EventListing listing, EventConditions asked, NamePart part) {
        Optional<List<Long>> few = names().few(namesAlike(listing, asked, part));
        return few.map(ids -> events().page(ids, asked.ofOneOrganization(), order(listing.order()), listing.page()))
                .orElseGet(() -> namedByMany(listing, asked, part));
    }

    private ListedRows.Found namedByMany(EventListing listing, EventConditions asked, NamePart part) {
        Conditions conditions = asked.allButName()
                .and(
                        "EXISTS (SELECT 1 FROM event_search n WHERE n.organization_id = l.organization_id"
                                + " AND n.id = l.id AND " + NamePart.in("n.listed_name", "part") + ")",
                        "part",
                        part.listed());
        return events().page(
                        conditions,
                        order(listing.order()),
                        listing.page(),
                        () -> asked.isToldByBucket() && asked.wantsAnyStatus()
                                ? names().count(namesAlike(listing, asked, part))
                                : events().count(asked.allButName()
                                        .and(NamePart.in("l.listed_name", "part"), "part", part.listed())));
    }

    private static Conditions namesAlike(EventListing listing, EventConditions asked, NamePart part) {
        Conditions conditions = new Conditions()
                .and("l.organization_id = :organization", "organization", listing.organization())
                .and(NamePart.in("l.listed_name", "part"), "part", part.listed());
        asked.series().forEach(conditions::and);
        return conditions;
    }

    private ListedRows events() {
        return new ListedRows(handle, dialect, "event_listing");
    }

    private ListedRows names() {
        return new ListedRows(handle, dialect, "event_search");
    }

    private static ListedRows.Order order(EventOrder order) {
        boolean isDescending = order.isDescending();
        return switch (order) {
            case START_ASC -> ListedRows.Order.byNumber("starts_or_last", isDescending);
            case START_DESC -> ListedRows.Order.byNumber("starts_or_first", isDescending);
            case CREATED_ASC -> ListedRows.Order.byNumber("created_or_last", isDescending);
            case CREATED_DESC -> ListedRows.Order.byNumber("created_or_first", isDescending);
            case NAME_ASC, NAME_DESC -> new ListedRows.Order("listed_name", "", isDescending);
        };
    }
}
