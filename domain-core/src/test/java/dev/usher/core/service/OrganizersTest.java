package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Organizer;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The organizers of an organization: its members keep them, and events show them. */
class OrganizersTest {
    private final TicketHouse house = new TicketHouse();
    private final Organizers organizers = house.services.organizers();

    @Test
    void anOrganizerIsKeptAndListed() {
        Organizer first = create("The club");
        Organizer second = create("The choir");
        assertThat(organizers.find(house.viewer, first.id()).orThrow()).isEqualTo(first);
        assertThat(organizers
                        .list(house.viewer, house.organization, PageRequest.first())
                        .orThrow()
                        .items())
                .containsExactly(first, second);
        assertThat(organizers
                        .list(house.viewer, house.organization, new PageRequest(2, 1))
                        .orThrow()
                        .items())
                .containsExactly(second);
    }

    @Test
    void aChangeRaisesTheVersionAndALateOneIsRefused() {
        Organizer made = create("The club");
        Organizer changed = organizers
                .update(house.member, made.id(), Change.NONE.with(Organizer.NAME, "The choir"), Optional.of(1L))
                .orThrow();
        assertThat(changed.version()).isEqualTo(2);
        assertThat(organizers.find(house.member, made.id()).orThrow()).isEqualTo(changed);
        assertThat(codes(organizers.update(
                        house.member, made.id(), Change.NONE.with(Organizer.NAME, "The club"), Optional.of(1L))))
                .containsExactly("VERSION_CONFLICT");
        assertThat(codes(organizers.update(
                        house.member, made.id(), Change.NONE.with(Organizer.NAME, Field.cleared()), Optional.empty())))
                .containsExactly("MISSING");
    }

    @Test
    void anotherOrganizationKnowsNothingOfIt() {
        Organizer made = create("The club");
        assertThat(codes(organizers.find(house.stranger, made.id()))).containsExactly("NOT_FOUND");
        assertThat(codes(organizers.update(house.stranger, made.id(), Change.NONE, Optional.empty())))
                .containsExactly("NOT_FOUND");
        assertThat(codes(organizers.list(house.stranger, house.organization, PageRequest.first())))
                .containsExactly("NOT_FOUND");
        assertThat(codes(organizers.create(house.stranger, house.organization, Change.NONE)))
                .containsExactly("NOT_FOUND");
        assertThat(codes(organizers.find(house.member, made.id() + 1_000_000))).containsExactly("NOT_FOUND");
    }

    @Test
    void aViewerOnlyLooks() {
        Actor viewer = new Actor(house.organization, Role.VIEWER);
        assertThat(codes(organizers.create(viewer, house.organization, Change.NONE)))
                .containsExactly("NOT_AUTHORIZED");
        assertThat(codes(organizers.update(viewer, create("The club").id(), Change.NONE, Optional.empty())))
                .containsExactly("NOT_AUTHORIZED");
    }

    @Test
    void anEventShowsItsOwnOnly() {
        Organizer made = create("The club");
        long event = house.published();
        assertThat(organizers.of(house.event(event))).isEmpty();
        house.with(event, EventAttributes.ORGANIZER, made.id());
        assertThat(organizers.of(house.event(event))).contains(made);
        long foreign = organizers
                .create(house.stranger, house.elsewhere, Change.NONE.with(Organizer.NAME, "The choir"))
                .orThrow()
                .id();
        house.with(event, EventAttributes.ORGANIZER, foreign);
        assertThat(organizers.of(house.event(event))).isEmpty();
    }

    private Organizer create(String name) {
        return organizers
                .create(house.member, house.organization, Change.NONE.with(Organizer.NAME, name))
                .orThrow();
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.violations().stream().map(Violation::code).toList();
    }
}
