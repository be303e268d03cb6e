package dev.usher.core.service;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Packages;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.CopyWish;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventOperation;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.EventState;
import dev.usher.core.event.EventsGiven;
import dev.usher.core.event.Occurrence;
import dev.usher.core.event.Organizer;
import dev.usher.core.listing.EventListing;
import dev.usher.core.listing.Page;
import dev.usher.core.rule.Outcome;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import dev.usher.core.ticketing.TicketClass;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people hold tickets for: events are made, changed, published, called off and shown here. */
public final class Events {
    /** What {@link #update} may say. */
    public static final List<Attribute<?>> SAID = Stream.of(
                    EventAttributes.DETAILS, EventAttributes.DISPLAY_SETTINGS, EventAttributes.TICKET_BUYER_SETTINGS)
            .flatMap(List::stream)
            .toList();

    /** What {@link #arrange} may say: how the page looks, its hidden dates and remaining tickets too, and what buyers are told. */
    public static final List<Attribute<?>> ARRANGED = Stream.<List<Attribute<?>>>of(
                    List.of(
                            EventAttributes.HIDE_START_DATE,
                            EventAttributes.HIDE_END_DATE,
                            EventAttributes.SHOW_REMAINING),
                    EventAttributes.DISPLAY_SETTINGS,
                    EventAttributes.TICKET_BUYER_SETTINGS)
            .flatMap(List::stream)
            .toList();

    private final Store store;
    private final Numbers numbers;
    private final InstantSource clock;
    private final RecentEvents recent;
    private final Packages packages;

    Events(Store store, Numbers numbers, InstantSource clock, RecentEvents recent, Packages packages) {
        this.store = store;
        this.numbers = numbers;
        this.clock = clock;
        this.recent = recent;
        this.packages = packages;
    }

    /** Makes a draft that is complete as dialects require it (EB-02); members of the organization only. */
    public Outcome<EventView> create(Actor actor, long organization, Change change) {
        return make(actor, organization, EventOperation.CREATE, Optional.empty(), change);
    }

    /**
     * Makes a draft that may lack anything (decision 11); members of the organization only.
     *
     * @param externalId the name the organization knows it by; its number when empty
     */
    public Outcome<EventView> draft(Actor actor, long organization, Optional<String> externalId, Change change) {
        return make(actor, organization, EventOperation.DRAFT, externalId, change);
    }

    /** The event of this number, if whoever asks may see it (EB-03); a series is not found here. */
    public Outcome<EventView> find(Optional<Actor> actor, long number) {
        return look(actor, number, event -> !event.isSeriesParent());
    }

    /** What {@link #find} would answer, when that takes no look into the store; never waits. */
    public Optional<Outcome<EventView>> findAtHand(Optional<Actor> actor, long number) {
        Optional<SeenEvent> atHand = recent.find(number);
        return atHand.map(seen -> look(atHand, actor, number, event -> !event.isSeriesParent()));
    }

    /** The series of this number, if whoever asks may see it. */
    public Outcome<EventView> findSeries(Optional<Actor> actor, long number) {
        return look(actor, number, Event::isSeriesParent);
    }

    /**
     * Changes what is said of an event (EB-04); members only.
     *
     * @param ifVersion refuses when the event has another version by now
     */
    public Outcome<EventView> update(Actor actor, long number, Change change, Optional<Long> ifVersion) {
        Change said = change.among(SAID);
        return write(actor, desk -> desk.change(EventOperation.UPDATE, number, said, ifVersion));
    }

    /**
     * Changes how an event's page looks and what its buyers are told, of {@link #ARRANGED} (EB-11, EB-34); members only.
     *
     * @param ifVersion refuses when the event has another version by now
     */
    public Outcome<EventView> arrange(Actor actor, long number, Change change, Optional<Long> ifVersion) {
        Change said = change.among(ARRANGED);
        return write(actor, desk -> desk.change(EventOperation.ARRANGE, number, said, ifVersion));
    }

    /** Shows an event to everybody (EB-05); members only. */
    public Outcome<EventView> publish(Actor actor, long number, Optional<Long> ifVersion) {
        return step(actor, EventOperation.PUBLISH, number, ifVersion);
    }

    /** Takes an event back to a draft (EB-06); members only. */
    public Outcome<EventView> unpublish(Actor actor, long number, Optional<Long> ifVersion) {
        return step(actor, EventOperation.UNPUBLISH, number, ifVersion);
    }

    /** Calls an event off (EB-07); members only. */
    public Outcome<EventView> cancel(Actor actor, long number, Optional<Long> ifVersion) {
        return step(actor, EventOperation.CANCEL, number, ifVersion);
    }

    /** Takes an event away for good (EB-09); members only. */
    public Outcome<EventView> delete(Actor actor, long number, Optional<Long> ifVersion) {
        return step(actor, EventOperation.DELETE, number, ifVersion);
    }

    /** Makes a draft like an event, nothing of it sold (EB-08); members only. */
    public Outcome<EventView> copy(Actor actor, long number, CopyWish wish) {
        long copyNumber = numbers.next();
        return write(actor, desk -> desk.copy(number, copyNumber, wish));
    }

    /** Makes an event a series, or adds to one; members only. Its occurrences are events of their own. */
    public Outcome<EventView> makeSeries(Actor actor, long number, List<Occurrence> occurrences) {
        return makeSeries(actor, number, occurrences, Optional.empty());
    }

