package dev.usher.core.service;

import static dev.usher.core.event.EventAttributes.CHANGED_AT;
import static dev.usher.core.event.EventAttributes.CREATED_AT;
import static dev.usher.core.event.EventAttributes.END;
import static dev.usher.core.event.EventAttributes.END_ZONE;
import static dev.usher.core.event.EventAttributes.ORGANIZER;
import static dev.usher.core.event.EventAttributes.PAID_OUT;
import static dev.usher.core.event.EventAttributes.PUBLISHED_AT;
import static dev.usher.core.event.EventAttributes.SERIES_PARENT;
import static dev.usher.core.event.EventAttributes.START;
import static dev.usher.core.event.EventAttributes.START_ZONE;
import static dev.usher.core.event.EventAttributes.STATE;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Packages;
import dev.usher.core.access.Profile;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.CopyWish;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventConsequences;
import dev.usher.core.event.EventFacts;
import dev.usher.core.event.EventOperation;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.EventRules;
import dev.usher.core.event.EventState;
import dev.usher.core.event.EventSurroundings;
import dev.usher.core.event.Occurrence;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where somebody does something with an event, in one transaction: judged by the book, then kept. */
record EventDesk(Transaction transaction, Actor actor, Packages packages, Instant now) {

    /** Makes a draft of a number that nobody has. */
    Outcome<EventView> make(
            EventOperation operation, long organization, long number, Optional<String> externalId, Change change) {
        Event event = fresh(organization, number, externalId);
        Attributes after = organized(event, EventConsequences.of(change, Attributes.NONE));
        return judge(operation, event, change, after, List.of(), Optional.empty())
                .then(attributes -> {
                    transaction.events().add(event.with(begun(attributes)));
                    return shown(event.ref());
                });
    }

    /** Says something else of an event; who was paid is for owners to say. */
    Outcome<EventView> change(EventOperation operation, long number, Change change, Optional<Long> ifVersion) {
        Role needed = change.mentions(PAID_OUT) ? Role.OWNER : Role.MEMBER;
        boolean moves = change.mentions(START) || change.mentions(END);
        Optional<Event> series = moves ? seriesOf(number) : Optional.empty();
        return standing(number, needed).then(event -> {
            Attributes said = EventConsequences.of(change, event.attributes());
            Attributes after = change.mentions(ORGANIZER) ? organized(event, said) : said;
            return judge(operation, event, change, after, List.of(), ifVersion).then(attributes -> {
                Outcome<EventView> done = replaced(event, attributes);
                series.ifPresent(this::span);
                return done;
            });
        });
    }

    /** The series that an event is an occurrence of, which is locked before its occurrences. */
    private Optional<Event> seriesOf(long number) {
        return transaction
                .events()
                .find(number)
                .filter(event -> actor.may(Role.MEMBER, event.ref().organization()))
                .flatMap(event ->
                        event.series().map(series -> new EventRef(event.ref().organization(), series)))
                .flatMap(transaction.events()::lock);
    }

    private void span(Event series) {
        Attributes spanning = spanning(series.attributes(), series);
        if (!spanning.equals(series.attributes())) {
            replace(series, spanning);
        }
    }

    /** Takes an event one step through its life, and a series together with its occurrences that can take it. */
    Outcome<EventView> step(EventOperation operation, long number, Optional<Long> ifVersion) {
        Optional<Event> series = operation == EventOperation.DELETE ? seriesOf(number) : Optional.empty();
        return EventAdmission.lock(transaction, actor, number, Role.MEMBER).then(event -> {
            List<Event> occurrences = occurrences(event, operation);
            List<Violation> violations =
                    new ArrayList<>(judgeStep(event, operation, ifVersion, 0).violations());
            for (int at = 0; at < occurrences.size(); at++) {
                Event occurrence = occurrences.get(at);
                String place = "occurrences[" + occurrence.ref().event() + "]";
                judgeStep(occurrence, operation, Optional.empty(), at)
                        .violations()
                        .forEach(violation -> violations.add(violation.at(place)));
            }
            if (!violations.isEmpty()) {
                return Outcome.rejected(violations);
            }
            occurrences.forEach(occurrence -> step(occurrence, operation));
            step(event, operation);
            series.ifPresent(this::span);
            return shown(event.ref());
        });
    }

    /** Makes a draft like an event. */
    Outcome<EventView> copy(long number, long copyNumber, CopyWish wish) {
        return standing(number, Role.MEMBER).then(source -> {
            Attributes after = wish.appliedTo(EventCopies.takenOver(source.attributes()));
            return judge(EventOperation.COPY, source, wish.said(), after, List.of(), Optional.empty())
                    .then(attributes -> {
                        Event copy = fresh(source.ref().organization(), copyNumber, Optional.empty());
                        new EventCopies(transaction).add(source, copy.with(begun(attributes)));
                        return shown(copy.ref());
                    });
        });
    }

    /** Makes an event a series, or adds to one. */
    Outcome<EventView> schedule(long number, List<Occurrence> occurrences, Optional<Long> ifVersion) {
        return standing(number, Role.MEMBER).then(series -> {
            Attributes after = series.attributes().with(SERIES_PARENT, true);
            return judge(EventOperation.SCHEDULE, series, Change.NONE, after, occurrences, ifVersion)
                    .then(attributes -> {
                        occurrences.forEach(occurrence -> add(series, occurrence));
                        replace(series, spanning(attributes, series));
                        return shown(series.ref());
                    });
        });
    }

