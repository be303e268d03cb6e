package dev.usher.core.ticketing;

import dev.usher.core.access.PackageLimits;
import dev.usher.core.access.Profile;
import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Change;
import dev.usher.core.event.Event;
import dev.usher.core.event.EventStatus;
import dev.usher.core.money.Money;
import dev.usher.core.rule.OperationFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All that a rule about a ticket class looks at.
 *
 * @param event the event it is of, as it stands
 * @param isPublished true when the event is published; of a series, when an occurrence is
 * @param others the event's other classes
 * @param current the class as it stands; empty while it is being made
 * @param change what the request says; nothing where a class is removed
 * @param proposed the class as it would be; as it stands where it is removed
 * @param profile how the organization does business
 * @param limits what the organization's package allows
 * @param ordered how many of its tickets are in orders, pending ones too
 * @param breakDependency whether classes that wait for it may start when it is removed
 * @param ifVersion the version of the class that the request is about; empty for any
 */
public record TicketClassFacts(
        TicketClassOperation operation,
        Event event,
        boolean isPublished,
        List<TicketClass> others,
        Optional<TicketClass> current,
        Change change,
        TicketClass proposed,
        Profile profile,
        PackageLimits limits,
        long ordered,
        boolean breakDependency,
        Optional<Long> ifVersion,
        Instant now)
        implements OperationFacts {

    public TicketClassFacts {
        others = List.copyOf(others);
    }

    /** True unless it is a draft of a draft, which may lack what publishing asks for. */
    boolean mustBeComplete() {
        return operation != TicketClassOperation.DRAFT || isPublished;
    }

    /** True where a class must have what it has not: while its event is a draft, one that lacked it may lack it still. */
    boolean mustHave(Predicate<TicketClass> known) {
        return mustBeComplete() && (isPublished || current.map(known::test).orElse(true));
    }

    /** True when the class would have a flag. */
    boolean is(Attribute<Boolean> flag) {
        return proposed.is(flag);
    }

    /** What the class would have. */
    <T> Optional<T> get(Attribute<T> attribute) {
        return proposed.get(attribute);
    }

    /** What the request says, where it is understood. */
    <T> Optional<T> said(Attribute<T> attribute) {
        return change.field(attribute).said();
    }

    /** True when the request says something that is not understood, which another rule tells of. */
    boolean isUnreadable(Attribute<?> attribute) {
        return change.field(attribute).isUnreadable();
    }

    /** The price it would have, where it would have one at all. */
    Optional<Money> cost() {
        return isUnreadable(TicketClassAttributes.COST) ? Optional.empty() : get(TicketClassAttributes.COST);
    }

    /** The price of a ticket with its fee, where it would be a paid one. */
    Optional<Price> price() {
        return cost().flatMap(cost -> Price.of(proposed, profile.fees()));
    }

    EventStatus status() {
        return event.status(now, false);
    }

    /** Who waits for whom if it were done. */
    SalesOrder salesOrder() {
        return SalesOrder.of(inventory().classes());
    }

    /** All classes of the event if it were done. */
    Inventory inventory() {
        List<TicketClass> all = new ArrayList<>(others);
        all.add(proposed);
        return new Inventory(all);
    }

    /** True when the class would have all of these, and none is said in a way that is not understood. */
    boolean areKnown(Attribute<?>... attributes) {
        return Arrays.stream(attributes).allMatch(attribute -> get(attribute).isPresent() && !isUnreadable(attribute));
    }

    /** True when one comes before the other; both are known. */
    <T extends Comparable<T>> boolean isIncreasing(Attribute<T> first, Attribute<T> then) {
        return get(first).orElseThrow().compareTo(get(then).orElseThrow()) < 0;
    }

    /** When the sale of the class would end, said or not; empty where nobody knows. */
    Optional<Instant> plannedEnd() {
        return SalesWindow.plannedEnd(event, proposed);
    }

    /** A number the class would have, 0 for none. */
    long number(Attribute<Long> attribute) {
        return get(attribute).orElse(0L);
    }

    /** True when it would cost something, whatever its kind. */
    boolean isCharged() {
        return cost().filter(cost -> !cost.isZero()).isPresent();
    }

    /** How the organization hands out tickets. */
    List<String> deliveryMethods() {
        return profile.attributes().get(Profile.DELIVERY_METHODS).orElse(List.of());
    }

    /** As a message shows it. */
    static String shown(Optional<?> value) {
        return value.map(Object::toString).orElse("nothing");
    }
}
