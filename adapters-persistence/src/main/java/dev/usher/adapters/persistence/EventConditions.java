package dev.usher.adapters.persistence;

import dev.usher.core.event.EventStatus;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.TimeFilter;
import dev.usher.core.statistics.InstantText;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a listing of events asks for, said of the rows that lists look at: of events, or of ticket classes with what lists ask
 * of their events. A row is called {@code l}.
 *
 * @param listing what is asked for
 * @param event the column that has the number of the event
 */
record EventConditions(EventListing listing, String event) {
    /** The states of published events, all of which stand for the state kept. */
    private static final Set<EventStatus> WHILE_PUBLISHED =
            Set.of(EventStatus.LIVE, EventStatus.STARTED, EventStatus.ENDED);

    private static final String HAS_CLASS_THAT_IS_NOT_FREE = """
            EXISTS (SELECT 1 FROM ticket_class t WHERE t.organization_id = l.organization_id AND t.event_id = l.%s
                AND COALESCE(t.free, FALSE) = FALSE)""";

    /** All but the part of the name. */
    Conditions allButName() {
        return ofOneOrganization().and("l.organization_id = :organization", "organization", listing.organization());
    }

    /**
     * All but the part of the name and whose the events are, for rows that are chosen by their numbers: to name the
     * organization too leads HSQLDB through all of its rows.
     */
    Conditions ofOneOrganization() {
        Conditions conditions = new Conditions()
                .and("l.currency = :currency", "currency", listing.currency(), Currency::getCurrencyCode)
                .and("l.event_group_id = :group", "group", listing.eventGroup(), Function.identity());
        if (!listing.venues().isEmpty()) {
            conditions.in("l.venue_id", listing.venues());
        }
        if (listing.time() != TimeFilter.ALL) {
            conditions.and("l.ends_or_last " + (listing.time() == TimeFilter.PAST ? "<=" : ">") + " :now");
        }
        series().forEach(conditions::and);
        statuses().ifPresent(conditions::and);
        return conditions.where().contains(":now")
                ? conditions.with("now", InstantText.microseconds(listing.now()))
                : conditions;
    }

    /** What is wanted of series. */
    List<String> series() {
        List<String> conditions = new ArrayList<>();
        if (!wantsParents()) {
            conditions.add("l.is_series_parent = FALSE");
        }
        if (!wantsOccurrences()) {
            conditions.add("l.is_occurrence = FALSE");
        }
        return conditions;
    }

    /** What the name must contain; empty when it may be any. */
    Optional<NamePart> namePart() {
        return NamePart.of(listing.namePart());
    }

    /** True when the state and the place in a series are all that is asked for, beside the name. */
    boolean isToldByBucket() {
        return listing.currency().isEmpty()
                && listing.eventGroup().isEmpty()
                && listing.venues().isEmpty()
                && listing.time() == TimeFilter.ALL
                && (wantsAllPublished() || wantsNonePublished());
    }

    /** True when all events that were not deleted are wanted, whatever their status. */
    boolean wantsAnyStatus() {
        return wantsAllPublished() && listing.wants(EventStatus.DRAFT) && listing.wants(EventStatus.CANCELED);
    }

    /** True when events of the bucket are wanted, where a bucket tells. */
    boolean wants(EventCounts.Bucket bucket) {
        boolean state = switch (bucket.state()) {
            case "published" -> wantsAllPublished();
            case "canceled" -> listing.wants(EventStatus.CANCELED);
            default -> listing.wants(EventStatus.DRAFT);
        };
        return state && (wantsParents() || !bucket.isSeriesParent()) && (wantsOccurrences() || !bucket.isOccurrence());
    }

    private boolean wantsAllPublished() {
        return WHILE_PUBLISHED.stream().allMatch(listing::wants);
    }

    private boolean wantsNonePublished() {
        return WHILE_PUBLISHED.stream().noneMatch(listing::wants) && !listing.wants(EventStatus.COMPLETED);
    }

    private boolean wantsOnlyCompleted() {
        return listing.wants(EventStatus.COMPLETED) && !listing.wants(EventStatus.ENDED);
    }

    private boolean wantsParents() {
        return switch (listing.series()) {
            case ALL, PARENTS -> true;
            case CHILDREN, NONE -> false;
        };
    }

    private boolean wantsOccurrences() {
        return switch (listing.series()) {
            case ALL, CHILDREN -> true;
            case PARENTS, NONE -> false;
        };
    }

    private Optional<String> statuses() {
        if (wantsAnyStatus()) {
            return Optional.empty();
        }
        List<String> any = new ArrayList<>();
        state(EventStatus.DRAFT, "draft", "").ifPresent(any::add);
        state(EventStatus.CANCELED, "canceled", "").ifPresent(any::add);
        if (wantsAllPublished()) {
            any.add("l.state = 'published'");
        } else {
            state(EventStatus.LIVE, "published", " AND l.ends_or_last > :now AND l.starts_or_last > :now")
                    .ifPresent(any::add);
            state(EventStatus.STARTED, "published", " AND l.ends_or_last > :now AND l.starts_or_last <= :now")
                    .ifPresent(any::add);
            state(EventStatus.ENDED, "published", " AND l.ends_or_last <= :now").ifPresent(any::add);
            if (wantsOnlyCompleted()) {
                any.add("(l.state = 'published' AND l.ends_or_last <= :now AND (l.is_paid_out = TRUE OR NOT "
                        + HAS_CLASS_THAT_IS_NOT_FREE.formatted(event) + "))");
            }
        }
        return Optional.of(any.isEmpty() ? "1 = 0" : "(" + String.join(" OR ", any) + ")");
    }

    private Optional<String> state(EventStatus status, String state, String and) {
        return listing.wants(status) ? Optional.of("(l.state = '" + state + "'" + and + ")") : Optional.empty();
    }
}
