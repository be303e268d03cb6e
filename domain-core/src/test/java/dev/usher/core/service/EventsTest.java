package dev.usher.core.service;

import static dev.usher.core.service.EventHouse.NOON;
import static dev.usher.core.service.EventHouse.codes;
import static dev.usher.core.service.EventHouse.complete;
import static dev.usher.core.service.EventHouse.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.CopyWish;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventStatus;
import dev.usher.core.event.Occurrence;
import dev.usher.core.listing.EventListing;
import dev.usher.core.rule.Field;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Events live from a draft to their end, and only those who may touch them do. */
class EventsTest {
    private static final Optional<Long> ANY = Optional.empty();

    private final EventHouse house = new EventHouse();
    private final Events events = house.events;

    @Test
    void aCompleteEventIsMadeAsADraftWithTheDefaultOrganizer() {
        EventView made =
                events.create(house.member, house.organization, complete()).orThrow();
        assertThat(made.status()).isEqualTo(EventStatus.DRAFT);
        assertThat(made.event().get(EventAttributes.ORGANIZER)).contains(house.organizer);
        assertThat(made.event().get(EventAttributes.CREATED_AT)).contains(NOON);
        assertThat(made.event().externalId()).isEqualTo(Long.toString(number(made)));
        assertThat(made.event().version()).isEqualTo(1);
        assertThat(made.isOwned()).isTrue();
        assertThat(house.again(made)).isEqualTo(made);
    }

    @Test
    void allThatIsMissingIsToldAtOnce() {
        assertThat(codes(events.create(house.member, house.organization, Change.NONE)))
                .containsExactly(
                        "event.name.html:MISSING",
                        "event.start.utc:MISSING",
                        "event.start.timezone:MISSING",
                        "event.end.utc:MISSING",
                        "event.end.timezone:MISSING",
                        "event.currency:MISSING");
    }

    @Test
    void aDraftMayLackEverythingAndIsKnownByItsExternalId() {
        EventView made = events.draft(house.member, house.organization, Optional.of("gala"), Change.NONE)
                .orThrow();
        assertThat(made.event().externalId()).isEqualTo("gala");
        assertThat(codes(events.draft(house.member, house.organization, Optional.of("gala"), Change.NONE)))
                .containsExactly("external_id:EXTERNAL_ID_TAKEN");
        assertThat(codes(events.draft(house.member, house.organization, Optional.of(" "), Change.NONE)))
                .containsExactly("external_id:INVALID");
        assertThat(codes(events.publish(house.member, number(made), ANY)))
                .contains("event.name:MISSING", "event.description:MISSING", "event.tickets:MISSING");
    }

    @Test
    void anEventIsNeverCalledByANumberThatIsAnotherEventsName() {
        long next = number(events.draft(house.member, house.organization, ANY_NAME, Change.NONE)
                        .orThrow())
                + 2;
        events.draft(house.member, house.organization, Optional.of(Long.toString(next)), Change.NONE)
                .orThrow();
        EventView made = events.draft(house.member, house.organization, ANY_NAME, Change.NONE)
                .orThrow();
        assertThat(made.event().externalId()).isEqualTo(Long.toString(number(made)));
        assertThat(number(made)).isNotEqualTo(next);
    }

    private static final Optional<String> ANY_NAME = Optional.empty();

    @Test
    void strangersSeeWhatIsPublishedAndListedAndNothingElse() {
        EventView draft = house.draft();
        Optional<Actor> stranger = Optional.of(house.stranger);
        assertThat(codes(events.find(stranger, number(draft)))).containsExactly("event:NOT_FOUND");
        assertThat(codes(events.find(Optional.empty(), number(draft)))).containsExactly("event:NOT_FOUND");
        events.publish(house.member, number(draft), ANY).orThrow();
        assertThat(events.find(stranger, number(draft)).orThrow().isOwned()).isFalse();
        assertThat(events.find(Optional.empty(), number(draft)).orThrow().isOwned())
                .isFalse();
        events.update(house.member, number(draft), Change.NONE.with(EventAttributes.PASSWORD, "sesame"), ANY)
                .orThrow();
        assertThat(codes(events.find(stranger, number(draft)))).containsExactly("event:NOT_FOUND");
        assertThat(events.find(Optional.of(house.viewer), number(draft))
                        .orThrow()
                        .isOwned())
                .isTrue();
    }

