package dev.usher.core.service;

import static dev.usher.core.ticketing.TicketClassAttributes.DELIVERY_METHODS;
import static dev.usher.core.ticketing.TicketClassAttributes.PARENT;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_SOLD;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START_AFTER;
import static dev.usher.core.ticketing.TicketClassAttributes.SORTING;

import dev.usher.core.access.PackageLimits;
import dev.usher.core.access.Packages;
import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attributes;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventRef;
import dev.usher.core.event.EventState;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.Violation;
import dev.usher.core.store.Transaction;
import dev.usher.core.ticketing.SalesOrder;
import dev.usher.core.ticketing.TicketClass;
import dev.usher.core.ticketing.TicketClassCopies;
import dev.usher.core.ticketing.TicketClassFacts;
import dev.usher.core.ticketing.TicketClassOperation;
import dev.usher.core.ticketing.TicketClassRules;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Where the classes of one locked event are changed in one transaction.
 *
 * <p>What is done to a class of a series is done to the classes of its occurrences that follow it.
 */
record TicketClassDesk(
        Transaction transaction,
        Event event,
        List<TicketClass> classes,
        List<Event> occurrences,
        Profile profile,
        PackageLimits limits,
        Instant now) {

    static TicketClassDesk over(Transaction transaction, Event event, Packages packages, Instant now) {
        Profile profile = transaction.profiles().of(event.ref().organization());
        return new TicketClassDesk(
                transaction,
                event,
                transaction.ticketClasses().of(event.ref()),
                event.isSeriesParent() ? SeriesOccurrences.locked(transaction, event.ref()) : List.of(),
                profile,
                packages.limits(profile),
                now);
    }

    EventRef ref() {
        return event.ref();
    }

    /** The place after the last. */
    private long nextPlace() {
        return 1
                + classes.stream()
                        .mapToLong(ticketClass -> ticketClass.get(SORTING).orElse(0L))
                        .max()
                        .orElse(0);
    }

    Outcome<TicketClass> find(long id) {
        return EventPart.of(
                "ticket class " + id,
                classes.stream().filter(ticketClass -> ticketClass.id() == id).findFirst());
    }

    /** A class before anything is said of it: the last in order, handed out as the organization does it. */
    Attributes begun() {
        List<String> usual = DELIVERY_METHODS.initial().orElseThrow();
        List<String> offered =
                profile.attributes().get(Profile.DELIVERY_METHODS).orElse(usual);
        Attributes begun = Attributes.NONE.with(SORTING, nextPlace());
        return offered.containsAll(usual) ? begun : begun.with(DELIVERY_METHODS, offered);
    }

    /** The class as it would be, when no rule stands against it, here or in an occurrence that is to follow. */
    Outcome<TicketClass> judge(
            TicketClassOperation operation,
            Optional<TicketClass> current,
            Change change,
            TicketClass proposed,
            boolean breakDependency,
            Optional<Long> ifVersion) {
        TicketClassFacts facts = new TicketClassFacts(
                operation,
                event,
                isPublished(),
                others(proposed.id()),
                current,
                change,
                proposed,
                profile,
                limits,
                ordered(proposed),
                breakDependency,
                ifVersion,
                now);
        List<Violation> violations = new ArrayList<>(TicketClassRules.BOOK.violations(facts));
        if (operation != TicketClassOperation.DELETE) {
            followingOccurrences().forEach(occurrence -> violations.addAll(violationsIn(occurrence, proposed)));
        }
        return violations.isEmpty() ? Outcome.accepted(proposed) : Outcome.rejected(violations);
    }

    /** What stands against the class in an occurrence, which may be held elsewhere, in other money, in a smaller hall. */
    private List<Violation> violationsIn(Event occurrence, TicketClass original) {
        List<TicketClass> there = transaction.ticketClasses().of(occurrence.ref());
        Optional<TicketClass> current =
                there.stream().filter(each -> follows(each, original)).findFirst();
        TicketClass follower = current.map(known -> TicketClassCopies.followed(known, original))
                .orElseGet(() -> TicketClassCopies.following(original, occurrence.ref(), 0));
        TicketClassFacts facts = new TicketClassFacts(
                TicketClassOperation.FOLLOW,
                occurrence,
                EventState.of(occurrence) == EventState.PUBLISHED,
                there.stream().filter(each -> !follows(each, original)).toList(),
                current,
                Change.NONE,
                follower,
                profile,
                limits,
                0,
                false,
                Optional.empty(),
                now);
        String place = "occurrences[" + occurrence.ref().event() + "]";
        return TicketClassRules.BOOK.violations(facts).stream()
                .map(violation -> violation.at(place))
                .toList();
    }

    private static boolean follows(TicketClass each, TicketClass original) {
        return each.get(PARENT).filter(parent -> parent == original.id()).isPresent();
    }

    /** The occurrences to which what is sold for the series is handed on: those that are neither over nor called off. */
    private List<Event> followingOccurrences() {
        return occurrences.stream()
                .filter(occurrence -> switch (occurrence.status(now, false)) {
                    case DRAFT, LIVE, STARTED -> true;
                    case ENDED, COMPLETED, CANCELED, DELETED -> false;
                })
                .toList();
    }

    Outcome<TicketClassView> add(TicketClass added) {
        transaction.ticketClasses().add(added);
        List<Event> following = followingOccurrences();
        if (!following.isEmpty()) {
            long number = transaction.identities().reserve(following.size());
            for (Event occurrence : following) {
                transaction.ticketClasses().add(TicketClassCopies.following(added, occurrence.ref(), number++));
                touch(occurrence);
            }
        }
        return done(added);
    }

    Outcome<TicketClassView> replace(TicketClass changed) {
        put(changed);
        eachFollower(followingOccurrences(), changed, follower -> put(TicketClassCopies.followed(follower, changed)));
        return done(new TicketClass(changed.event(), changed.id(), changed.version() + 1, changed.attributes()));
    }

    Outcome<Long> remove(TicketClass removed) {
        SalesOrder.of(classes).after(removed).forEach(waiting -> put(startedAtOnce(waiting)));
        take(removed);
        eachFollower(followingOccurrences(), removed, this::take);
        touch(event);
        return Outcome.accepted(removed.id());
    }

    private boolean isPublished() {
        return Stream.concat(Stream.of(event), occurrences.stream())
                .anyMatch(each -> EventState.of(each) == EventState.PUBLISHED);
    }

    /** How many are in orders: of a series, in the occurrence where there are most. */
    private long ordered(TicketClass ticketClass) {
        List<TicketClass> all = new ArrayList<>(followers(followingOccurrences(), ticketClass));
        all.add(ticketClass);
        return all.stream()
                .mapToLong(each -> each.get(QUANTITY_SOLD).orElse(0L))
                .max()
                .orElse(0);
    }

    private TicketClass startedAtOnce(TicketClass waiting) {
        TicketClass free = waiting.with(waiting.attributes().without(SALES_START_AFTER));
        return free.get(SALES_START).filter(now::isBefore).isPresent()
                ? free.with(free.attributes().without(SALES_START))
                : free;
    }

    private void eachFollower(List<Event> following, TicketClass original, Consumer<TicketClass> work) {
        followers(following, original).forEach(work);
        following.forEach(this::touch);
    }

    private List<TicketClass> followers(List<Event> following, TicketClass original) {
        return following.stream()
                .flatMap(occurrence -> transaction.ticketClasses().of(occurrence.ref()).stream())
                .filter(each -> follows(each, original))
                .toList();
    }

    private List<TicketClass> others(long id) {
        return classes.stream().filter(other -> other.id() != id).toList();
    }

    private Outcome<TicketClassView> done(TicketClass changed) {
        touch(event);
        List<TicketClass> all = new ArrayList<>(others(changed.id()));
        all.add(changed);
        return Outcome.accepted(new TicketClassViews(event, all, profile.fees(), now, true).of(changed));
    }

    private void put(TicketClass changed) {
        require(transaction.ticketClasses().replace(changed));
    }

    private void take(TicketClass removed) {
        require(transaction.ticketClasses().remove(removed.event(), removed.id()));
    }

    private void touch(Event changed) {
        TouchedEvent.keep(transaction, changed, now);
    }

    private static void require(boolean changed) {
        if (!changed) {
            throw new IllegalStateException("a class of a locked event was changed by somebody else");
        }
    }
}
