package dev.usher.adapters.http;

import dev.usher.core.attribute.Kind;
import dev.usher.core.event.EventStatus;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.EventOrder;
import dev.usher.core.listing.SeriesFilter;
import dev.usher.core.listing.TimeFilter;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads which events a native request wants to see listed; what is left out filters nothing. For one request. */
final class EventSearch {
    static final List<String> PARAMETERS = Stream.of(
                    PageSearch.PARAMETERS,
                    List.of("name", "currency", "status", "group", "time", "series", "venue", "order"))
            .flatMap(List::stream)
            .toList();

    private final QueryReader query;

    private EventSearch(QueryReader query) {
        this.query = query;
    }

    /**
     * The listing that is asked for.
     *
     * @param organization whose events, where the request does not say
     * @param now the instant that statuses are told by
     */
    static Outcome<EventListing> read(QueryFields fields, long organization, Instant now) {
        return new EventSearch(new QueryReader(fields)).listing(organization, now);
    }

    private Outcome<EventListing> listing(long organization, Instant now) {
        EventListing all = EventListing.all(organization, now);
        PageSearch search = new PageSearch(query);
        EventListing listing = new EventListing(
                search.organization(organization),
                query.one("name", new Kind.Text(Kind.Text.SHORT)::read).filter(part -> !part.isEmpty()),
                query.one("currency", new Kind.CurrencyCode()::read),
                several("status", words(EventStatus.values())),
                query.one("group", new Kind.Text(Kind.Text.SHORT)::read),
                query.one("time", words(TimeFilter.values())).orElse(all.time()),
                query.one("series", words(SeriesFilter.values())).orElse(all.series()),
                several("venue", new Kind.Reference()::read),
                query.one("order", words(EventOrder.values())).orElse(all.order()),
                now,
                search.page());
        return query.unlessFaulty(listing);
    }

    /** Several values of one parameter, joined by commas. */
    private <T> Set<T> several(String name, Function<String, Field<T>> read) {
        Optional<List<Field<T>>> values = query.one(
                name,
                text -> Field.said(Stream.of(text.split(",", -1)).map(read).toList()));
        Set<T> understood = new LinkedHashSet<>();
        for (Field<T> value : values.orElse(List.of())) {
            if (value instanceof Field.Unreadable<T> unreadable) {
                query.report(name, unreadable);
            }
            value.said().ifPresent(understood::add);
        }
        return understood;
    }

    /** Reads a constant by its name in small letters. */
    private static <E extends Enum<E>> Function<String, Field<E>> words(E[] values) {
        List<String> words = Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        return text -> {
            int at = words.indexOf(text);
            return at < 0
                    ? Field.unreadable(text, "expected one of " + String.join(", ", words))
                    : Field.said(values[at]);
        };
    }
}