    @Test
    void whatIsForeignIsAsUnknownAsWhatIsNotThereAndViewersOnlyLook() {
        EventView published = house.published();
        Change renamed = Change.NONE.with(EventAttributes.NAME, "Other");
        assertThat(codes(events.update(house.stranger, number(published), renamed, ANY)))
                .isEqualTo(codes(events.update(house.stranger, 999_999, renamed, ANY)))
                .containsExactly("event:NOT_FOUND");
        assertThat(codes(events.update(house.viewer, number(published), renamed, ANY)))
                .containsExactly("NOT_AUTHORIZED");
        assertThat(codes(events.create(house.viewer, house.organization, complete())))
                .containsExactly("NOT_AUTHORIZED");
        assertThat(codes(events.create(house.stranger, house.organization, complete())))
                .containsExactly("organization:NOT_FOUND");
        assertThat(codes(events.list(house.stranger, EventListing.all(house.organization, NOON))))
                .containsExactly("organization:NOT_FOUND");
    }

    @Test
    void anUpdateChangesOnlyWhatItSaysAndRaisesTheVersion() {
        EventView made = house.draft();
        house.clock.move(Duration.ofMinutes(5));
        EventView changed = events.update(
                        house.member,
                        number(made),
                        Change.NONE.with(EventAttributes.VENUE, house.venue),
                        Optional.of(made.event().version()))
                .orThrow();
        Event expected = made.event()
                .with(EventAttributes.VENUE, house.venue)
                .with(EventAttributes.CHANGED_AT, NOON.plusSeconds(300));
        assertThat(changed.event().attributes()).isEqualTo(expected.attributes());
        assertThat(changed.event().version()).isEqualTo(made.event().version() + 1);
        assertThat(codes(events.update(
                        house.member,
                        number(made),
                        Change.NONE,
                        Optional.of(made.event().version()))))
                .containsExactly("VERSION_CONFLICT");
    }

    @Test
    void aPasswordUnlistsAVenueEndsOnlineAndOnlineEndsTheVenue() {
        EventView made = house.draft();
        Event hidden = events.update(
                        house.member, number(made), Change.NONE.with(EventAttributes.PASSWORD, "sesame"), ANY)
                .orThrow()
                .event();
        assertThat(hidden.is(EventAttributes.LISTED)).isFalse();
        Event online = events.update(house.member, number(made), Change.NONE.with(EventAttributes.ONLINE, true), ANY)
                .orThrow()
                .event();
        assertThat(online.is(EventAttributes.ONLINE)).isTrue();
        Event placed = events.update(
                        house.member, number(made), Change.NONE.with(EventAttributes.VENUE, house.venue), ANY)
                .orThrow()
                .event();
        assertThat(placed.is(EventAttributes.ONLINE)).isFalse();
        Event again = events.update(house.member, number(made), Change.NONE.with(EventAttributes.ONLINE, true), ANY)
                .orThrow()
                .event();
        assertThat(again.get(EventAttributes.VENUE)).isEmpty();
    }

    @Test
    void anotherCategoryTakesTheSubcategoryAway() {
        EventView made = house.draft();
        Change jazz = Change.NONE.with(EventAttributes.CATEGORY, 103L).with(EventAttributes.SUBCATEGORY, 3002L);
        assertThat(events.update(house.member, number(made), jazz, ANY)
                        .orThrow()
                        .event()
                        .get(EventAttributes.SUBCATEGORY))
                .contains(3002L);
        assertThat(events.update(house.member, number(made), Change.NONE.with(EventAttributes.CATEGORY, 110L), ANY)
                        .orThrow()
                        .event()
                        .get(EventAttributes.SUBCATEGORY))
                .isEmpty();
    }

    @Test
    void aLifeFromDraftToDeletedAndNoStepTwice() {
        EventView made = house.draft();
        long number = number(made);
        assertThat(codes(events.unpublish(house.member, number, ANY))).containsExactly("NOT_PUBLISHED");
        assertThat(events.publish(house.member, number, ANY).orThrow().status()).isEqualTo(EventStatus.LIVE);
        assertThat(codes(events.publish(house.member, number, ANY))).containsExactly("ALREADY_PUBLISHED_OR_DELETED");
        assertThat(events.unpublish(house.member, number, ANY).orThrow().status())
                .isEqualTo(EventStatus.DRAFT);
        assertThat(events.cancel(house.member, number, ANY).orThrow().status()).isEqualTo(EventStatus.CANCELED);
        assertThat(codes(events.cancel(house.member, number, ANY))).containsExactly("ALREADY_CANCELED");
        assertThat(events.delete(house.member, number, ANY).orThrow().status()).isEqualTo(EventStatus.DELETED);
        assertThat(codes(events.delete(house.member, number, ANY))).containsExactly("ALREADY_DELETED");
        assertThat(codes(events.publish(house.member, number, ANY))).containsExactly("ALREADY_PUBLISHED_OR_DELETED");
        assertThat(codes(events.find(Optional.of(house.owner), number))).containsExactly("event:NOT_FOUND");
        assertThat(codes(events.update(house.owner, number, Change.NONE, ANY))).containsExactly("event:NOT_FOUND");
        assertThat(codes(events.delete(house.stranger, number, ANY))).containsExactly("event:NOT_FOUND");
    }

