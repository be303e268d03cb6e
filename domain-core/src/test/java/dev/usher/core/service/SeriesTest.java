package dev.usher.core.service;

import static dev.usher.core.service.EventHouse.codes;
import static dev.usher.core.service.EventHouse.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Occurrence;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.SeriesFilter;
import dev.usher.core.listing.TimeFilter;
import dev.usher.core.money.Money;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A series and its occurrences: what is sold for it is sold for each, where each may have it. */
class SeriesTest {
    private static final Optional<Long> ANY = Optional.empty();
    private static final Instant FIRST = Instant.parse("2030-09-01T18:00:00Z");
    private static final Instant LAST = Instant.parse("2031-02-01T18:00:00Z");

    private final EventHouse house = new EventHouse();

    @Test
    void aSeriesLastsFromItsFirstOccurrenceToItsLast() {
        EventView series = series(LAST, FIRST);
        assertThat(series.event().get(EventAttributes.START)).contains(FIRST);
        assertThat(series.event().get(EventAttributes.END)).contains(LAST.plusSeconds(3_600));
        house.clock.move(Duration.between(EventHouse.NOON, Instant.parse("2030-12-01T00:00:00Z")));
        EventListing parents = listing(SeriesFilter.PARENTS, TimeFilter.CURRENT_FUTURE);
        assertThat(house.events.list(house.viewer, parents).orThrow().items())
                .extracting(EventHouse::number)
                .containsExactly(number(series));
    }

    @Test
    void aSeriesLastsAsLongAsItsOccurrencesDo() {
        EventView series = series(FIRST, LAST);
        List<Event> occurrences = occurrences(series);
        Instant later = LAST.plus(Duration.ofDays(30));
        Change postponed =
                Change.NONE.with(EventAttributes.START, later).with(EventAttributes.END, later.plusSeconds(60));
        house.events
                .update(house.member, occurrences.get(1).ref().event(), postponed, ANY)
                .orThrow();
        assertThat(kept(series).get(EventAttributes.END)).contains(later.plusSeconds(60));
        house.events.delete(house.member, occurrences.get(0).ref().event(), ANY).orThrow();
        assertThat(kept(series).get(EventAttributes.START)).contains(later);
    }

    @Test
    void aDraftWithoutDatesBecomesASeriesThatCanBePublished() {
        Change dateless = Change.NONE
                .with(EventAttributes.NAME, "Tour")
                .with(EventAttributes.DESCRIPTION, "Every month.")
                .with(EventAttributes.CURRENCY, EventHouse.USD)
                .with(EventAttributes.START_ZONE, "Europe/Zurich");
        EventView draft = house.events
                .draft(house.member, house.organization, Optional.of("tour"), dateless)
                .orThrow();
        house.ticketClass(draft, house.free());
        house.events
                .makeSeries(house.member, number(draft), List.of(occurrence(FIRST)))
                .orThrow();
        assertThat(house.events.publish(house.member, number(draft), ANY).violations())
                .isEmpty();
    }

    @Test
    void classesThatWaitForEachOtherMakeNoSeries() {
        EventView draft = house.draft();
        TicketClass first = house.classes(draft).get(0);
        house.ticketClass(draft, house.free().with(TicketClassAttributes.SALES_START_AFTER, first.id()));
        assertThat(codes(house.events.makeSeries(house.member, number(draft), List.of(occurrence(FIRST)))))
                .containsExactly("sales_start_after:NO_DEPENDENT_TICKETS_FOR_SERIES");
    }

    @Test
    void whoHasSeenAnotherVersionMakesNoSeries() {
        EventView draft = house.draft();
        Optional<Long> stale = Optional.of(draft.event().version() + 7);
        assertThat(codes(house.events.makeSeries(house.member, number(draft), List.of(occurrence(FIRST)), stale)))
                .containsExactly("VERSION_CONFLICT");
    }

    @Test
    void aPackageOfOneFreeEventPublishesASeriesOfOne() {
        EventView one = series(FIRST);
        EventView two = series(FIRST, LAST);
        house.profile(Profile.PACKAGE, "essentials");
        List<String> refused = codes(house.events.publish(house.member, number(two), ANY));
        assertThat(refused).hasSize(1).allMatch(code -> code.endsWith("PUBLISH_FREE_EVENT_FEATURE_DENIED"));
        assertThat(house.events.publish(house.member, number(one), ANY).violations())
                .isEmpty();
        EventView draft = house.draft();
        house.profile(Profile.PACKAGE, "none");
        assertThat(codes(house.events.makeSeries(house.member, number(draft), List.of(occurrence(FIRST)))))
                .contains("NO_PACKAGE_SELECTED");
    }

