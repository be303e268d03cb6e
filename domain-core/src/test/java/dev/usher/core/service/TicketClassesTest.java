package dev.usher.core.service;

import static dev.usher.core.ticketing.TicketClassAttributes.COST;
import static dev.usher.core.ticketing.TicketClassAttributes.DESCRIPTION;
import static dev.usher.core.ticketing.TicketClassAttributes.FREE;
import static dev.usher.core.ticketing.TicketClassAttributes.HIDDEN;
import static dev.usher.core.ticketing.TicketClassAttributes.HIDE_DESCRIPTION;
import static dev.usher.core.ticketing.TicketClassAttributes.INCLUDE_FEE;
import static dev.usher.core.ticketing.TicketClassAttributes.NAME;
import static dev.usher.core.ticketing.TicketClassAttributes.PARENT;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_SOLD;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_TOTAL;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_CHANNELS;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_END;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START_AFTER;
import static dev.usher.core.ticketing.TicketClassAttributes.SORTING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.listing.TicketClassOrder;
import dev.usher.core.money.Money;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import dev.usher.core.ticketing.SaleStatus;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ticket classes are made, changed and removed by members, and everybody sees of them what they may. */
class TicketClassesTest {
    private final TicketHouse house = new TicketHouse();
    private final TicketClasses classes = house.services.ticketClasses();

    @Test
    void aSaleThatSaysNoEndIsShownToEndAnHourBeforeTheEventStarts() {
        long event = house.published();
        TicketClassView open =
                classes.create(house.member, event, TicketHouse.free("Adult")).orThrow();
        assertThat(open.ticketClass().get(SALES_END)).isEmpty();
        assertThat(open.salesEnd())
                .contains(house.clock.instant().plus(Duration.ofDays(10)).minus(Duration.ofHours(1)));
        Instant said = house.clock.instant().plus(Duration.ofDays(1));
        assertThat(classes.update(house.member, event, open.ticketClass().id(), Change.NONE.with(SALES_END, said))
                        .orThrow()
                        .salesEnd())
                .contains(said);
    }

    @Test
    void aNewClassStandsAfterTheOthersAndRaisesTheVersionOfItsEvent() {
        long event = house.published();
        TicketClassView first =
                classes.create(house.member, event, TicketHouse.free("Adult")).orThrow();
        TicketClassView second =
                classes.create(house.member, event, TicketHouse.free("Child")).orThrow();

        assertThat(first.ticketClass().get(SORTING)).contains(1L);
        assertThat(second.ticketClass().get(SORTING)).contains(2L);
        assertThat(second.status()).isEqualTo(SaleStatus.AVAILABLE);
        assertThat(second.isOwned()).isTrue();
        assertThat(house.event(event).version()).isEqualTo(3);
        assertThat(house.event(event).get(EventAttributes.CHANGED_AT)).contains(house.clock.instant());
        assertThat(classes.of(Optional.of(house.viewer), event, Optional.empty())
                        .orThrow())
                .containsExactly(first, second);
    }

    @Test
    void aRefusedRequestTellsEverythingAndChangesNothing() {
        long event = house.published();
        Change wrong = Change.NONE.with(FREE, true).with(COST, new Money(100, TicketHouse.DOLLAR));

        assertThat(codes(classes.create(house.member, event, wrong)))
                .containsExactly("MISSING", "FREE_AND_COST", "NO_QUANTITY_TOTAL");
        assertThat(house.classes(event)).isEmpty();
        assertThat(house.event(event).version()).isEqualTo(1);
    }

    @Test
    void aDraftMayLackNamePriceAndQuantity() {
        long event = house.draft();
        assertThat(codes(classes.create(house.member, event, Change.NONE)))
                .containsExactly("MISSING", "NO_COST", "NO_QUANTITY_TOTAL");
        assertThat(codes(classes.draft(house.member, event, Change.NONE))).isEmpty();
    }

