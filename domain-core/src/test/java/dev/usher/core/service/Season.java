package dev.usher.core.service;

import dev.usher.core.attribute.Change;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.rule.Outcome;
import dev.usher.core.ticketing.TicketClass;
import java.util.List;
import java.util.Optional;

/** The events of a house over some months, one of which is at hand; it begins with a draft that could be published. */
final class Season {
    final EventHouse house = new EventHouse();
    private long atHand;

    Season() {
        Change gala = EventHouse.complete().with(EventAttributes.DESCRIPTION, "All night.");
        atHand = EventHouse.number(
                house.events.create(house.member, house.organization, gala).orThrow());
        classes().create(house.member, atHand, TicketHouse.free("Seat")).orThrow();
    }

    /** A season in which all of this was done. */
    static Season after(List<Deed> deeds) {
        Season season = new Season();
        deeds.forEach(deed -> deed.in(season));
        return season;
    }

    StoreContent content() {
        return StoreContent.of(house.store);
    }

    TicketClasses classes() {
        return house.usher.ticketClasses();
    }

    long atHand() {
        return atHand;
    }

    Event event() {
        return content().event(atHand).orElseThrow();
    }

    /** Takes the next event in hand, occurrences of series and copies among them, after the last the first. */
    void turnToTheNext() {
        List<Long> numbers = content().events().stream()
                .map(event -> event.ref().event())
                .sorted()
                .toList();
        atHand = numbers.get((numbers.indexOf(atHand) + 1) % numbers.size());
    }

    /** Says something of the event at hand. */
    Outcome<?> say(Change change) {
        return house.events.update(house.member, atHand, change, Optional.empty());
    }

    /** The class at a place of the event at hand, the last for -1; of a number that nobody has where it has none. */
    long idOfClass(int place) {
        List<TicketClass> all = content().classesOf(event());
        return all.isEmpty()
                ? Long.MAX_VALUE
                : all.get(Math.floorMod(place, all.size())).id();
    }

    /** Says something of the class at a place. */
    Outcome<?> sayOfClass(int place, Change change) {
        return classes().update(house.member, atHand, idOfClass(place), change);
    }

    /** Says something of the organization. */
    Outcome<?> sayOfHouse(Change change) {
        return house.usher.profiles().change(house.owner, house.organization, change, Optional.empty());
    }
}
