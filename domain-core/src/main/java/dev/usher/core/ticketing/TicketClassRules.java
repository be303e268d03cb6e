package dev.usher.core.ticketing;

import static dev.usher.core.rule.RuleKind.STATE;
import static dev.usher.core.ticketing.TicketClassAttributes.AUTO_HIDE;
import static dev.usher.core.ticketing.TicketClassAttributes.AUTO_HIDE_AFTER;
import static dev.usher.core.ticketing.TicketClassAttributes.AUTO_HIDE_BEFORE;
import static dev.usher.core.ticketing.TicketClassAttributes.DELIVERY_METHODS;
import static dev.usher.core.ticketing.TicketClassAttributes.DONATION;
import static dev.usher.core.ticketing.TicketClassAttributes.MINIMUM_QUANTITY;
import static dev.usher.core.ticketing.TicketClassAttributes.PARENT;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_TOTAL;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START_AFTER;
import static dev.usher.core.ticketing.TicketClassFacts.shown;
import static dev.usher.core.ticketing.TicketClassOperation.CREATE;
import static dev.usher.core.ticketing.TicketClassOperation.DELETE;
import static dev.usher.core.ticketing.TicketClassOperation.DRAFT;
import static dev.usher.core.ticketing.TicketClassOperation.FOLLOW;
import static dev.usher.core.ticketing.TicketClassOperation.UPDATE;

import dev.usher.core.event.EventAttributes;
import dev.usher.core.event.EventStatus;
import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleBook;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a ticket class must be like, and when it may be changed or removed (EB-13, EB-15, EB-16). */
public final class TicketClassRules {
    private static final Set<EventStatus> BEFORE_ITS_END =
            EnumSet.of(EventStatus.DRAFT, EventStatus.LIVE, EventStatus.STARTED);

    private static final List<Rule<TicketClassFacts>> VERSION =
            List.of(Rule.row("TKT-32", "VERSION_CONFLICT", "", STATE, "docs/http.md")
                    .on(UPDATE, DELETE)
                    .when(
                            facts -> facts.ifVersion().isPresent(),
                            facts -> facts.ifVersion().equals(facts.current().map(TicketClass::version)),
                            facts -> "the request is about version "
                                    + shown(facts.ifVersion()) + " of the class, which is at version "
                                    + shown(facts.current().map(TicketClass::version))
                                    + "; read it again and decide anew"));

    private static final List<Rule<TicketClassFacts>> PLACE = List.of(
            Rule.row("TKT-10", "INVALID_EVENT", "", STATE, "EB-13.e.INVALID_EVENT, EB-15.e.INVALID_EVENT, decision 20")
                    .on(DRAFT, CREATE, UPDATE, FOLLOW)
                    .require(
                            TicketClassRules::isSoldHere,
                            facts -> "the event is "
                                    + (facts.event().is(EventAttributes.EXTERNALLY_TICKETED)
                                            ? "ticketed elsewhere"
                                            : facts.status().word())
                                    + "; expected one that is sold here and is not over"),
            Rule.row("TKT-11", "INVALID_EVENT", "", STATE, "EB-13.e.INVALID_EVENT, EB-15.e.INVALID_EVENT, decision 20")
                    .on(DRAFT, CREATE, UPDATE, DELETE)
                    .when(
                            facts -> facts.proposed().get(PARENT).isEmpty(),
                            facts -> facts.event().series().isEmpty(),
                            facts -> "the event is an occurrence of series "
                                    + shown(facts.event().series())
                                    + "; what is sold for it is said of the series"),
            Rule.row("TKT-12", "INVALID_TICKET", "", STATE, "EB-15.e.INVALID_TICKET")
                    .on(UPDATE, DELETE)
                    .require(
                            facts -> facts.proposed().get(PARENT).isEmpty(),
                            facts -> "ticket class " + facts.proposed().id() + " follows class "
                                    + shown(facts.get(PARENT)) + " of the series; change that one"),
            Rule.row("TKT-13", "INSUFFICIENT_PACKAGE", "", STATE, "EB-13.e.INSUFFICIENT_PACKAGE")
                    .on(DRAFT, CREATE)
                    .require(
                            facts -> facts.others().size() < facts.limits().ticketClasses(),
                            facts -> "the event has " + facts.others().size()
                                    + " ticket classes, as many as the organization's package allows; "
                                    + "a larger package allows more"));