    @Test
    void aPaidEventNeedsPaymentOptionsAndThePayoutEndsIt() {
        EventView made = house.draft();
        house.ticketClass(made, house.paid(2_500));
        assertThat(codes(events.publish(house.member, number(made), ANY))).containsExactly("NO_PAYMENT_OPTIONS");
        house.profile(Profile.PAYMENT_TYPE, "paypal");
        assertThat(codes(events.publish(house.member, number(made), ANY)))
                .containsExactly("PAYMENT_OPTIONS_NO_COUNTRY", "PAYMENT_OPTIONS_PAYPAL_NO_EMAIL");
        house.profile(Profile.PAYMENT_COUNTRY, "CH");
        house.profile(Profile.PAYPAL_EMAIL, "till@example.org");
        assertThat(events.publish(house.member, number(made), ANY).orThrow().isFree())
                .isFalse();
        house.clock.move(Duration.ofDays(100));
        assertThat(house.again(made).status()).isEqualTo(EventStatus.ENDED);
        Change paidOut = Change.NONE.with(EventAttributes.PAID_OUT, true);
        assertThat(codes(events.settle(house.member, number(made), paidOut))).containsExactly("NOT_AUTHORIZED");
        assertThat(codes(events.settle(house.owner, number(made), paidOut, Optional.of(99L))))
                .containsExactly("VERSION_CONFLICT");
        assertThat(events.settle(house.owner, number(made), paidOut).orThrow().status())
                .isEqualTo(EventStatus.COMPLETED);
    }

    @Test
    void theEssentialPackagePublishesOneFreeEventAtATime() {
        EventView first = house.draft();
        EventView second = house.draft();
        house.profile(Profile.PACKAGE, "essentials");
        events.publish(house.member, number(first), ANY).orThrow();
        assertThat(codes(events.publish(house.member, number(second), ANY)))
                .containsExactly("PUBLISH_FREE_EVENT_FEATURE_DENIED");
        house.clock.move(Duration.ofDays(100));
        events.publish(house.member, number(second), ANY).orThrow();
        assertThat(codes(events.copy(house.member, number(first), CopyWish.NONE)))
                .contains("INSUFFICIENT_PACKAGE");
    }

    @Test
    void aCopyIsADraftWithTheSameClassesNothingSoldAndTheirDependenciesMadeOver() {
        EventView source = house.published();
        TicketClass first = house.classes(source).get(0);
        house.ticketClass(
                source,
                first.attributes()
                        .with(TicketClassAttributes.SALES_START_AFTER, first.id())
                        .with(TicketClassAttributes.QUANTITY_SOLD, 3L));
        EventView copy = events.copy(
                        house.member,
                        number(source),
                        new CopyWish(Field.said("Again"), Field.absent(), Field.absent(), Field.said("Asia/Tokyo")))
                .orThrow();
        assertThat(copy.status()).isEqualTo(EventStatus.DRAFT);
        assertThat(copy.event().get(EventAttributes.NAME)).contains("Again");
        assertThat(copy.event().get(EventAttributes.END_ZONE)).contains("Asia/Tokyo");
        assertThat(copy.event().get(EventAttributes.START))
                .isEqualTo(source.event().get(EventAttributes.START));
        assertThat(copy.event().get(EventAttributes.PUBLISHED_AT)).isEmpty();
        assertThat(copy.capacity()).isEqualTo(source.capacity() * 2);
        List<TicketClass> classes = house.classes(copy);
        assertThat(classes)
                .hasSize(2)
                .allMatch(made -> made.get(TicketClassAttributes.QUANTITY_SOLD).equals(Optional.of(0L)));
        assertThat(classes.get(1).get(TicketClassAttributes.SALES_START_AFTER))
                .contains(classes.get(0).id());
    }

