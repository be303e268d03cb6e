package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Occurrence;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.EventOrder;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.listing.TicketClassOrder;
import dev.usher.core.money.Money;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who belongs to several organizations sees what all of them have in one list, and of no other. */
class AllOrganizationsTest {
    private final EventHouse house = new EventHouse();
    private final long opera = organization("opera");
    private final Actor kim = new Actor(
            house.organization,
            Role.OWNER,
            Optional.of(7L),
            Map.of(house.organization, Role.OWNER, opera, Role.VIEWER));

    @Test
    void eventsOfAllOrganizationsStandInOneOrder() {
        make(house.organization, "Ball");
        make(opera, "Aida");
        make(opera, "Carmen");
        make(organization("circus"), "Acrobats");
        EventListing byName = byName(PageRequest.first());
        assertThat(names(byName)).containsExactly("Aida", "Ball", "Carmen");
        assertThat(names(byName(new PageRequest(2, 2)))).containsExactly("Carmen");
        assertThat(house.events.listAll(kim, byName).total()).isEqualTo(3);
        assertThat(house.events.listAll(house.member, byName).total()).isEqualTo(1);
    }

    @Test
    void soDoTheirTicketClasses() {
        sell(make(house.organization, "Ball"), house.member, 500);
        sell(make(opera, "Aida"), new Actor(opera, Role.MEMBER), 300);
        sell(make(organization("circus"), "Acrobats"), new Actor(organization("circus"), Role.MEMBER), 400);
        TicketClassListing dearest =
                TicketClassListing.all(house.organization, EventHouse.NOON, TicketClassOrder.COST_DESC);
        assertThat(house.usher.ticketClasses().listAll(kim, dearest).items())
                .extracting(view -> view.cost().orElseThrow().minor())
                .containsExactly(500L, 300L);
    }

    @Test
    void theOccurrencesOfASeriesAreForItsOrganization() {
        EventView draft = house.draft();
        Instant start = Instant.parse("2030-09-01T18:00:00Z");
        house.events
                .makeSeries(
                        house.member,
                        EventHouse.number(draft),
                        List.of(
                                new Occurrence(start, start.plusSeconds(60)),
                                new Occurrence(start.plusSeconds(90), start.plusSeconds(120))))
                .orThrow();
        List<EventView> occurrences =
                house.events.occurrences(house.viewer, EventHouse.number(draft)).orThrow();
        assertThat(occurrences)
                .hasSize(2)
                .allMatch(view -> view.event().series().isPresent());
        house.events
                .delete(house.member, EventHouse.number(occurrences.get(0)), Optional.empty())
                .orThrow();
        assertThat(house.events
                        .occurrences(house.viewer, EventHouse.number(draft))
                        .orThrow())
                .hasSize(1);
        house.events
                .publish(house.member, EventHouse.number(draft), Optional.empty())
                .orThrow();
        assertThat(EventHouse.codes(house.events.occurrences(house.stranger, EventHouse.number(draft))))
                .hasSize(1);
        assertThat(EventHouse.codes(house.events.occurrences(house.viewer, EventHouse.number(occurrences.get(1)))))
                .hasSize(1);
    }

    private long organization(String name) {
        return house.usher.organizations().findOrCreate(name).orThrow().id();
    }

    private long make(long organization, String name) {
        Change said = Change.NONE
                .with(EventAttributes.NAME, name)
                .with(EventAttributes.CURRENCY, EventHouse.USD)
                .with(EventAttributes.START, Instant.parse("2030-07-04T18:00:00Z"));
        return EventHouse.number(house.events
                .draft(new Actor(organization, Role.MEMBER), organization, Optional.empty(), said)
                .orThrow());
    }

    private void sell(long event, Actor actor, long cents) {
        Change said = Change.NONE
                .with(TicketClassAttributes.NAME, "Box")
                .with(TicketClassAttributes.QUANTITY_TOTAL, 5L)
                .with(TicketClassAttributes.COST, new Money(cents, EventHouse.USD));
        house.usher.ticketClasses().create(actor, event, said).orThrow();
    }

    private List<String> names(EventListing listing) {
        return house.events.listAll(kim, listing).items().stream()
                .map(view -> view.event().name())
                .toList();
    }

    private EventListing byName(PageRequest page) {
        return EventListing.all(house.organization, EventHouse.NOON)
                .in(EventOrder.NAME_ASC)
                .of(house.organization, page);
    }
}