    private static final List<Rule<TicketClassFacts>> SALE = List.of(
            Rule.row(
                            "TKT-23",
                            "NO_QUANTITY_TOTAL",
                            QUANTITY_TOTAL.path(),
                            STATE,
                            "EB-13.e.NO_QUANTITY_TOTAL, EB-15.e.NO_QUANTITY_TOTAL")
                    .on(DRAFT, CREATE, UPDATE)
                    .when(
                            facts -> facts.mustHave(known -> known.is(DONATION)
                                            || known.get(QUANTITY_TOTAL).isPresent())
                                    && !facts.is(DONATION)
                                    && !facts.isUnreadable(QUANTITY_TOTAL),
                            facts -> facts.get(QUANTITY_TOTAL).isPresent(),
                            facts -> QUANTITY_TOTAL + " is missing; expected how many there are to sell"),
            Rule.row(
                            "TKT-24",
                            "BAD_QUANTITIES",
                            QUANTITY_TOTAL.path(),
                            STATE,
                            "EB-13.e.BAD_QUANTITIES, EB-15.e.BAD_QUANTITIES")
                    .on(DRAFT, CREATE, UPDATE, FOLLOW)
                    .when(
                            facts -> facts.event().is(EventAttributes.RESERVED_SEATING),
                            facts -> facts.inventory().total()
                                    <= facts.inventory().capacity(facts.event()),
                            facts -> "the event would have "
                                    + facts.inventory().total() + " tickets for "
                                    + facts.inventory().capacity(facts.event())
                                    + " seats; expected no more tickets than seats"),
            Rule.row(
                            "TKT-25",
                            "DONATION_AND_MIN_QUANTITY",
                            MINIMUM_QUANTITY.path(),
                            STATE,
                            "EB-13.e.DONATION_AND_MIN_QUANTITY, EB-15.e.DONATION_AND_MIN_QUANTITY")
                    .on(DRAFT, CREATE, UPDATE)
                    .when(
                            facts -> facts.is(DONATION),
                            facts -> facts.number(MINIMUM_QUANTITY) >= 1,
                            facts -> MINIMUM_QUANTITY + " is " + facts.number(MINIMUM_QUANTITY)
                                    + "; expected at least 1 for a donation"),
            Rule.row(
                            "TKT-26",
                            "AUTO_HIDE_NOT_SET",
                            AUTO_HIDE.path(),
                            STATE,
                            "EB-13.e.AUTO_HIDE_NOT_SET, EB-15.e.AUTO_HIDE_NOT_SET")
                    .on(DRAFT, CREATE, UPDATE)
                    .when(
                            facts -> facts.get(AUTO_HIDE_BEFORE)
                                    .or(() -> facts.get(AUTO_HIDE_AFTER))
                                    .isPresent(),
                            facts -> facts.is(AUTO_HIDE) || facts.isUnreadable(AUTO_HIDE),
                            facts -> AUTO_HIDE
                                    + " is false, but a date is set to hide the class; expected true, or no date"),
            Rule.row(
                            "TKT-27",
                            "INVALID_DELIVERY_METHOD",
                            DELIVERY_METHODS.path(),
                            STATE,
                            "EB-13.e.INVALID_DELIVERY_METHOD, EB-15.e.INVALID_DELIVERY_METHOD")
                    .on(DRAFT, CREATE, UPDATE)
                    .when(
                            facts -> facts.operation() != UPDATE
                                    || facts.said(DELIVERY_METHODS).isPresent(),
                            facts -> facts.deliveryMethods()
                                    .containsAll(facts.get(DELIVERY_METHODS).orElseThrow()),
                            facts -> DELIVERY_METHODS + " is "
                                    + facts.get(DELIVERY_METHODS).orElseThrow() + "; the organization offers "
                                    + facts.deliveryMethods()),
            Rule.row(
                            "TKT-28",
                            "CIRCULAR_SALES_START_AFTER",
                            SALES_START_AFTER.path(),
                            STATE,
                            "EB-15.e.CIRCULAR_SALES_START_AFTER")
                    .on(UPDATE)
                    .require(
                            facts -> !facts.salesOrder().isCircular(facts.proposed()),
                            facts -> SALES_START_AFTER + " is " + shown(facts.get(SALES_START_AFTER))
                                    + ", which itself waits for class "
                                    + facts.proposed().id()
                                    + "; expected one that does not"),
            Rule.row("TKT-29", "HAS_ATTENDEES", "", STATE, "EB-16.e.HAS_ATTENDEES")
                    .on(DELETE)
                    .require(
                            facts -> facts.ordered() == 0,
                            facts -> facts.ordered() + " tickets of class "
                                    + facts.proposed().id()
                                    + " are sold; only a class that nobody has a ticket of can be removed"),
            Rule.row("TKT-30", "IS_STARTED_AFTER", "", STATE, "EB-16.e.IS_STARTED_AFTER")
                    .on(DELETE)
                    .when(
                            facts -> !facts.breakDependency(),
                            facts -> facts.salesOrder().after(facts.proposed()).isEmpty(),
                            facts -> "the sale of "
                                    + facts.salesOrder().after(facts.proposed()).size()
                                    + " other classes starts after class "
                                    + facts.proposed().id()
                                    + "; break_dependency=true removes it, and starts them at once"),
            Rule.row("TKT-31", "LAST_TICKET", "", STATE, "EB-16.e.LAST_TICKET")
                    .on(DELETE)
                    .when(
                            TicketClassFacts::isPublished,
                            facts -> !facts.others().isEmpty(),
                            facts -> "class " + facts.proposed().id()
                                    + " is the last of a published event; add another one first, or unpublish the event"));

    /** The rules, in the order in which violations are reported. */
    public static final RuleBook<TicketClassFacts> BOOK =
            new RuleBook<>(Stream.of(VERSION, TicketClassArgumentRules.ROWS, PLACE, TicketPriceRules.ROWS, SALE)
                    .flatMap(List::stream)
                    .toList());

    private TicketClassRules() {}

    /** A series goes on as long as it is not called off, whatever its own dates. */
    private static boolean isSoldHere(TicketClassFacts facts) {
        return !facts.event().is(EventAttributes.EXTERNALLY_TICKETED)
                && (BEFORE_ITS_END.contains(facts.status())
                        || (facts.event().isSeriesParent() && facts.status() != EventStatus.CANCELED));
    }
}
