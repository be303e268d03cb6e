package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.Belonging;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The venues and the organizers of an organization: its members keep them, and events show them. */
class BelongingsTest {
    private final TicketHouse house = new TicketHouse();

    private enum Sort {
        VENUE(Venue.NAME, EventAttributes.VENUE, Services::venues),
        ORGANIZER(Organizer.NAME, EventAttributes.ORGANIZER, Services::organizers);

        private final Attribute<String> name;
        private final Attribute<Long> reference;
        private final Function<Services, Belongings<?>> service;

        Sort(Attribute<String> name, Attribute<Long> reference, Function<Services, Belongings<?>> service) {
            this.name = name;
            this.reference = reference;
            this.service = service;
        }

        Belongings<?> in(TicketHouse house) {
            return service.apply(house.services);
        }
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void oneIsKeptAndListed(Sort sort) {
        Belonging first = create(sort, "Town hall");
        Belonging second = create(sort, "Barn");
        assertThat(found(sort, first.id())).isEqualTo(first);
        assertThat(listed(sort, PageRequest.first())).containsExactly(first, second);
        assertThat(listed(sort, new PageRequest(2, 1))).containsExactly(second);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void aChangeRaisesTheVersionAndALateOneIsRefused(Sort sort) {
        long made = create(sort, "Town hall").id();
        Optional<Long> seen = Optional.of(1L);
        Belonging changed = sort.in(house)
                .update(house.member, made, Change.NONE.with(sort.name, "Barn"), seen)
                .orThrow();
        assertThat(changed.version()).isEqualTo(2);
        assertThat(changed.attributes().get(sort.name)).contains("Barn");
        assertThat(found(sort, made)).isEqualTo(changed);
        assertThat(codes(sort.in(house).update(house.member, made, Change.NONE.with(sort.name, "Attic"), seen)))
                .containsExactly("VERSION_CONFLICT");
        Change nameless = Change.NONE.with(sort.name, Field.cleared());
        assertThat(codes(sort.in(house).update(house.member, made, nameless, Optional.empty())))
                .containsExactly("MISSING");
        assertThat(found(sort, made)).isEqualTo(changed);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void anotherOrganizationKnowsNothingOfIt(Sort sort) {
        long made = create(sort, "Town hall").id();
        assertThat(codes(sort.in(house).find(house.stranger, made))).containsExactly("NOT_FOUND");
        assertThat(codes(sort.in(house).update(house.stranger, made, Change.NONE, Optional.empty())))
                .containsExactly("NOT_FOUND");
        assertThat(codes(sort.in(house).list(house.stranger, house.organization, PageRequest.first())))
                .containsExactly("NOT_FOUND");
        assertThat(codes(sort.in(house).create(house.stranger, house.organization, Change.NONE)))
                .containsExactly("NOT_FOUND");
        assertThat(codes(sort.in(house).find(house.member, made + 1_000_000))).containsExactly("NOT_FOUND");
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void aViewerOnlyLooks(Sort sort) {
        Actor viewer = new Actor(house.organization, Role.VIEWER);
        long made = create(sort, "Town hall").id();
        assertThat(codes(sort.in(house).create(viewer, house.organization, Change.NONE)))
                .containsExactly("NOT_AUTHORIZED");
        assertThat(codes(sort.in(house).update(viewer, made, Change.NONE, Optional.empty())))
                .containsExactly("NOT_AUTHORIZED");
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void anEventShowsItsOwnOnly(Sort sort) {
        Belonging made = create(sort, "Town hall");
        long event = house.published();
        assertThat(shown(sort, event)).isEmpty();
        house.with(event, sort.reference, made.id());
        assertThat(shown(sort, event)).contains(made);
        Belonging foreign = sort.in(house)
                .create(house.stranger, house.elsewhere, Change.NONE.with(sort.name, "Barn"))
                .orThrow();
        house.with(event, sort.reference, foreign.id());
        assertThat(shown(sort, event)).isEmpty();
    }

    private Belonging create(Sort sort, String name) {
        return sort.in(house)
                .create(house.member, house.organization, Change.NONE.with(sort.name, name))
                .orThrow();
    }

    private Belonging found(Sort sort, long id) {
        return sort.in(house).find(house.viewer, id).orThrow();
    }

    private List<Belonging> listed(Sort sort, PageRequest page) {
        return List.copyOf(sort.in(house)
                .list(house.viewer, house.organization, page)
                .orThrow()
                .items());
    }

    private Optional<Belonging> shown(Sort sort, long event) {
        return sort.in(house).of(house.event(event)).map(Function.identity());
    }

    private static List<String> codes(Outcome<?> outcome) {
        return outcome.violations().stream().map(Violation::code).toList();
    }
}
