package dev.usher.core.service;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Packages;
import dev.usher.core.access.Role;
import dev.usher.core.attribute.Change;
import dev.usher.core.attribute.Kind;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventRef;
import dev.usher.core.listing.ListedTicketClass;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.TicketClassListing;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.Store;
import dev.usher.core.store.Transaction;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassAttributes;
import dev.usher.core.ticketing.TicketClassOperation;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is sold for events: ticket classes are made, changed, removed and shown here. */
public final class TicketClasses {
    private static final Kind<String> POINT_OF_SALE = Kind.Choice.of("online", "at_the_door");

    private final Store store;
    private final Numbers numbers;
    private final InstantSource clock;
    private final Packages packages;

    TicketClasses(Store store, Numbers numbers, InstantSource clock, Packages packages) {
        this.store = store;
        this.numbers = numbers;
        this.clock = clock;
        this.packages = packages;
    }

    /** Adds a class to an event (EB-13); members only. A series hands it on to its occurrences. */
    public Outcome<TicketClassView> create(Actor actor, long event, Change change) {
        return add(TicketClassOperation.CREATE, actor, event, change);
    }

    /** Adds a class that may lack name, price and quantity until its event is published (decision 11); members only. */
    public Outcome<TicketClassView> draft(Actor actor, long event, Change change) {
        return add(TicketClassOperation.DRAFT, actor, event, change);
    }

    private Outcome<TicketClassView> add(TicketClassOperation operation, Actor actor, long event, Change change) {
        long id = numbers.next();
        return work(actor, event, desk -> {
            TicketClass proposed = new TicketClass(
                    desk.ref(),
                    id,
                    1,
                    change.among(TicketClassAttributes.DETAILS).appliedTo(desk.begun()));
            return desk.judge(operation, Optional.empty(), change, proposed, false, Optional.empty())
                    .then(desk::add);
        });
    }

    /** Changes a class (EB-15); members only. */
    public Outcome<TicketClassView> update(Actor actor, long event, long id, Change change) {
        return update(actor, event, id, change, Optional.empty());
    }

    /**
     * The same for somebody who has seen a version of the class.
     *
     * @param ifVersion refuses when the class has another version by now
     */
    public Outcome<TicketClassView> update(Actor actor, long event, long id, Change change, Optional<Long> ifVersion) {
        return work(
                actor,
                event,
                desk -> desk.find(id).then(current -> {
                    TicketClass proposed = current.with(
                            change.among(TicketClassAttributes.DETAILS).appliedTo(current.attributes()));
                    return desk.judge(
                                    TicketClassOperation.UPDATE,
                                    Optional.of(current),
                                    change,
                                    proposed,
                                    false,
                                    ifVersion)
                            .then(desk::replace);
                }));
    }

    /**
     * Removes a class nobody has a ticket of (EB-16); members only.
     *
     * @param breakDependency true to remove it though the sale of other classes waits for it; theirs begins at once
     */
    public Outcome<Long> delete(Actor actor, long event, long id, boolean breakDependency) {
        return delete(actor, event, id, breakDependency, Optional.empty());
    }

    /**
     * The same for somebody who has seen a version of the class.
     *
     * @param ifVersion refuses when the class has another version by now
     */
    public Outcome<Long> delete(Actor actor, long event, long id, boolean breakDependency, Optional<Long> ifVersion) {
        return work(
                actor,
                event,
                desk -> desk.find(id)
                        .then(current -> desk.judge(
                                TicketClassOperation.DELETE,
                                Optional.of(current),
                                Change.NONE,
                                current,
                                breakDependency,
                                ifVersion))
                        .then(desk::remove));
    }

    /** One class, if whoever asks may see its event and it is not hidden from them (EB-14). */
    public Outcome<TicketClassView> find(Optional<Actor> actor, long event, long id) {
        return shown(actor, event)
                .then(views -> EventPart.of(
                        "ticket class " + id,
                        views.stream()
                                .filter(view -> view.ticketClass().id() == id)
                                .findFirst()));
    }

