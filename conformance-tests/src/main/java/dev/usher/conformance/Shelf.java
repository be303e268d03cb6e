package dev.usher.conformance;

import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Question;
import dev.usher.core.event.Venue;
import dev.usher.core.store.Transaction;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a store keeps one concept, so that one test can judge all of them.
 *
 * @param name what is kept
 * @param attributes all that can be known of it
 * @param tally one of them, in which a test may count
 */
record Shelf(
        String name,
        List<Attribute<?>> attributes,
        Attribute<String> tally,
        Adding adding,
        Finding finding,
        Replacing replacing) {

    /** What is found of a thing. */
    record Known(long version, Attributes attributes) {}

    /** Adds a thing of a new number, which belongs to an event or to its organization. */
    interface Adding {
        void add(Transaction transaction, EventRef place, long number, Attributes attributes);
    }

    /** Looks for a thing. */
    interface Finding {
        Optional<Known> find(Transaction transaction, EventRef place, long number);
    }

    /** Puts other attributes in place of a version. */
    interface Replacing {
        boolean replace(Transaction transaction, EventRef place, long number, Known changed);
    }

    static final Shelf CLASSES = new Shelf(
            "ticket class",
            TicketClassAttributes.ALL,
            TicketClassAttributes.NAME,
            (transaction, place, number, attributes) ->
                    transaction.ticketClasses().add(new TicketClass(place, number, 1, attributes)),
            (transaction, place, number) -> transaction
                    .ticketClasses()
                    .find(place, number)
                    .map(found -> new Known(found.version(), found.attributes())),
            (transaction, place, number, changed) -> transaction
                    .ticketClasses()
                    .replace(new TicketClass(place, number, changed.version(), changed.attributes())));

    /** What can be replaced. */
    static final List<Shelf> CHANGING = List.of(
            new Shelf(
                    "event",
                    EventAttributes.ALL,
                    EventAttributes.NAME,
                    (transaction, place, number, attributes) -> transaction
                            .events()
                            .add(new Event(new EventRef(place.organization(), number), "no. " + number, 1, attributes)),
                    (transaction, place, number) -> transaction
                            .events()
                            .find(new EventRef(place.organization(), number))
                            .map(found -> new Known(found.version(), found.attributes())),
                    (transaction, place, number, changed) -> transaction
                            .events()
                            .replace(new Event(
                                    new EventRef(place.organization(), number),
                                    "no. " + number,
                                    changed.version(),
                                    changed.attributes()))),
            CLASSES,
            new Shelf(
                    "venue",
                    Venue.ATTRIBUTES,
                    Venue.NAME,
                    (transaction, place, number, attributes) ->
                            transaction.venues().add(new Venue(place.organization(), number, 1, attributes)),
                    (transaction, place, number) -> transaction
                            .venues()
                            .find(number)
                            .map(found -> new Known(found.version(), found.attributes())),
                    (transaction, place, number, changed) -> transaction
                            .venues()
                            .replace(new Venue(place.organization(), number, changed.version(), changed.attributes()))),
            new Shelf(
                    "organizer",
                    Organizer.ATTRIBUTES,
                    Organizer.NAME,
                    (transaction, place, number, attributes) ->
                            transaction.organizers().add(new Organizer(place.organization(), number, 1, attributes)),
                    (transaction, place, number) -> transaction
                            .organizers()
                            .find(number)
                            .map(found -> new Known(found.version(), found.attributes())),
                    (transaction, place, number, changed) -> transaction
                            .organizers()
                            .replace(new Organizer(
                                    place.organization(), number, changed.version(), changed.attributes()))));

    private static final Shelf QUESTIONS = new Shelf(
            "question",
            Question.ALL,
            Question.TEXT,
            (transaction, place, number, attributes) ->
                    transaction.questions().add(new Question(place, number, attributes, List.of(), List.of())),
            (transaction, place, number) ->
                    transaction.questions().find(place, number).map(found -> new Known(1, found.attributes())),
            (transaction, place, number, changed) -> false);

    /** Profiles, of which each organization has one from the beginning: at version 0, and said by nobody. */
    static final Shelf PROFILES = new Shelf(
            "profile",
            Profile.ATTRIBUTES,
            Profile.NAME,
            (transaction, place, number, attributes) -> {
                long version = transaction.profiles().of(place.organization()).version();
                if (!transaction.profiles().replace(new Profile(place.organization(), version, attributes))) {
                    throw new AssertionError("version " + version + " of a profile could not be replaced");
                }
            },
            (transaction, place, number) -> Optional.of(transaction.profiles().of(place.organization()))
                    .map(found -> new Known(found.version(), found.attributes())),
            (transaction, place, number, changed) -> transaction
                    .profiles()
                    .replace(new Profile(place.organization(), changed.version(), changed.attributes())));

    /** Everything that has attributes. */
    static final List<Shelf> ALL =
            Stream.concat(CHANGING.stream(), Stream.of(QUESTIONS, PROFILES)).toList();

    /** What is known of a thing that must be there. */
    Known known(Transaction transaction, EventRef place, long number) {
        return finding.find(transaction, place, number)
                .orElseThrow(() -> new AssertionError(name + " " + number + " is not there"));
    }

    @Override
    public String toString() {
        return name;
    }
}