    /** A series lasts from the start of its first occurrence to the end of its last. */
    private Attributes spanning(Attributes series, Event parent) {
        List<Event> occurrences = transaction.events().occurrences(parent.ref()).stream()
                .filter(occurrence -> EventState.of(occurrence) != EventState.DELETED)
                .toList();
        if (occurrences.isEmpty()) {
            return series;
        }
        return series.with(
                        START,
                        occurrences.stream()
                                .flatMap(occurrence -> occurrence.get(START).stream())
                                .min(Comparator.naturalOrder()))
                .with(
                        END,
                        occurrences.stream()
                                .flatMap(occurrence -> occurrence.get(END).stream())
                                .max(Comparator.naturalOrder()))
                .with(END_ZONE, series.get(START_ZONE));
    }

    private void add(Event series, Occurrence occurrence) {
        Event event =
                fresh(series.ref().organization(), transaction.identities().reserve(1), Optional.empty());
        new EventCopies(transaction)
                .addOccurrence(series, event.with(begun(EventCopies.occurring(series, occurrence))));
    }

    private Outcome<Event> standing(long number, Role needed) {
        return EventAdmission.lock(transaction, actor, number, needed).then(EventAdmission::unlessDeleted);
    }

    private Outcome<Attributes> judge(
            EventOperation operation,
            Event before,
            Change change,
            Attributes after,
            List<Occurrence> occurrences,
            Optional<Long> ifVersion) {
        EventFacts facts = new EventFacts(
                operation,
                before,
                change,
                after,
                occurrences,
                ifVersion,
                now,
                lookups().around(operation, before, after));
        return EventRules.BOOK.judge(facts, after);
    }

    private Outcome<Attributes> judgeStep(
            Event event, EventOperation operation, Optional<Long> ifVersion, long beside) {
        Attributes after = stepped(event, operation);
        EventSurroundings around = lookups().around(operation, event, after, beside);
        return EventRules.BOOK.judge(
                new EventFacts(operation, event, Change.NONE, after, List.of(), ifVersion, now, around), after);
    }

    private EventLookups lookups() {
        return new EventLookups(transaction, packages, now);
    }

    /** The occurrences of a series from where they stand the step leads somewhere; of any other event none. */
    private List<Event> occurrences(Event event, EventOperation operation) {
        return event.isSeriesParent()
                ? SeriesOccurrences.locked(transaction, event.ref()).stream()
                        .filter(occurrence ->
                                EventState.of(occurrence).after(operation).isPresent())
                        .toList()
                : List.of();
    }

    /** Where nothing becomes different, nothing is written, and who has seen the event has seen it still. */
    private Outcome<EventView> replaced(Event event, Attributes after) {
        if (!after.equals(event.attributes())) {
            replace(event, after);
        }
        return shown(event.ref());
    }

    private void replace(Event event, Attributes after) {
        TouchedEvent.keep(transaction, event.with(after), now);
    }

    private void step(Event event, EventOperation operation) {
        replace(event, stepped(event, operation));
        if (operation == EventOperation.UNPUBLISH && event.series().isPresent()) {
            new EventCopies(transaction).catchUp(event);
        }
    }

    private Outcome<EventView> shown(EventRef ref) {
        Event kept = transaction.events().find(ref).orElseThrow();
        return Outcome.accepted(lookups().view(kept, Optional.of(actor)));
    }

    /** An event without attributes, of a number that is nobody's external id; it is called by that where it has none. */
    private Event fresh(long organization, long number, Optional<String> externalId) {
        long free = number;
        while (transaction.identities().event(organization, Long.toString(free)).isPresent()) {
            free = transaction.identities().reserve(1);
        }
        String name = externalId.orElse(Long.toString(free));
        return new Event(new EventRef(organization, free), name, 1, Attributes.NONE);
    }

    private Attributes begun(Attributes attributes) {
        return attributes
                .with(STATE, EventState.DRAFT.word())
                .with(CREATED_AT, now)
                .with(CHANGED_AT, now);
    }

    /** With the organization's default organizer, where no other is named. */
    private Attributes organized(Event event, Attributes after) {
        return after.get(ORGANIZER).isPresent()
                ? after
                : after.with(
                        ORGANIZER,
                        transaction
                                .profiles()
                                .of(event.ref().organization())
                                .attributes()
                                .get(Profile.DEFAULT_ORGANIZER));
    }

    /** What is known of the event after the step; the same where there is no such step, which the book refuses. */
    private Attributes stepped(Event event, EventOperation operation) {
        Optional<EventState> next = EventState.of(event).after(operation);
        Attributes after =
                next.map(state -> event.attributes().with(STATE, state.word())).orElse(event.attributes());
        return switch (operation) {
            case PUBLISH -> after.with(PUBLISHED_AT, now);
            // What was paid out was paid for what is called off now.
            case UNPUBLISH -> after.without(PUBLISHED_AT).without(PAID_OUT);
            default -> after;
        };
    }
}