    @Test
    void anOccurrenceRefusesAClassThatItMayNotHave() {
        EventView series = series(FIRST, LAST);
        Event occurrence = occurrences(series).get(0);
        long number = occurrence.ref().event();
        Change euros = Change.NONE.with(EventAttributes.CURRENCY, Currency.getInstance("EUR"));
        house.events.update(house.member, number, euros, ANY).orThrow();
        assertThat(codes(house.usher.ticketClasses().create(house.member, number(series), house.said(house.paid(500)))))
                .containsExactly("occurrences[" + number + "].ticket_class.cost:CURRENCY_MISMATCH");
        assertThat(house.classes(series)).hasSize(1);
        assertThat(classesOf(occurrence)).hasSize(1);
    }

    @Test
    void aSmallHallRefusesMoreTicketsThanSeats() {
        EventView draft = house.draft();
        long seat = house.classes(draft).get(0).id();
        EventView series = house.events
                .makeSeries(house.member, number(draft), List.of(occurrence(FIRST)))
                .orThrow();
        Event occurrence = occurrences(series).get(0);
        house.put(occurrence.with(EventAttributes.RESERVED_SEATING, true).with(EventAttributes.CAPACITY, 20L));
        Change more = Change.NONE.with(TicketClassAttributes.QUANTITY_TOTAL, 21L);
        assertThat(codes(house.usher.ticketClasses().update(house.member, number(series), seat, more)))
                .containsExactly(
                        "occurrences[" + occurrence.ref().event() + "].ticket_class.quantity_total:BAD_QUANTITIES");
        Change fewer = Change.NONE.with(TicketClassAttributes.QUANTITY_TOTAL, 20L);
        assertThat(house.usher
                        .ticketClasses()
                        .update(house.member, number(series), seat, fewer)
                        .violations())
                .isEmpty();
    }

    @Test
    void whatIsOverOrCalledOffKeepsWhatItHad() {
        EventView series = series(FIRST, LAST);
        List<Event> occurrences = occurrences(series);
        house.events.cancel(house.member, occurrences.get(0).ref().event(), ANY).orThrow();
        long seat = house.classes(series).get(0).id();
        house.usher
                .ticketClasses()
                .create(house.member, number(series), house.said(house.paid(500)))
                .orThrow();
        Change dearer = Change.NONE.with(TicketClassAttributes.NAME, "Stall");
        house.usher
                .ticketClasses()
                .update(house.member, number(series), seat, dearer)
                .orThrow();
        assertThat(classesOf(occurrences.get(0)))
                .extracting(each -> each.get(TicketClassAttributes.NAME).orElseThrow())
                .containsExactly("Seat");
        assertThat(classesOf(occurrences.get(1)))
                .extracting(each -> each.get(TicketClassAttributes.NAME).orElseThrow())
                .containsExactly("Stall", "Box");
        assertThat(classesOf(occurrences.get(1)).get(1).get(TicketClassAttributes.COST))
                .contains(new Money(500, EventHouse.USD));
    }

    @Test
    void aSeriesIsNotFoundWhereEventsAreWhateverElseIsWrong() {
        EventView series = series(FIRST);
        Change past = Change.NONE.with(EventAttributes.START, Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(codes(house.events.update(house.member, number(series), past, ANY)))
                .first()
                .isEqualTo("event:NOT_FOUND");
    }

    private EventView series(Instant... starts) {
        List<Occurrence> occurrences =
                List.of(starts).stream().map(SeriesTest::occurrence).toList();
        return house.events
                .makeSeries(house.member, number(house.draft()), occurrences)
                .orThrow();
    }

    private Event kept(EventView series) {
        return house.kept(series);
    }

    private List<Event> occurrences(EventView series) {
        return house.store.read(
                transaction -> transaction.events().occurrences(series.event().ref()));
    }

    private List<TicketClass> classesOf(Event event) {
        return house.store.read(transaction -> transaction.ticketClasses().of(event.ref()));
    }

    private EventListing listing(SeriesFilter series, TimeFilter time) {
        return EventListing.all(house.organization, house.clock.instant())
                .of(series)
                .during(time);
    }

    private static Occurrence occurrence(Instant start) {
        return new Occurrence(start, start.plusSeconds(3_600));
    }
}
