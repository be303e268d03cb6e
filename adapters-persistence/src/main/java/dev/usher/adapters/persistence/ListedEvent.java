package dev.usher.adapters.persistence;

import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.listing.ListedName;
import dev.usher.core.statistics.InstantText;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * What lists of events are filtered and sorted by: a short row for each event that was not deleted, and another where it
 * is counted for an organizer.
 *
 * @param bucket what it is counted among
 * @param starts in microseconds since 1970, likewise the others
 * @param giver the organizer it is counted for; empty while not everybody may see it, and for a series
 */
record ListedEvent(
        EventCounts.Bucket bucket,
        long id,
        String name,
        boolean isPaidOut,
        Optional<Long> starts,
        Optional<Long> ends,
        Optional<Long> created,
        Optional<String> currency,
        Optional<Long> venue,
        Optional<String> group,
        Optional<Long> giver) {
    /** Stands for an instant that is missing, where it shall be the last of all. */
    static final long LAST = Long.MAX_VALUE;

    /** Stands for an instant that is missing, where it shall be the first of all. */
    static final long FIRST = Long.MIN_VALUE;

    private static final String FIND = """
            SELECT e.organization_id, e.id, e.listed_name, e.state, e.is_series_parent, e.is_occurrence, e.is_paid_out,
                e.starts_or_last, e.ends_or_last, e.created_or_last, e.currency, e.venue_id, e.event_group_id,
                g.organizer_id
            FROM event_listing e LEFT JOIN given_event g ON g.id = e.id WHERE e.id = :id""";
    private static final String ADD = """
            INSERT INTO event_listing (organization_id, id, listed_name, state, is_series_parent, is_occurrence,
                is_paid_out, starts_or_last, starts_or_first, ends_or_last, created_or_last, created_or_first, currency,
                venue_id, event_group_id)
            VALUES (:organization, :id, :name, :state, :parent, :occurrence,
                :paidOut, :startsOrLast, :startsOrFirst, :endsOrLast, :createdOrLast, :createdOrFirst, :currency,
                :venue, :group)""";
    private static final String ADD_NAME = """
            INSERT INTO event_search (organization_id, id, listed_name, is_series_parent, is_occurrence)
            VALUES (:organization, :id, :name, :parent, :occurrence)""";
    private static final String ADD_GIVEN = """
            INSERT INTO given_event (organization_id, organizer_id, id, ends_or_last)
            VALUES (:organization, :giver, :id, :endsOrLast)""";
    private static final String REMOVE = "DELETE FROM event_listing WHERE id = :id";
    private static final String REMOVE_NAME =
            "DELETE FROM event_search WHERE organization_id = :organization AND id = :id";
    private static final String REMOVE_GIVEN = "DELETE FROM given_event WHERE id = :id";

    private static final RowMapper<ListedEvent> LISTED = (row, context) -> new ListedEvent(
            EventCounts.bucket(row),
            row.getLong("id"),
            row.getString("listed_name"),
            row.getBoolean("is_paid_out"),
            known(row.getLong("starts_or_last")),
            known(row.getLong("ends_or_last")),
            known(row.getLong("created_or_last")),
            Optional.ofNullable(row.getString("currency")),
            Optional.ofNullable(row.getObject("venue_id", Long.class)),
            Optional.ofNullable(row.getString("event_group_id")),
            Optional.ofNullable(row.getObject("organizer_id", Long.class)));

    /** How an event is listed; empty when it was deleted. */
    static Optional<ListedEvent> of(Event event) {
        String state = event.get(EventAttributes.STATE).orElseThrow();
        return state.equals("deleted") ? Optional.empty() : Optional.of(listed(event, state));
    }

    private static ListedEvent listed(Event event, String state) {
        return new ListedEvent(
                new EventCounts.Bucket(
                        event.ref().organization(),
                        state,
                        event.isSeriesParent(),
                        event.series().isPresent()),
                event.ref().event(),
                ListedName.of(event.seenName()),
                event.is(EventAttributes.PAID_OUT),
                event.get(EventAttributes.START).map(InstantText::microseconds),
                event.get(EventAttributes.END).map(InstantText::microseconds),
                event.get(EventAttributes.CREATED_AT).map(InstantText::microseconds),
                event.get(EventAttributes.CURRENCY).map(currency -> currency.getCurrencyCode()),
                event.get(EventAttributes.VENUE),
                event.get(EventAttributes.EVENT_GROUP),
                event.giver());
    }

    /** How an event is listed now. */
    static Optional<ListedEvent> find(Handle handle, long id) {
        return handle.createQuery(FIND).bind("id", id).map(LISTED).findOne();
    }

    /** Lists an event otherwise than before, or not at all any more; false when nothing changed and nothing was written. */
    static boolean change(
            Handle handle, EventCounts counts, Optional<ListedEvent> before, Optional<ListedEvent> after) {
        if (before.equals(after)) {
            return false;
        }
        before.ifPresent(listed -> listed.remove(handle, counts));
        after.ifPresent(listed -> listed.add(handle, counts));
        return true;
    }

    private void add(Handle handle, EventCounts counts) {
        handle.createUpdate(ADD)
                .bind("organization", bucket.organization())
                .bind("id", id)
                .bind("name", name)
                .bind("state", bucket.state())
                .bind("parent", bucket.isSeriesParent())
                .bind("occurrence", bucket.isOccurrence())
                .bind("paidOut", isPaidOut)
                .bind("startsOrLast", starts.orElse(LAST))
                .bind("startsOrFirst", starts.orElse(FIRST))
                .bind("endsOrLast", ends.orElse(LAST))
                .bind("createdOrLast", created.orElse(LAST))
                .bind("createdOrFirst", created.orElse(FIRST))
                .bindByType("currency", currency.orElse(null), String.class)
                .bindByType("venue", venue.orElse(null), Long.class)
                .bindByType("group", group.orElse(null), String.class)
                .execute();
        handle.createUpdate(ADD_NAME)
                .bind("organization", bucket.organization())
                .bind("id", id)
                .bind("name", name)
                .bind("parent", bucket.isSeriesParent())
                .bind("occurrence", bucket.isOccurrence())
                .execute();
        giver.ifPresent(organizer -> {
            handle.createUpdate(ADD_GIVEN)
                    .bind("organization", bucket.organization())
                    .bind("giver", organizer)
                    .bind("id", id)
                    .bind("endsOrLast", ends.orElse(LAST))
                    .execute();
            counts.add(new EventCounts.Giver(bucket.organization(), organizer), 1);
        });
        counts.add(bucket, 1);
    }

    private void remove(Handle handle, EventCounts counts) {
        handle.createUpdate(REMOVE).bind("id", id).execute();
        handle.createUpdate(REMOVE_NAME)
                .bind("organization", bucket.organization())
                .bind("id", id)
                .execute();
        giver.ifPresent(organizer -> {
            handle.createUpdate(REMOVE_GIVEN).bind("id", id).execute();
            counts.add(new EventCounts.Giver(bucket.organization(), organizer), -1);
        });
        counts.add(bucket, -1);
    }

    private static Optional<Long> known(long orLast) {
        return orLast == LAST ? Optional.empty() : Optional.of(orLast);
    }
}
