package dev.usher.core.ticketing;

import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.ticketing.TicketClassAttributes.AUTO_HIDE_AFTER;
import static dev.usher.core.ticketing.TicketClassAttributes.AUTO_HIDE_BEFORE;
import static dev.usher.core.ticketing.TicketClassAttributes.COST;
import static dev.usher.core.ticketing.TicketClassAttributes.MAXIMUM_QUANTITY;
import static dev.usher.core.ticketing.TicketClassAttributes.MINIMUM_QUANTITY;
import static dev.usher.core.ticketing.TicketClassAttributes.NAME;
import static dev.usher.core.ticketing.TicketClassAttributes.QUANTITY_TOTAL;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_CHANNELS;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_END;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START;
import static dev.usher.core.ticketing.TicketClassAttributes.SALES_START_AFTER;
import static dev.usher.core.ticketing.TicketClassFacts.shown;
import static dev.usher.core.ticketing.TicketClassOperation.CREATE;
import static dev.usher.core.ticketing.TicketClassOperation.DRAFT;
import static dev.usher.core.ticketing.TicketClassOperation.UPDATE;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Markup;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Rule;
import java.util.List;

/** What each value that is said of a ticket class must be like. */
final class TicketClassArgumentRules {
    static final List<Rule<TicketClassFacts>> ROWS = List.of(
            Rule.row("TKT-01", "INVALID", "{}", ARGUMENT, "EB-13.p, EB-15.p")
                    .on(DRAFT, CREATE, UPDATE)
                    .each(
                            TicketClassArgumentRules::unreadable,
                            (facts, attribute) -> false,
                            TicketClassArgumentRules::whyUnreadable),
            Rule.row("TKT-02", "MISSING", NAME.path(), ARGUMENT, "EB-13.p.ticket_class.name, EB-15.p.ticket_class.name")
                    .on(DRAFT, CREATE, UPDATE)
                    .when(
                            facts -> facts.mustHave(known -> known.get(NAME).isPresent()) && !facts.isUnreadable(NAME),
                            facts -> facts.get(NAME)
                                    .filter(name -> !Markup.isBlank(name))
                                    .isPresent(),
                            facts -> NAME + " is missing; expected what buyers are to call the ticket"),
            Rule.row("TKT-03", "INVALID", COST.path(), ARGUMENT, "EB-13.p.ticket_class.cost, EB-15.p.ticket_class.cost")
                    .on(DRAFT, CREATE, UPDATE)
                    .when(
                            facts -> facts.cost().isPresent(),
                            facts -> facts.cost().orElseThrow().minor() >= 0,
                            facts -> COST + " is " + shown(facts.cost()) + "; expected zero or more"),
            Rule.row(
                            "TKT-04",
                            "INVALID",
                            SALES_END.path(),
                            ARGUMENT,
                            "EB-13.p.ticket_class.sales_end, EB-15.p.ticket_class.sales_end")
                    .on(DRAFT, CREATE, UPDATE)
                    .when(
                            facts -> facts.areKnown(SALES_START, SALES_END),
                            facts -> facts.isIncreasing(SALES_START, SALES_END),
                            facts -> SALES_END + " is " + shown(facts.get(SALES_END))
                                    + "; expected an instant after " + SALES_START + ", which is "
                                    + shown(facts.get(SALES_START))),
            Rule.row(
                            "TKT-05",
                            "INVALID",
                            SALES_START_AFTER.path(),
                            ARGUMENT,
                            "EB-13.p.ticket_class.sales_start_after, EB-15.p.ticket_class.sales_start_after")
                    .on(DRAFT, CREATE, UPDATE)
                    .when(
                            facts -> facts.said(SALES_START_AFTER).isPresent()
                                    && !facts.event().isSeriesParent(),
                            facts -> facts.salesOrder().before(facts.proposed()).isPresent(),
                            facts -> SALES_START_AFTER + " is " + shown(facts.get(SALES_START_AFTER))
                                    + "; expected the id of another ticket class of this event"),
            Rule.row(
                            "TKT-06",
                            "INVALID",
                            MAXIMUM_QUANTITY.path(),
                            ARGUMENT,
                            "EB-13.p.ticket_class.maximum_quantity, EB-15.p.ticket_class.maximum_quantity")
                    .on(DRAFT, CREATE, UPDATE)
                    .when(
                            facts -> facts.areKnown(MINIMUM_QUANTITY, MAXIMUM_QUANTITY),
                            facts -> facts.number(MAXIMUM_QUANTITY) >= Math.max(1, facts.number(MINIMUM_QUANTITY)),
                            facts -> MAXIMUM_QUANTITY + " is " + facts.number(MAXIMUM_QUANTITY)
                                    + "; expected at least one and at least " + MINIMUM_QUANTITY + ", which is "
                                    + facts.number(MINIMUM_QUANTITY) + ", or nothing for any number"),
            Rule.row("TKT-07", "INVALID", QUANTITY_TOTAL.path(), ARGUMENT, "EB-15.p.ticket_class.quantity_total")
                    .on(UPDATE)
                    .when(
                            facts -> facts.areKnown(QUANTITY_TOTAL),
                            facts -> facts.number(QUANTITY_TOTAL) >= facts.ordered(),
                            facts -> QUANTITY_TOTAL + " is " + facts.number(QUANTITY_TOTAL) + "; " + facts.ordered()
                                    + " are sold already, expected as many or more"),
            Rule.row(
                            "TKT-08",
                            "INVALID",
                            AUTO_HIDE_AFTER.path(),
                            ARGUMENT,
                            "EB-13.p.ticket_class.auto_hide_after, EB-15.p.ticket_class.auto_hide_after")
                    .on(DRAFT, CREATE, UPDATE)
                    .when(
                            facts -> facts.areKnown(AUTO_HIDE_BEFORE, AUTO_HIDE_AFTER),
                            facts -> facts.isIncreasing(AUTO_HIDE_BEFORE, AUTO_HIDE_AFTER),
                            facts -> AUTO_HIDE_AFTER + " is " + shown(facts.get(AUTO_HIDE_AFTER))
                                    + "; expected an instant after " + AUTO_HIDE_BEFORE + ", which is "
                                    + shown(facts.get(AUTO_HIDE_BEFORE))),
            Rule.row(
                            "TKT-09",
                            "NO_DEPENDENT_TICKETS_FOR_SERIES",
                            "sales_start_after",
                            ARGUMENT,
                            "EB-15.a.sales_start_after.NO_DEPENDENT_TICKETS_FOR_SERIES")
                    .on(DRAFT, CREATE, UPDATE)
                    .when(
                            facts -> facts.event().isSeriesParent(),
                            facts -> facts.said(SALES_START_AFTER).isEmpty(),
                            facts -> SALES_START_AFTER + " is " + shown(facts.get(SALES_START_AFTER))
                                    + "; the classes of a series cannot wait for each other"),
            Rule.row(
                            "TKT-33",
                            "INVALID",
                            SALES_CHANNELS.path(),
                            ARGUMENT,
                            "EB-13.p.ticket_class.sales_channels, EB-15.p.ticket_class.sales_channels")
                    .on(DRAFT, CREATE, UPDATE)
                    .require(
                            facts -> facts.said(SALES_CHANNELS)
                                    .filter(List::isEmpty)
                                    .isEmpty(),
                            facts -> SALES_CHANNELS + " is empty; expected online, atd or both"),
            Rule.row(
                            "TKT-34",
                            "INVALID",
                            SALES_START.path(),
                            ARGUMENT,
                            "EB-13.p.ticket_class.sales_start, EB-13.p.ticket_class.sales_end")
                    .on(DRAFT, CREATE, UPDATE)
                    .when(
                            facts -> facts.said(SALES_START).isPresent()
                                    && facts.get(SALES_END).isEmpty()
                                    && !facts.isUnreadable(SALES_END)
                                    && !facts.event().isSeriesParent()
                                    && facts.plannedEnd().isPresent(),
                            facts -> facts.said(SALES_START)
                                    .orElseThrow()
                                    .isBefore(facts.plannedEnd().orElseThrow()),
                            facts -> SALES_START + " is " + shown(facts.said(SALES_START))
                                    + ", and the sale ends an hour before the event starts, "
                                    + shown(facts.plannedEnd()) + "; expected an earlier instant, or " + SALES_END
                                    + " too"));

    private TicketClassArgumentRules() {}

    private static List<Attribute<?>> unreadable(TicketClassFacts facts) {
        return facts.change().mentioned().stream()
                .filter(facts::isUnreadable)
                .<Attribute<?>>map(attribute -> attribute)
                .toList();
    }

    private static String whyUnreadable(TicketClassFacts facts, Attribute<?> attribute) {
        return facts.change().field(attribute) instanceof Field.Unreadable<?> unreadable
                ? attribute + " is '" + OutsideText.shown(unreadable.text()) + "'; " + unreadable.why()
                : "";
    }
}