    /**
     * The classes of an event in their order, as far as whoever asks may see them (EB-12).
     *
     * @param pointOfSale only those sold there: {@code online} or {@code at_the_door}
     */
    public Outcome<List<TicketClassView>> of(Optional<Actor> actor, long event, Optional<String> pointOfSale) {
        if (pointOfSale.isEmpty()) {
            return shown(actor, event);
        }
        if (POINT_OF_SALE.read(pointOfSale.get()) instanceof Field.Unreadable<String> unreadable) {
            return Outcome.rejected(new Violation(
                    RuleKind.ARGUMENT, "INVALID", "pos", "pos is '" + unreadable.text() + "'; " + unreadable.why()));
        }
        String channel = pointOfSale.get().equals("online") ? "online" : "atd";
        return shown(actor, event)
                .then(views -> Outcome.accepted(views.stream()
                        .filter(view -> view.ticketClass()
                                .get(TicketClassAttributes.SALES_CHANNELS)
                                .orElseThrow()
                                .contains(channel))
                        .toList()));
    }

    private Outcome<List<TicketClassView>> shown(Optional<Actor> actor, long event) {
        return store.read(transaction -> EventAdmission.look(transaction, actor, event, found -> true)
                .then(found -> {
                    TicketClassViews views = views(transaction, found, EventAdmission.isOwned(found, actor));
                    return Outcome.accepted(views.all());
                }));
    }

    /** A page of an organization's classes (EB-35); viewers of it only. */
    public Outcome<Page<TicketClassView>> list(Actor actor, TicketClassListing listing) {
        long organization = listing.events().organization();
        return EventAdmission.organization(actor, organization, Role.VIEWER, listing)
                .then(allowed -> Outcome.accepted(list(allowed)));
    }

    private Page<TicketClassView> list(TicketClassListing listing) {
        return store.read(transaction -> {
            Map<EventRef, TicketClassViews> views = new HashMap<>();
            return transaction
                    .ticketClasses()
                    .list(listing)
                    .map(ticketClass ->
                            ownViews(transaction, views, ticketClass).of(ticketClass));
        });
    }

    /**
     * A page of the classes of all organizations the actor belongs to, in one order (EB-55).
     *
     * @param listing what is asked for, whichever organization it names
     */
    public Page<TicketClassView> listAll(Actor actor, TicketClassListing listing) {
        return store.read(transaction -> {
            Map<EventRef, TicketClassViews> views = new HashMap<>();
            Page<ListedTicketClass> listed = AllOrganizations.page(
                    actor,
                    (organization, page) -> transaction
                            .ticketClasses()
                            .list(listing.of(organization, page))
                            .map(found -> new ListedTicketClass(
                                    ownViews(transaction, views, found).event(), found)),
                    listing.order().comparator(),
                    listing.page());
            return listed.map(
                    one -> ownViews(transaction, views, one.ticketClass()).of(one.ticketClass()));
        });
    }

    private TicketClassViews ownViews(
            Transaction transaction, Map<EventRef, TicketClassViews> known, TicketClass ticketClass) {
        return known.computeIfAbsent(
                ticketClass.event(),
                ref -> views(transaction, transaction.events().find(ref).orElseThrow(), true));
    }

    private TicketClassViews views(Transaction transaction, Event event, boolean isOwned) {
        return new TicketClassViews(
                event,
                transaction.ticketClasses().of(event.ref()),
                transaction.profiles().of(event.ref().organization()).fees(),
                clock.instant(),
                isOwned);
    }

    private <T> Outcome<T> work(Actor actor, long event, Function<TicketClassDesk, Outcome<T>> work) {
        return store.write(transaction -> EventAdmission.lock(transaction, actor, event, Role.MEMBER)
                .then(EventAdmission::unlessDeleted)
                .then(found -> work.apply(TicketClassDesk.over(transaction, found, packages, clock.instant()))));
    }
}
