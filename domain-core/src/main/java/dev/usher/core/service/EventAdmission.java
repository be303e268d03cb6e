package dev.usher.core.service;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Admission;
import dev.usher.core.access.AdmissionRules;
import dev.usher.core.access.Role;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventState;
import dev.usher.core.rule.Outcome;
import dev.usher.core.store.Transaction;
import java.util.Optional;
import java.util.function.Predicate;

/** Lets somebody at an event, or says why not. */
final class EventAdmission {
    private EventAdmission() {}

    /** An event to look at, of a kind; strangers see the published and listed ones. */
    static Outcome<Event> look(Transaction transaction, Optional<Actor> actor, long number, Predicate<Event> kind) {
        return look(transaction.events().find(number), actor, number, kind);
    }

    /** The same for an event that was found before. */
    static Outcome<Event> look(Optional<Event> seen, Optional<Actor> actor, long number, Predicate<Event> kind) {
        Optional<Event> found = seen.filter(kind).filter(event -> !isDeleted(event));
        Optional<Role> role = found.flatMap(
                event -> actor.flatMap(known -> known.in(event.ref().organization())));
        boolean isPublic = found.filter(Event::isPublic).isPresent();
        return admitted(found, new Admission(what(number), found.isPresent(), isPublic, role, Role.VIEWER));
    }

    /** An event to act on, deleted ones too, which nobody else changes before this transaction ends. */
    static Outcome<Event> lock(Transaction transaction, Actor actor, long number, Role needed) {
        Optional<Event> found = transaction.events().find(number);
        Optional<Role> role = found.flatMap(event -> actor.in(event.ref().organization()));
        return admitted(found, new Admission(what(number), found.isPresent(), false, role, needed))
                .then(event ->
                        Outcome.accepted(transaction.events().lock(event.ref()).orElseThrow()));
    }

    /** An event that was let through, unless it is deleted. */
    static Outcome<Event> unlessDeleted(Event event) {
        Optional<Role> known = Optional.of(Role.VIEWER);
        return AdmissionRules.BOOK.judge(
                new Admission(what(event.ref().event()), !isDeleted(event), false, known, Role.VIEWER), event);
    }

    /** Goes on with a value where somebody may act for an organization. */
    static <T> Outcome<T> organization(Actor actor, long organization, Role needed, T value) {
        return AdmissionRules.BOOK.judge(
                new Admission("organization " + organization, true, false, actor.in(organization), needed), value);
    }

    /** True when whoever asks may see what is private of the event. */
    static boolean isOwned(Event event, Optional<Actor> actor) {
        return actor.filter(known -> known.may(Role.VIEWER, event.ref().organization()))
                .isPresent();
    }

    private static Outcome<Event> admitted(Optional<Event> found, Admission admission) {
        return AdmissionRules.BOOK.judge(admission, found).then(event -> Outcome.accepted(event.orElseThrow()));
    }

    private static boolean isDeleted(Event event) {
        return EventState.of(event) == EventState.DELETED;
    }

    private static String what(long number) {
        return "event " + number;
    }
}
