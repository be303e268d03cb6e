package dev.usher.core.service;

import dev.usher.core.access.Organization;
import dev.usher.core.access.Profile;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.Organizer;
import dev.usher.core.event.Question;
import dev.usher.core.event.Venue;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import dev.usher.core.ticketing.TicketClass;
import java.util.List;
import java.util.Optional;

/**
 * All that a store holds of organizations and their events at one moment, deleted events too.
 *
 * @param events by organization and number
 */
record StoreContent(
        List<Event> events,
        List<TicketClass> classes,
        List<Question> questions,
        List<Profile> profiles,
        List<Venue> venues,
        List<Organizer> organizers) {

    static StoreContent of(Store store) {
        return store.read(StoreContent::of);
    }

    private static StoreContent of(Transaction transaction) {
        List<Long> organizations = transaction.identities().organizations().stream()
                .map(Organization::id)
                .toList();
        List<EventRef> refs = organizations.stream()
                .flatMap(organization -> transaction.identities().events(organization).stream())
                .map(known -> known.ref())
                .toList();
        PageRequest all = new PageRequest(1, PageRequest.MOST);
        return new StoreContent(
                refs.stream()
                        .map(ref -> transaction.events().find(ref).orElseThrow())
                        .toList(),
                refs.stream()
                        .flatMap(ref -> transaction.ticketClasses().of(ref).stream())
                        .toList(),
                refs.stream()
                        .flatMap(ref -> transaction.questions().of(ref).stream())
                        .toList(),
                organizations.stream().map(transaction.profiles()::of).toList(),
                organizations.stream()
                        .flatMap(organization -> transaction.venues().of(organization, all).items().stream())
                        .toList(),
                organizations.stream()
                        .flatMap(organization -> transaction.organizers().of(organization, all).items().stream())
                        .toList());
    }

    /** The event of this number, if it is there. */
    Optional<Event> event(long number) {
        return events.stream().filter(event -> event.ref().event() == number).findFirst();
    }

    /** The occurrences of a series. */
    List<Event> occurrencesOf(Event series) {
        return events.stream()
                .filter(event -> event.series()
                        .filter(number -> number == series.ref().event())
                        .isPresent())
                .toList();
    }

    /** The classes of an event in their order. */
    List<TicketClass> classesOf(Event event) {
        return classes.stream().filter(each -> each.event().equals(event.ref())).toList();
    }

    /** What an event asks its buyers. */
    List<Question> questionsOf(Event event) {
        return questions.stream()
                .filter(each -> each.event().equals(event.ref()))
                .toList();
    }
}
