package dev.usher.adapters.http.eventbrite;

import dev.usher.core.attribute.Kind;
import dev.usher.core.event.EventStatus;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.EventOrder;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.listing.SeriesFilter;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.listing.TicketClassOrder;
import dev.usher.core.listing.TimeFilter;
import dev.usher.core.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the parameters of a query ask of a list (EB-01.p.*, EB-35.p.*). */
final class Listings {
    private static final Set<EventStatus> ALL = EnumSet.complementOf(EnumSet.of(EventStatus.DELETED));
    private static final Kind.Moment MOMENT = new Kind.Moment();
    private static final List<TicketClassOrder> CLASS_ORDERS = Arrays.stream(TicketClassOrder.values())
            .filter(order -> order != TicketClassOrder.NONE)
            .toList();

    private Listings() {}

    /** Which events of an organization are wanted. */
    static EventListing events(Arguments arguments, long organization, Instant now) {
        SeriesFilter series =
                arguments.flag("show_series_parent").orElse(false) ? SeriesFilter.PARENTS : SeriesFilter.CHILDREN;
        return new EventListing(
                organization,
                arguments.name("name_filter"),
                arguments.read("currency_filter", Money::currency, "the code of a currency, such as USD"),
                statuses(arguments),
                arguments.name("event_group_id"),
                time(arguments),
                series,
                arguments.list("venue_filter", Listings::number, "numbers of venues, joined by commas"),
                arguments
                        .read("order_by", EventOrder::of, "one of " + String.join(", ", EventOrder.words()))
                        .orElse(EventOrder.START_ASC),
                now,
                arguments.page());
    }

    /**
     * Which ticket classes of an organization are wanted.
     *
     * @param meant reads which event is meant
     */
    static TicketClassListing ticketClasses(
            Arguments arguments, long organization, Instant now, Function<String, Optional<Long>> meant) {
        EventListing events = new EventListing(
                organization,
                Optional.empty(),
                Optional.empty(),
                statuses(arguments),
                Optional.empty(),
                time(arguments),
                choice(arguments, "series_filter", List.of(SeriesFilter.values()), SeriesFilter::word)
                        .orElse(SeriesFilter.CHILDREN),
                Set.of(),
                EventOrder.START_ASC,
                now,
                PageRequest.first());
        Set<Long> ofEvents = new HashSet<>(arguments.list("event_ids", meant, "numbers of events, joined by commas"));
        arguments.read("event_id", meant, "the number of an event").ifPresent(ofEvents::add);
        return new TicketClassListing(
                events,
                arguments.name("name_filter"),
                ofEvents,
                cost(arguments, "from_cost_filter"),
                cost(arguments, "to_cost_filter"),
                moment(arguments, "sales_period_start_after"),
                moment(arguments, "sales_period_end_before"),
                hidden(arguments),
                choice(arguments, "order_by", CLASS_ORDERS, TicketClassOrder::word)
                        .orElse(TicketClassOrder.NONE),
                arguments.page());
    }

    /** The number of something, as answers write it and clients send it back; one with zeros in front was never given out. */
    static Optional<Long> number(String text) {
        return text.matches("0|[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** The statuses that are named; all where none is, and where {@code all} is among them. */
    private static Set<EventStatus> statuses(Arguments arguments) {
        Set<Set<EventStatus>> named = arguments.list(
                "status", Listings::status, "some of all, draft, live, canceled, started, ended, joined by commas");
        return named.isEmpty() ? ALL : named.stream().flatMap(Set::stream).collect(Collectors.toSet());
    }

    private static Optional<Set<EventStatus>> status(String word) {
        return word.equals("all")
                ? Optional.of(ALL)
                : ALL.stream()
                        .filter(status -> status.word().equals(word))
                        .findFirst()
                        .map(Set::of);
    }

    private static TimeFilter time(Arguments arguments) {
        return choice(arguments, "time_filter", List.of(TimeFilter.values()), TimeFilter::word)
                .orElse(TimeFilter.ALL);
    }

    private static Optional<Instant> moment(Arguments arguments, String name) {
        return arguments.field(name, MOMENT::read, "an instant in UTC, such as 2026-07-04T18:00:00Z");
    }

    private static Optional<BigDecimal> cost(Arguments arguments, String name) {
        return arguments.read(
                name,
                text -> text.matches("[0-9]{1,15}(\\.[0-9]{1,4})?")
                        ? Optional.of(new BigDecimal(text))
                        : Optional.empty(),
                "an amount such as 45.00");
    }

    private static Optional<Boolean> hidden(Arguments arguments) {
        Map<String, Optional<Boolean>> meanings =
                Map.of("ALL", Optional.empty(), "HIDDEN", Optional.of(true), "VISIBLE", Optional.of(false));
        return arguments
                .read("visibility", word -> Optional.ofNullable(meanings.get(word)), "ALL, HIDDEN or VISIBLE")
                .flatMap(Function.identity());
    }

    private static <T> Optional<T> choice(Arguments arguments, String name, List<T> choices, Function<T, String> word) {
        return arguments.read(
                name,
                text -> choices.stream()
                        .filter(choice -> word.apply(choice).equals(text))
                        .findFirst(),
                "one of " + choices.stream().map(word).collect(Collectors.joining(", ")));
    }
}