    @Test
    void aDraftIsCompletedOneStepAfterTheOtherAndLosesNothing() {
        long event = house.draft();
        long id = classes.draft(house.member, event, Change.NONE.with(TicketClassAttributes.NAME, "Box"))
                .orThrow()
                .ticketClass()
                .id();
        Change quantity = Change.NONE.with(TicketClassAttributes.QUANTITY_TOTAL, 5L);
        assertThat(classes.update(house.member, event, id, quantity).violations())
                .isEmpty();
        Change without = Change.NONE.with(TicketClassAttributes.QUANTITY_TOTAL, Field.cleared());
        assertThat(codes(classes.update(house.member, event, id, without))).containsExactly("NO_QUANTITY_TOTAL");
    }

    @Test
    void ticketsAreHandedOutAsTheOrganizationDoesIt() {
        house.profile(Attributes.NONE.with(Profile.DELIVERY_METHODS, List.of("will_call")));
        TicketClassView made = classes.create(house.member, house.draft(), TicketHouse.free("Adult"))
                .orThrow();
        assertThat(made.ticketClass().get(TicketClassAttributes.DELIVERY_METHODS))
                .contains(List.of("will_call"));
    }

    @Test
    void anUpdateChangesWhatItSaysAndNothingElse() {
        long event = house.published();
        TicketClassView made = classes.create(house.member, event, TicketHouse.paid("Adult", 4_500))
                .orThrow();
        TicketClassView changed = classes.update(
                        house.member, event, made.ticketClass().id(), Change.NONE.with(QUANTITY_TOTAL, 20L))
                .orThrow();

        assertThat(changed.ticketClass().version()).isEqualTo(2);
        assertThat(changed.ticketClass().attributes())
                .isEqualTo(made.ticketClass().attributes().with(QUANTITY_TOTAL, 20L));
        assertThat(house.classes(event)).containsExactly(changed.ticketClass());
    }

