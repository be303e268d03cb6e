package dev.usher.core.service;

import static dev.usher.core.event.EventAttributes.CHANGED_AT;
import static dev.usher.core.event.EventAttributes.CURRENCY;
import static dev.usher.core.event.EventAttributes.DESCRIPTION;
import static dev.usher.core.event.EventAttributes.END;
import static dev.usher.core.event.EventAttributes.END_ZONE;
import static dev.usher.core.event.EventAttributes.EXTERNALLY_TICKETED;
import static dev.usher.core.event.EventAttributes.NAME;
import static dev.usher.core.event.EventAttributes.ONLINE;
import static dev.usher.core.event.EventAttributes.ORGANIZER;
import static dev.usher.core.event.EventAttributes.PUBLISHED_AT;
import static dev.usher.core.event.EventAttributes.RESERVED_SEATING;
import static dev.usher.core.event.EventAttributes.START;
import static dev.usher.core.event.EventAttributes.START_ZONE;
import static dev.usher.core.event.EventAttributes.STATE;
import static dev.usher.core.event.EventAttributes.VENUE;
import static dev.usher.core.service.EventHouse.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.event.CopyWish;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.listing.EventListing;
import dev.usher.core.rule.Outcome;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever is done to an event, in whatever order: it never comes into a state that it must not be in. */
class EventLifeProperties {
    /** Where each step leads, said a second time and otherwise than the engine says it. */
    private static final Set<String> STEPS = Set.of(
            "draft PUBLISH published",
            "published UNPUBLISH draft",
            "draft CANCEL canceled",
            "published CANCEL canceled",
            "draft DELETE deleted",
            "published DELETE deleted",
            "canceled DELETE deleted");

    private static final Set<Deed> STEPPING = Set.of(Deed.PUBLISH, Deed.UNPUBLISH, Deed.CANCEL, Deed.DELETE);