    @Test
    void aSeriesIsNoEventAnyMoreItsOccurrencesAre() {
        EventView made = house.draft();
        Instant first = Instant.parse("2030-08-01T18:00:00Z");
        List<Occurrence> occurrences = List.of(
                new Occurrence(first, first.plusSeconds(3_600)),
                new Occurrence(first.plusSeconds(86_400), first.plusSeconds(90_000)));
        EventView series =
                events.makeSeries(house.member, number(made), occurrences).orThrow();
        assertThat(series.event().isSeriesParent()).isTrue();
        assertThat(codes(events.find(Optional.of(house.owner), number(made)))).containsExactly("event:NOT_FOUND");
        assertThat(events.findSeries(Optional.of(house.viewer), number(made)).orThrow())
                .isEqualTo(series);
        assertThat(codes(events.update(house.member, number(made), Change.NONE, ANY)))
                .containsExactly("event:NOT_FOUND");
        List<EventView> children = events.list(house.viewer, EventListing.all(house.organization, NOON))
                .orThrow()
                .items();
        assertThat(children)
                .extracting(child -> child.event().get(EventAttributes.START).orElseThrow())
                .containsExactly(first, first.plusSeconds(86_400));
        assertThat(children).allMatch(child -> child.event().series().equals(Optional.of(number(made))));
        assertThat(house.classes(children.get(0)).get(0).get(TicketClassAttributes.PARENT))
                .contains(house.classes(made).get(0).id());
        assertThat(codes(events.makeSeries(house.member, number(children.get(0)), occurrences)))
                .containsExactly("IS_AN_OCCURRENCE");
    }

    @Test
    void aStepOfASeriesIsAStepOfItsOccurrencesTogether() {
        EventView made = house.draft();
        Instant first = Instant.parse("2030-08-01T18:00:00Z");
        events.makeSeries(
                        house.member,
                        number(made),
                        List.of(
                                new Occurrence(first, first.plusSeconds(3_600)),
                                new Occurrence(first.plusSeconds(86_400), first.plusSeconds(90_000))))
                .orThrow();
        long series = number(made);
        List<Long> children = children();
        events.publish(house.member, series, ANY).orThrow();
        assertThat(statuses(children)).containsExactly(EventStatus.LIVE, EventStatus.LIVE);
        assertThat(codes(events.publish(house.member, series, ANY))).containsExactly("ALREADY_PUBLISHED_OR_DELETED");
        events.cancel(house.member, children.get(0), ANY).orThrow();
        events.unpublish(house.member, series, ANY).orThrow();
        assertThat(statuses(children)).containsExactly(EventStatus.CANCELED, EventStatus.DRAFT);
        events.update(house.member, children.get(1), Change.NONE.with(EventAttributes.DESCRIPTION, " "), ANY)
                .orThrow();
        assertThat(codes(events.publish(house.member, series, ANY)))
                .containsExactly("occurrences[" + children.get(1) + "].event.description:MISSING");
        assertThat(statuses(children)).containsExactly(EventStatus.CANCELED, EventStatus.DRAFT);
        events.delete(house.member, series, ANY).orThrow();
        assertThat(children()).isEmpty();
    }

    private List<Long> children() {
        return events.list(house.viewer, EventListing.all(house.organization, NOON)).orThrow().items().stream()
                .map(EventHouse::number)
                .toList();
    }

    private List<EventStatus> statuses(List<Long> numbers) {
        return numbers.stream()
                .map(number ->
                        events.find(Optional.of(house.viewer), number).orThrow().status())
                .toList();
    }

    @Test
    void theCapacityIsWhatWasSetOrElseTheSumOfTheClasses() {
        EventView made = house.draft();
        house.ticketClass(made, house.paid(100));
        assertThat(house.again(made).capacity()).isEqualTo(30);
        assertThat(house.again(made).capacityIsCustom()).isFalse();
        EventView set = events.update(house.member, number(made), Change.NONE.with(EventAttributes.CAPACITY, 7L), ANY)
                .orThrow();
        assertThat(set.capacity()).isEqualTo(7);
        assertThat(set.capacityIsCustom()).isTrue();
    }

    @Test
    void whatARequestMaySayIsTheDialectsToKnow() {
        Change standing = Change.NONE.with(EventAttributes.STATE, "published");
        assertThatThrownBy(() -> events.update(house.owner, 1, standing, ANY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> events.settle(house.owner, 1, complete()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
