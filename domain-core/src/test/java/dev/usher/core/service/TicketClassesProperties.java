package dev.usher.core.service;

import static dev.usher.core.ticketing.TicketClassAttributes.COST;
import static dev.usher.core.ticketing.TicketClassAttributes.DONATION;
import static dev.usher.core.ticketing.TicketClassAttributes.FREE;
import static dev.usher.core.ticketing.TicketClassAttributes.INCLUDE_FEE;
import static dev.usher.core.ticketing.TicketClassAttributes.NAME;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_SOLD;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_TOTAL;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START_AFTER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.money.Money;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.ticketing.TicketClass;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;

/**
 * Whatever is asked of the ticket classes of an event, they stay in order: what is refused changes nothing, and what is
 * accepted leaves no circle, no class that waits for nobody, no more tickets than seats and no ticket sold twice.
 */
class TicketClassesProperties {
    private static final long SEATS = 40;

    private enum Act {
        CREATE,
        UPDATE,
        DELETE,
        BREAK,
        SELL
    }

    /**
     * Something that is asked.
     *
     * @param target which class, counted round
     * @param other which class it is to wait for, counted round one further than there are: that one is nobody's
     */
    private record Step(Act act, int target, Optional<Integer> other, Change change, long sold) {}

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(
                        Arbitraries.of(Act.CREATE, Act.CREATE, Act.UPDATE, Act.UPDATE, Act.DELETE, Act.BREAK, Act.SELL),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 20).optional(0.6),
                        Arbitraries.of(TicketHouse.free("Free"), TicketHouse.paid("Paid", 4_500), gift()),
                        slips())
                .as((act, target, other, good, slip) ->
                        new Step(act, target, other, slip.in(act == Act.UPDATE ? Change.NONE : good), 1 + target % 4));
    }

    private static Change gift() {
        return Change.NONE.with(NAME, "Gift").with(DONATION, true);
    }

    /** What else is said, which may be right or wrong. */
    private interface Slip {
        Change in(Change change);
    }

    private static Arbitrary<Slip> slips() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(change -> change)),
                Tuple.of(1, slip(NAME, Arbitraries.of("Adult", "Child", " "))),
                Tuple.of(3, slip(QUANTITY_TOTAL, Arbitraries.of(0L, 3L, 5L, 20L))),
                Tuple.of(1, slip(FREE, Arbitraries.of(true, false))),
                Tuple.of(1, slip(DONATION, Arbitraries.of(true, false))),
                Tuple.of(1, slip(COST, Arbitraries.of(dollars(0), dollars(50), dollars(4_000)))),
                Tuple.of(1, slip(INCLUDE_FEE, Arbitraries.of(true, false))));
    }

    private static <T> Arbitrary<Slip> slip(Attribute<T> attribute, Arbitrary<T> values) {
        return Arbitraries.frequencyOf(
                        Tuple.of(8, values.map(Field::said)),
                        Tuple.of(1, Arbitraries.just(Field.<T>cleared())),
                        Tuple.of(1, Arbitraries.just(attribute.kind().read("\0"))))
                .map(field -> change -> change.with(attribute, field));
    }

    @Property(tries = 200)
    void whateverIsAskedTheClassesStayInOrder(@ForAll @Size(max = 30) List<@From("steps") Step> steps) {
        TicketHouse house = new TicketHouse();
        house.profile(Attributes.NONE.with(Profile.FEE_FIXED, "USD,79"));
        long event = house.event(
                house.coming().with(EventAttributes.RESERVED_SEATING, true).with(EventAttributes.CAPACITY, SEATS));
        // A first one that nothing is wrong with, so that every run has something to change.
        house.services
                .ticketClasses()
                .create(house.member, event, TicketHouse.free("First"))
                .orThrow();
        for (Step step : steps) {
            List<TicketClass> before = house.classes(event);
            long version = house.event(event).version();
            boolean changed = done(house, event, before, step);
            List<TicketClass> after = house.classes(event);
            if (changed) {
                assertThat(house.event(event).version()).isEqualTo(version + 1);
            } else if (step.act() != Act.SELL) {
                assertThat(after).isEqualTo(before);
                assertThat(house.event(event).version()).isEqualTo(version);
            }
            requireOrder(after);
        }
    }

    private static void requireOrder(List<TicketClass> classes) {
        CountedClasses counted = new CountedClasses(classes);
        assertThat(counted.tickets()).isLessThanOrEqualTo(SEATS);
        assertThat(counted.hasCircle()).isFalse();
        assertThat(counted.waitsForItsOwnOnly()).isTrue();
        for (TicketClass each : classes) {
            assertThat(each.get(NAME))
                    .hasValueSatisfying(name -> assertThat(name).isNotBlank());
            each.get(QUANTITY_TOTAL)
                    .ifPresent(total ->
                            assertThat(each.get(QUANTITY_SOLD).orElse(0L)).isLessThanOrEqualTo(total));
            boolean charged = each.get(COST).filter(cost -> !cost.isZero()).isPresent();
            assertThat(charged).isEqualTo(each.isPaid());
        }
    }

    /** True when the request was accepted. */
    private static boolean done(TicketHouse house, long event, List<TicketClass> classes, Step step) {
        TicketClasses service = house.services.ticketClasses();
        TicketClass target = classes.isEmpty()
                ? new TicketClass(house.event(event).ref(), -1, 1, Attributes.NONE)
                : classes.get(step.target() % classes.size());
        Change change = waiting(step, classes);
        return switch (step.act()) {
            case CREATE -> isAccepted(service.create(house.member, event, change));
            case UPDATE -> isAccepted(service.update(house.member, event, target.id(), change));
            case DELETE -> isAccepted(service.delete(house.member, event, target.id(), false));
            case BREAK -> isAccepted(service.delete(house.member, event, target.id(), true));
            case SELL -> {
                long left = target.get(QUANTITY_TOTAL).orElse(0L)
                        - target.get(QUANTITY_SOLD).orElse(0L);
                if (left >= step.sold()) {
                    house.sell(event, target.id(), step.sold());
                }
                yield false;
            }
        };
    }

    private static Change waiting(Step step, List<TicketClass> classes) {
        return step.other()
                .map(other -> other % (classes.size() + 1))
                .map(other -> step.change()
                        .with(
                                SALES_START_AFTER,
                                other < classes.size() ? classes.get(other).id() : 999_999_999L))
                .orElse(step.change());
    }

    private static boolean isAccepted(Outcome<?> outcome) {
        return outcome.violations().isEmpty();
    }

    private static Money dollars(long cents) {
        return new Money(cents, TicketHouse.DOLLAR);
    }
}
