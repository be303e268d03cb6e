package dev.usher.core.service;

import static dev.usher.core.service.EventHouse.codes;
import static dev.usher.core.service.EventHouse.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventStatus;
import dev.usher.core.event.Question;
import dev.usher.core.event.QuestionWish;
import dev.usher.core.listing.EventListing;
import dev.usher.core.money.Money;
import dev.usher.core.rule.Field;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What changes of events come to, beside what they say: organizers, settings, payouts, names, and values that are none. */
class EventChangesTest {
    private static final Optional<Long> ANY = Optional.empty();

    private final EventHouse house = new EventHouse();
    private final Events events = house.events;

    @Test
    void aPublishedEventWithoutAnOrganizerGetsTheDefaultOne() {
        EventView event = house.published();
        Change none = Change.NONE.with(EventAttributes.ORGANIZER, Field.cleared());
        assertThat(events.update(house.member, number(event), none, ANY)
                        .orThrow()
                        .event()
                        .get(EventAttributes.ORGANIZER))
                .contains(house.organizer);
    }

    @Test
    void howAPageLooksIsNoMatterOfPayment() {
        EventView event = house.published();
        house.ticketClass(event, house.paid(500));
        Change map = Change.NONE.with(EventAttributes.SHOW_MAP, false).with(EventAttributes.HIDE_END_DATE, true);
        assertThat(events.arrange(house.member, number(event), map, ANY).violations())
                .isEmpty();
        Change name = Change.NONE.with(EventAttributes.NAME, "Ball");
        assertThat(codes(events.update(house.member, number(event), name, ANY))).containsExactly("NO_PAYMENT_OPTIONS");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> events.arrange(house.member, number(event), name, ANY))
                .withMessageContaining("event.name.html");
    }

    @Test
    void aChangeThatChangesNothingLeavesTheVersion() {
        EventView event = house.published();
        EventView same =
                events.update(house.member, number(event), Change.NONE, ANY).orThrow();
        assertThat(same.event().version()).isEqualTo(event.event().version());
        String name = event.event().get(EventAttributes.NAME).orElseThrow();
        assertThat(events.update(house.member, number(event), Change.NONE.with(EventAttributes.NAME, name), ANY)
                        .orThrow()
                        .event()
                        .version())
                .isEqualTo(event.event().version());
    }

    @Test
    void whatWasPaidOutIsNotPaidForTheNextTime() {
        house.profile(Profile.PAYMENT_COUNTRY, "CH");
        house.profile(Profile.PAYMENT_TYPE, "bank");
        EventView event = house.draft();
        house.ticketClass(event, house.paid(500));
        events.publish(house.member, number(event), ANY).orThrow();
        Change paidOut = Change.NONE.with(EventAttributes.PAID_OUT, true);
        assertThat(codes(events.settle(house.owner, number(event), paidOut))).containsExactly("is_paid_out:NOT_OVER");
        house.clock.move(Duration.ofDays(100));
        assertThat(events.settle(house.owner, number(event), paidOut).orThrow().status())
                .isEqualTo(EventStatus.COMPLETED);
        EventView taken = events.unpublish(house.member, number(event), ANY).orThrow();
        assertThat(taken.event().is(EventAttributes.PAID_OUT)).isFalse();
    }

    @Test
    void moneyThatIsGivenIsMoney() {
        EventView event = events.create(
                        house.member,
                        house.organization,
                        EventHouse.complete().with(EventAttributes.DESCRIPTION, "For the roof."))
                .orThrow();
        house.ticketClass(
                event, house.free().without(TicketClassAttributes.FREE).with(TicketClassAttributes.DONATION, true));
        assertThat(events.publish(house.member, number(event), ANY).orThrow().isFree())
                .isFalse();
        house.clock.move(Duration.ofDays(100));
        assertThat(house.again(event).status()).isEqualTo(EventStatus.ENDED);
    }

    @Test
    void whatIsTicketedElsewhereIsNoFreeEvent() {
        EventView elsewhere = events.create(
                        house.member,
                        house.organization,
                        EventHouse.complete()
                                .with(EventAttributes.DESCRIPTION, "There.")
                                .with(EventAttributes.EXTERNALLY_TICKETED, true))
                .orThrow();
        EventView free = house.draft();
        house.profile(Profile.PACKAGE, "essentials");
        events.publish(house.member, number(elsewhere), ANY).orThrow();
        assertThat(events.publish(house.member, number(free), ANY).violations()).isEmpty();
    }

    @Test
    void aNameIsFoundAsPeopleSeeIt() {
        EventView event = house.draft();
        assertThat(named("night of JAZZ")).containsExactly(number(event));
        assertThat(named("b>jazz")).isEmpty();
        Change other = Change.NONE.with(EventAttributes.NAME, "Rock &amp; Roll");
        events.update(house.member, number(event), other, ANY).orThrow();
        assertThat(named("rock & roll")).containsExactly(number(event));
    }

    @Test
    void whomQuestionsAreForStaysWhileThereAreAny() {
        EventView event = house.draft();
        Change size = Change.NONE.with(Question.TEXT, "Which size?").with(Question.TYPE, "text");
        house.usher
                .questions()
                .create(house.member, number(event), QuestionWish.of(size))
                .orThrow();
        Change buyers = Change.NONE.with(EventAttributes.SURVEY_RESPONDENT, "ticket_buyer");
        assertThat(codes(events.settle(house.member, number(event), buyers)))
                .containsExactly("survey_respondent:HAS_QUESTIONS");
    }

    @Test
    void aValueThatIsNoneOfItsKindIsRefusedWhoeverSaysIt() {
        Change wrong = EventHouse.complete()
                .with(EventAttributes.CAPACITY, -5L)
                .with(EventAttributes.NAME, "x".repeat(5_000))
                .with(EventAttributes.TERMINOLOGY, "nonsense")
                .with(EventAttributes.START, Instant.parse("2030-07-04T18:00:00.5Z"));
        assertThat(codes(events.create(house.member, house.organization, wrong)))
                .containsExactlyInAnyOrder(
                        "event.capacity:INVALID",
                        "event.name.html:INVALID",
                        "display_settings.terminology:INVALID",
                        "event.start.utc:INVALID");
        EventView event = house.draft();
        Change seat = Change.NONE
                .with(TicketClassAttributes.NAME, "Seat\u0000")
                .with(TicketClassAttributes.COST, new Money(500, EventHouse.USD))
                .with(TicketClassAttributes.QUANTITY_TOTAL, -7L)
                .with(TicketClassAttributes.SALES_CHANNELS, List.of("moon"));
        assertThat(codes(house.usher.ticketClasses().create(house.member, number(event), seat)))
                .containsExactlyInAnyOrder(
                        "ticket_class.name:INVALID",
                        "ticket_class.quantity_total:INVALID",
                        "ticket_class.sales_channels:INVALID");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> house.usher
                        .ticketClasses()
                        .create(
                                house.member,
                                number(event),
                                Change.NONE.with(TicketClassAttributes.QUANTITY_SOLD, 700L)))
                .withMessageContaining("quantity_sold");
    }

    private List<Long> named(String part) {
        EventListing named =
                EventListing.all(house.organization, house.clock.instant()).named(part);
        return events.list(house.viewer, named).orThrow().items().stream()
                .map(EventHouse::number)
                .toList();
    }
}
