package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Venue;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The venues of an organization: its members keep them, and events show them. */
class VenuesTest {
    private final TicketHouse house = new TicketHouse();
    private final Venues venues = house.services.venues();

    @Test
    void aVenueIsKeptAndListed() {
        Venue first = create("Town hall");
        Venue second = create("Barn");
        assertThat(venues.find(house.viewer, first.id()).orThrow()).isEqualTo(first);
        assertThat(venues.list(house.viewer, house.organization, PageRequest.first())
                        .orThrow()
                        .items())
                .containsExactly(first, second);
        assertThat(venues.list(house.viewer, house.organization, new PageRequest(2, 1))
                        .orThrow()
                        .items())
                .containsExactly(second);
    }

    @Test
    void aChangeRaisesTheVersionAndALateOneIsRefused() {
        Venue made = create("Town hall");
        Venue changed = venues.update(house.member, made.id(), Change.NONE.with(Venue.NAME, "Barn"), Optional.of(1L))
                .orThrow();
        assertThat(changed.version()).isEqualTo(2);
        assertThat(venues.find(house.member, made.id()).orThrow()).isEqualTo(changed);
        assertThat(codes(venues.update(
                        house.member, made.id(), Change.NONE.with(Venue.NAME, "Town hall"), Optional.of(1L))))
                .containsExactly("VERSION_CONFLICT");
        assertThat(codes(venues.update(
                        house.member, made.id(), Change.NONE.with(Venue.NAME, Field.cleared()), Optional.empty())))
                .containsExactly("MISSING");
    }

    @Test
    void anotherOrganizationKnowsNothingOfIt() {
        Venue made = create("Town hall");
        assertThat(codes(venues.find(house.stranger, made.id()))).containsExactly("NOT_FOUND");
        assertThat(codes(venues.update(house.stranger, made.id(), Change.NONE, Optional.empty())))
                .containsExactly("NOT_FOUND");
        assertThat(codes(venues.list(house.stranger, house.organization, PageRequest.first())))
                .containsExactly("NOT_FOUND");
        assertThat(codes(venues.create(house.stranger, house.organization, Change.NONE)))
                .containsExactly("NOT_FOUND");
        assertThat(codes(venues.find(house.member, made.id() + 1_000_000))).containsExactly("NOT_FOUND");
    }

    @Test
    void aViewerOnlyLooks() {
        Actor viewer = new Actor(house.organization, Role.VIEWER);
        assertThat(codes(venues.create(viewer, house.organization, Change.NONE)))
                .containsExactly("NOT_AUTHORIZED");
        assertThat(codes(venues.update(viewer, create("Town hall").id(), Change.NONE, Optional.empty())))
                .containsExactly("NOT_AUTHORIZED");
    }

    @Test
    void anEventShowsItsOwnOnly() {
        Venue made = create("Town hall");
        long event = house.published();
        assertThat(venues.of(house.event(event))).isEmpty();
        house.with(event, EventAttributes.VENUE, made.id());
        assertThat(venues.of(house.event(event))).contains(made);
        long foreign = venues.create(house.stranger, house.elsewhere, Change.NONE.with(Venue.NAME, "Barn"))
                .orThrow()
                .id();
        house.with(event, EventAttributes.VENUE, foreign);
        assertThat(venues.of(house.event(event))).isEmpty();
    }

    private Venue create(String name) {
        return venues.create(house.member, house.organization, Change.NONE.with(Venue.NAME, name))
                .orThrow();
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.violations().stream().map(Violation::code).toList();
    }
}