    @Provide
    static Arbitrary<List<Deed>> life() {
        Arbitrary<Deed> deed = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of(Deed.PUBLISH, Deed.UNPUBLISH, Deed.DESCRIBE)),
                Tuple.of(7, Arbitraries.of(Deed.values())));
        return deed.list().ofMinSize(1).ofMaxSize(30);
    }

    @Property(tries = 300)
    void noReachableStateBreaksAnInvariantAndNoRefusalLeavesATrace(@ForAll("life") List<Deed> life) {
        EventHouse house = paidHouse();
        EventView event = house.draft();
        for (Deed deed : life) {
            Event before = house.kept(event);
            long others = count(house);
            Outcome<EventView> outcome = deed.of(house, new EventView(before, event.status(), true, 0, false, true));
            Event after = house.kept(event);
            if (outcome instanceof Outcome.Rejected<EventView>) {
                assertThat(after).as("%s was refused", deed).isEqualTo(before);
                assertThat(count(house)).isEqualTo(others);
            }
            assertSteps(deed, outcome, before, after);
            assertSound(house, after);
        }
    }

    @Property(tries = 100)
    void publishThenUnpublishIsNothing(@ForAll("life") List<Deed> life) {
        EventHouse house = paidHouse();
        EventView event = lived(house, life);
        Event before = house.kept(event);
        if (house.events.publish(house.member, number(event), Optional.empty())
                instanceof Outcome.Accepted<EventView>) {
            house.events
                    .unpublish(house.member, number(event), Optional.empty())
                    .orThrow();
            Event after = house.kept(event);
            assertThat(after.attributes().without(CHANGED_AT))
                    .isEqualTo(before.attributes().without(CHANGED_AT));
            assertThat(after.version()).isEqualTo(before.version() + 2);
        }
    }

    @Property(tries = 100)
    void aCopyIsTheSourceButForItsStandingAndWhatItSold(@ForAll("life") List<Deed> life) {
        EventHouse house = paidHouse();
        EventView source = lived(house, life);
        Event before = house.kept(source);
        if (house.events.copy(house.member, number(source), CopyWish.NONE)
                instanceof Outcome.Accepted<EventView> made) {
            EventView copy = made.value();
            assertThat(house.kept(source)).isEqualTo(before);
            for (Attribute<?> attribute : EventAttributes.ALL) {
                if (!EventAttributes.STANDING.contains(attribute) && attribute != EventAttributes.PAID_OUT) {
                    assertThat(copy.event().attributes().said(attribute))
                            .as(attribute.name())
                            .isEqualTo(before.attributes().said(attribute));
                }
            }
            assertThat(copy.event().get(STATE)).contains("draft");
            assertThat(copy.event().get(PUBLISHED_AT)).isEmpty();
            assertSameClasses(house.classes(source), house.classes(copy));
        }
    }

    private static EventHouse paidHouse() {
        EventHouse house = new EventHouse();
        house.profile(Profile.PAYMENT_COUNTRY, "CH");
        house.profile(Profile.PAYMENT_TYPE, "bank");
        return house;
    }

    private static EventView lived(EventHouse house, List<Deed> life) {
        EventView event = house.draft();
        for (Deed deed : life) {
            deed.of(house, new EventView(house.kept(event), event.status(), true, 0, false, true));
        }
        return event;
    }

    private static long count(EventHouse house) {
        return house.events
                .list(house.viewer, EventListing.all(house.organization, house.clock.instant()))
                .orThrow()
                .total();
    }

    private static void assertSteps(Deed deed, Outcome<EventView> outcome, Event before, Event after) {
        String from = before.get(STATE).orElseThrow();
        String to = after.get(STATE).orElseThrow();
        if (STEPPING.contains(deed) && outcome instanceof Outcome.Accepted<EventView>) {
            assertThat(STEPS).contains(from + " " + deed + " " + to);
            assertThat(after.version()).isEqualTo(before.version() + 1);
        } else {
            assertThat(to).isEqualTo(from);
        }
    }

    private static void assertSound(EventHouse house, Event event) {
        assertThat(event.is(ONLINE) && event.get(VENUE).isPresent()).isFalse();
        assertThat(event.is(RESERVED_SEATING) && event.is(EXTERNALLY_TICKETED)).isFalse();
        if (event.get(STATE).filter("published"::equals).isPresent()) {
            for (Attribute<?> needed : List.of(NAME, DESCRIPTION, START, END, START_ZONE, ORGANIZER, CURRENCY)) {
                assertThat(event.get(needed)).as(needed.name()).isPresent();
            }
            assertThat(event.get(START_ZONE)).isEqualTo(event.get(END_ZONE));
            assertThat(event.get(END).orElseThrow()).isAfter(event.get(START).orElseThrow());
            assertThat(event.get(PUBLISHED_AT)).isPresent();
            List<TicketClass> classes =
                    house.store.read(transaction -> transaction.ticketClasses().of(event.ref()));
            assertThat(classes.isEmpty()).isEqualTo(event.is(EXTERNALLY_TICKETED));
            assertThat(classes)
                    .allMatch(each -> each.get(TicketClassAttributes.COST)
                            .map(cost ->
                                    cost.currency().equals(event.get(CURRENCY).orElseThrow()))
                            .orElse(true));
        }
        if (event.get(STATE).filter("draft"::equals).isPresent()) {
            assertThat(event.get(PUBLISHED_AT)).isEmpty();
        }
    }

    private static void assertSameClasses(List<TicketClass> originals, List<TicketClass> copies) {
        assertThat(copies).hasSameSizeAs(originals);
        Map<Long, Long> numberOf = new HashMap<>();
        for (int at = 0; at < copies.size(); at++) {
            numberOf.put(originals.get(at).id(), copies.get(at).id());
        }
        assertThat(new HashSet<>(numberOf.values()))
                .hasSameSizeAs(originals)
                .doesNotContainAnyElementsOf(numberOf.keySet());
        for (int at = 0; at < copies.size(); at++) {
            for (Attribute<?> attribute : TicketClassAttributes.DETAILS) {
                if (attribute != TicketClassAttributes.SALES_START_AFTER) {
                    assertThat(copies.get(at).attributes().said(attribute))
                            .isEqualTo(originals.get(at).attributes().said(attribute));
                }
            }
            assertThat(copies.get(at).get(TicketClassAttributes.SALES_START_AFTER))
                    .isEqualTo(originals
                            .get(at)
                            .get(TicketClassAttributes.SALES_START_AFTER)
                            .map(numberOf::get));
        }
    }
}