    @Test
    void strangersSeeWhatIsPublishedListedAndNotHidden() {
        long event = house.published();
        long seen = create(
                event,
                TicketHouse.free("Adult").with(DESCRIPTION, "with a seat").with(HIDE_DESCRIPTION, true));
        long hidden = create(event, TicketHouse.free("Friends").with(HIDDEN, true));

        List<TicketClassView> views =
                classes.of(Optional.of(house.stranger), event, Optional.empty()).orThrow();
        assertThat(views).extracting(view -> view.ticketClass().id()).containsExactly(seen);
        assertThat(views.get(0).ticketClass().get(DESCRIPTION)).isEmpty();
        assertThat(views.get(0).isOwned()).isFalse();
        assertThat(codes(classes.find(Optional.of(house.stranger), event, hidden)))
                .containsExactly("NOT_FOUND");
        assertThat(classes.find(Optional.of(house.viewer), event, hidden)
                        .orThrow()
                        .status())
                .isEqualTo(SaleStatus.HIDDEN);

        house.with(event, EventAttributes.LISTED, false);
        assertThat(codes(classes.of(Optional.of(house.stranger), event, Optional.empty())))
                .containsExactly("NOT_FOUND");
        assertThat(codes(classes.of(Optional.empty(), house.draft(), Optional.empty())))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void onlyMembersWrite() {
        long event = house.published();
        long id = create(event, TicketHouse.free("Adult"));
        assertThat(codes(classes.create(house.viewer, event, TicketHouse.free("Child"))))
                .containsExactly("NOT_AUTHORIZED");
        assertThat(codes(classes.update(house.viewer, event, id, Change.NONE))).containsExactly("NOT_AUTHORIZED");
        assertThat(codes(classes.delete(house.viewer, event, id, false))).containsExactly("NOT_AUTHORIZED");
        assertThat(codes(classes.create(house.stranger, event, TicketHouse.free("Child"))))
                .containsExactly("NOT_FOUND");
        assertThat(codes(classes.update(house.member, event, id + 1, Change.NONE)))
                .containsExactly("NOT_FOUND");
        house.with(event, EventAttributes.STATE, "deleted");
        assertThat(codes(classes.update(house.member, event, id, Change.NONE))).containsExactly("NOT_FOUND");
    }

    @Test
    void aClassIsFoundOnlyAtItsOwnEvent() {
        long id = create(house.published(), TicketHouse.free("Adult"));
        long other = house.published();
        assertThat(codes(classes.find(Optional.of(house.member), other, id))).containsExactly("NOT_FOUND");
        assertThat(codes(classes.delete(house.member, other, id, false))).containsExactly("NOT_FOUND");
    }

    @Test
    void aPointOfSaleShowsWhatIsSoldThere() {
        long event = house.published();
        long online = create(event, TicketHouse.free("Online").with(SALES_CHANNELS, List.of("online")));
        long door = create(event, TicketHouse.free("Door").with(SALES_CHANNELS, List.of("atd")));

        assertThat(at(event, "online")).containsExactly(online);
        assertThat(at(event, "at_the_door")).containsExactly(door);
        assertThat(classes.of(Optional.of(house.member), event, Optional.of("shop"))
                        .violations())
                .extracting(Violation::path)
                .containsExactly("pos");
    }

    @Test
    void breakingADependencyStartsTheSaleOfThoseThatWaited() {
        long event = house.published();
        long early = create(event, TicketHouse.free("Early"));
        long late = create(
                event,
                TicketHouse.free("Late")
                        .with(SALES_START_AFTER, early)
                        .with(SALES_START, house.clock.instant().plus(Duration.ofDays(2))));
        assertThat(status(event, late)).isEqualTo(SaleStatus.NOT_YET_ON_SALE);
        assertThat(codes(classes.delete(house.member, event, early, false))).containsExactly("IS_STARTED_AFTER");

        assertThat(classes.delete(house.member, event, early, true).orThrow()).isEqualTo(early);
        assertThat(status(event, late)).isEqualTo(SaleStatus.AVAILABLE);
    }

    @Test
    void aClassThatWaitsIsSoldOnceTheOtherIsSoldOut() {
        long event = house.published();
        long early = create(event, TicketHouse.free("Early"));
        long late = create(event, TicketHouse.free("Late").with(SALES_START_AFTER, early));
        house.sell(event, early, 9);
        assertThat(status(event, late)).isEqualTo(SaleStatus.NOT_YET_ON_SALE);
        house.sell(event, early, 1);
        assertThat(status(event, early)).isEqualTo(SaleStatus.SOLD_OUT);
        assertThat(status(event, late)).isEqualTo(SaleStatus.AVAILABLE);
    }

    @Test
    void theFeeIsOnTopOrIncluded() {
        house.profile(Attributes.NONE.with(Profile.FEE_PERCENT, 250L).with(Profile.FEE_FIXED, "EUR,59 USD,79"));
        long event = house.published();
        TicketClassView onTop = classes.create(house.member, event, TicketHouse.paid("Adult", 4_500))
                .orThrow();
        assertThat(onTop.cost()).contains(dollars(4_500));
        assertThat(onTop.fee()).contains(dollars(192));
        assertThat(onTop.actualCost()).contains(dollars(4_500));
        assertThat(onTop.actualFee()).contains(dollars(192));

        TicketClassView included = classes.update(
                        house.member, event, onTop.ticketClass().id(), Change.NONE.with(INCLUDE_FEE, true))
                .orThrow();
        assertThat(included.cost()).contains(dollars(4_500));
        assertThat(included.fee()).contains(dollars(0));
        assertThat(included.actualCost()).contains(dollars(4_308));
        assertThat(included.actualFee()).contains(dollars(192));
        assertThat(codes(classes.create(
                        house.member, event, TicketHouse.paid("Cheap", 81).with(INCLUDE_FEE, true))))
                .containsExactly("COST_GREATER_THAN_FEE");
    }

    @Test
    void theClassesOfOccurrencesFollowThoseOfTheirSeries() {
        long series = house.event(house.coming().with(EventAttributes.SERIES_PARENT, true));
        long monday = house.event(house.coming().with(EventAttributes.SERIES, series));
        long tuesday = house.event(house.coming().with(EventAttributes.SERIES, series));
        long other = house.published();

        long id = create(series, TicketHouse.free("Adult"));
        TicketClass follower = house.classes(tuesday).get(0);
        assertThat(follower.get(PARENT)).contains(id);
        assertThat(follower.get(NAME)).contains("Adult");
        assertThat(house.event(monday).version()).isEqualTo(2);
        assertThat(house.classes(other)).isEmpty();

        house.sell(tuesday, follower.id(), 3);
        classes.update(house.member, series, id, Change.NONE.with(NAME, "Grown-up"))
                .orThrow();
        assertThat(house.classes(monday).get(0).get(NAME)).contains("Grown-up");
        assertThat(house.classes(tuesday).get(0).get(QUANTITY_SOLD)).contains(3L);
        assertThat(codes(classes.update(house.member, series, id, Change.NONE.with(QUANTITY_TOTAL, 2L))))
                .containsExactly("INVALID");
        assertThat(codes(classes.delete(house.member, series, id, false))).containsExactly("HAS_ATTENDEES");
        assertThat(codes(classes.update(house.member, tuesday, follower.id(), Change.NONE.with(NAME, "Mine"))))
                .containsExactly("INVALID_TICKET");
        assertThat(codes(classes.create(house.member, monday, TicketHouse.free("Mine"))))
                .containsExactly("INVALID_EVENT");

        long second = create(series, TicketHouse.free("Child"));
        assertThat(house.classes(monday)).hasSize(2);
        classes.delete(house.member, series, second, false).orThrow();
        assertThat(house.classes(monday)).hasSize(1);
    }

    @Test
    void aSeriesKeepsAClassForItsPublishedOccurrences() {
        long series = house.event(house.coming().with(EventAttributes.SERIES_PARENT, true));
        long monday = house.event(house.coming().with(EventAttributes.SERIES, series));
        long id = create(series, TicketHouse.free("Adult"));
        house.with(monday, EventAttributes.STATE, "published");
        assertThat(codes(classes.delete(house.member, series, id, false))).containsExactly("LAST_TICKET");
        house.with(monday, EventAttributes.STATE, "draft");
        assertThat(codes(classes.delete(house.member, series, id, false))).isEmpty();
    }

    @Test
    void anOrganizationListsTheClassesOfAllItsEvents() {
        long first = house.published();
        long adult = create(first, TicketHouse.paid("Adult", 2_000));
        long child = create(house.published(), TicketHouse.paid("Child", 1_000));

        Page<TicketClassView> page =
                classes.list(house.viewer, listing(house.organization)).orThrow();
        assertThat(page.items()).extracting(view -> view.ticketClass().id()).containsExactly(child, adult);
        assertThat(page.items())
                .extracting(TicketClassView::cost)
                .containsExactly(Optional.of(dollars(1_000)), Optional.of(dollars(2_000)));
        assertThat(codes(classes.list(house.stranger, listing(house.organization))))
                .containsExactly("NOT_FOUND");
    }

    private TicketClassListing listing(long organization) {
        return TicketClassListing.all(organization, house.clock.instant(), TicketClassOrder.COST_ASC);
    }

    private long create(long event, Change change) {
        return classes.create(house.member, event, change)
                .orThrow()
                .ticketClass()
                .id();
    }

    private SaleStatus status(long event, long id) {
        return classes.find(Optional.of(house.member), event, id).orThrow().status();
    }

    private List<Long> at(long event, String pointOfSale) {
        return classes.of(Optional.of(house.member), event, Optional.of(pointOfSale)).orThrow().stream()
                .map(view -> view.ticketClass().id())
                .toList();
    }

    private static Money dollars(long cents) {
        return new Money(cents, TicketHouse.DOLLAR);
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.violations().stream().map(Violation::code).toList();
    }
}