    /**
     * The same for somebody who has seen a version.
     *
     * @param ifVersion refuses when the event has another version by now
     */
    public Outcome<EventView> makeSeries(
            Actor actor, long number, List<Occurrence> occurrences, Optional<Long> ifVersion) {
        return write(actor, desk -> desk.schedule(number, occurrences, ifVersion));
    }

    /** Sets what only the native API sets, such as the payout; members only, and the payout owners only. */
    public Outcome<EventView> settle(Actor actor, long number, Change change) {
        return settle(actor, number, change, Optional.empty());
    }

    /**
     * The same for somebody who has seen a version.
     *
     * @param ifVersion refuses when the event has another version by now
     */
    public Outcome<EventView> settle(Actor actor, long number, Change change, Optional<Long> ifVersion) {
        Change said = change.among(EventAttributes.NATIVE);
        return write(actor, desk -> desk.change(EventOperation.SETTLE, number, said, ifVersion));
    }

    /** A page of an organization's events (EB-01); viewers of it only. */
    public Outcome<Page<EventView>> list(Actor actor, EventListing listing) {
        return EventAdmission.organization(actor, listing.organization(), Role.VIEWER, listing)
                .then(asked -> Outcome.accepted(store.read(
                        transaction -> shown(transaction, transaction.events().list(asked), asked.now(), actor))));
    }

    /**
     * A page of the events of all organizations the actor belongs to, in one order (EB-37, EB-38).
     *
     * @param listing what is asked for, whichever organization it names
     */
    public Page<EventView> listAll(Actor actor, EventListing listing) {
        return store.read(transaction -> {
            Page<Event> page = AllOrganizations.page(
                    actor,
                    (organization, wanted) -> transaction.events().list(listing.of(organization, wanted)),
                    listing.order().comparator(),
                    listing.page());
            return shown(transaction, page, listing.now(), actor);
        });
    }

    /** How many events each of some organizers gives now, by the organizer's number; who gives none is left out. */
    public Map<Long, EventsGiven> given(Collection<Organizer> organizers) {
        Map<Long, Set<Long>> byOrganization = organizers.stream()
                .collect(Collectors.groupingBy(
                        Organizer::organization, Collectors.mapping(Organizer::id, Collectors.toSet())));
        Instant now = now();
        return store.read(transaction -> {
            Map<Long, EventsGiven> given = new HashMap<>();
            byOrganization.forEach(
                    (organization, numbers) -> given.putAll(transaction.events().given(organization, numbers, now)));
            return Map.copyOf(given);
        });
    }

    private static Page<EventView> shown(Transaction transaction, Page<Event> page, Instant now, Actor actor) {
        Map<EventRef, List<TicketClass>> classes = transaction
                .ticketClasses()
                .ofAll(page.items().stream().map(Event::ref).toList());
        return page.map(event -> SeenEvent.of(event, classes.getOrDefault(event.ref(), List.of()))
                .view(now, Optional.of(actor)));
    }

    /** The occurrences of a series that were not deleted, by number; viewers of its organization only. */
    public Outcome<List<EventView>> occurrences(Actor actor, long series) {
        return findSeries(Optional.of(actor), series)
                .then(view -> EventAdmission.organization(
                        actor, view.event().ref().organization(), Role.VIEWER, view.event()))
                .then(parent -> Outcome.accepted(store.read(transaction -> {
                    EventLookups lookups = new EventLookups(transaction, packages, now());
                    return transaction.events().occurrences(parent.ref()).stream()
                            .filter(event -> EventState.of(event) != EventState.DELETED)
                            .map(event -> lookups.view(event, Optional.of(actor)))
                            .toList();
                })));
    }

    private Outcome<EventView> make(
            Actor actor, long organization, EventOperation operation, Optional<String> externalId, Change change) {
        long number = numbers.next();
        return EventAdmission.organization(actor, organization, Role.MEMBER, change.among(SAID))
                .then(said -> write(actor, desk -> desk.make(operation, organization, number, externalId, said)));
    }

    private Outcome<EventView> step(Actor actor, EventOperation operation, long number, Optional<Long> ifVersion) {
        return write(actor, desk -> desk.step(operation, number, ifVersion));
    }

    private Outcome<EventView> look(Optional<Actor> actor, long number, Predicate<Event> kind) {
        Optional<SeenEvent> atHand = recent.find(number);
        return look(atHand.isPresent() ? atHand : read(number), actor, number, kind);
    }

    private Outcome<EventView> look(
            Optional<SeenEvent> seen, Optional<Actor> actor, long number, Predicate<Event> kind) {
        return EventAdmission.look(seen.map(SeenEvent::event), actor, number, kind)
                .then(event -> Outcome.accepted(seen.orElseThrow().view(now(), actor)));
    }

    private Optional<SeenEvent> read(long number) {
        long changes = recent.changes();
        Optional<SeenEvent> seen = store.read(transaction -> transaction
                .events()
                .find(number)
                .map(event -> SeenEvent.of(event, transaction.ticketClasses().of(event.ref()))));
        seen.ifPresent(event -> recent.keep(event, changes));
        return seen;
    }

    private Outcome<EventView> write(Actor actor, Function<EventDesk, Outcome<EventView>> act) {
        Instant now = now();
        return store.write(transaction -> act.apply(new EventDesk(transaction, actor, packages, now)));
    }

    /** To the second, as everything that requests and answers say of events. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
