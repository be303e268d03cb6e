package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.usher.core.access.PackageLimits;
import dev.usher.core.access.Packages;
import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.CopyWish;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.Question;
import dev.usher.core.event.QuestionWish;
import dev.usher.core.rule.Field;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Packages allow what whoever runs the engine decides. */
class PackagesTest {
    private static final PackageLimits NOTHING = new PackageLimits(false, false, 0, 0, 0);

    private final EventHouse house = new EventHouse(Terms.usual()
            .with(new Packages(
                    new PackageLimits(true, true, 2, 2, 1), NOTHING, new PackageLimits(true, true, 0, 0, 0))));

    @Test
    void anOrganizationWithoutAPackageMayDoWhatTheOperatorGivesAway() {
        house.profile(Profile.PACKAGE, "none");
        EventView event = made();
        assertThat(classOf(event)).isTrue();
        assertThat(classOf(event)).isTrue();
        assertThat(classOf(event)).isFalse();
        assertThat(asks(event)).isTrue();
        assertThat(asks(event)).isFalse();
        long number = EventHouse.number(event);
        EventView copy = house.events.copy(house.member, number, CopyWish.NONE).orThrow();
        EventView another =
                house.events.copy(house.member, number, CopyWish.NONE).orThrow();
        assertThat(publishes(event)).isTrue();
        assertThat(publishes(copy)).isTrue();
        assertThat(EventHouse.codes(house.events.publish(house.member, EventHouse.number(another), Optional.empty())))
                .containsExactly("PUBLISH_FREE_EVENT_FEATURE_DENIED");
    }

    @Test
    void aPackageThatAllowsNothingStopsEventsFromBeingMade() {
        house.profile(Profile.PACKAGE, "essentials");
        assertThat(EventHouse.codes(house.events.create(house.member, house.organization, EventHouse.complete())))
                .contains("NO_PACKAGE_SELECTED");
    }

    @Test
    void theGreatestPackageHasTheLimitsItIsGiven() {
        assertThat(classOf(made())).isFalse();
    }

    @Test
    void noPackageAllowsLessThanNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PackageLimits(true, true, 1, -1, 1))
                .withMessageContaining("-1 ticket classes");
    }

    private EventView made() {
        Change said = EventHouse.complete().with(EventAttributes.DESCRIPTION, "All night.");
        return house.events.create(house.member, house.organization, said).orThrow();
    }

    private boolean publishes(EventView event) {
        return house.events
                .publish(house.member, EventHouse.number(event), Optional.empty())
                .violations()
                .isEmpty();
    }

    private boolean classOf(EventView event) {
        Change said = Change.NONE
                .with(TicketClassAttributes.NAME, "Seat")
                .with(TicketClassAttributes.FREE, true)
                .with(TicketClassAttributes.QUANTITY_TOTAL, 20L);
        return house.usher
                .ticketClasses()
                .create(house.member, EventHouse.number(event), said)
                .violations()
                .isEmpty();
    }

    private boolean asks(EventView event) {
        Change said = Change.NONE.with(Question.TEXT, "Your size?").with(Question.TYPE, "text");
        return house.usher
                .questions()
                .create(house.member, EventHouse.number(event), new QuestionWish(said, Field.absent(), Field.absent()))
                .violations()
                .isEmpty();
    }
}
