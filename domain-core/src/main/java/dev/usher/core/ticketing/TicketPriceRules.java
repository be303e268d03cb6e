package dev.usher.core.ticketing;

import static dev.usher.core.rule.RuleKind.STATE;
import static dev.usher.core.ticketing.TicketClassAttributes.COST;
import static dev.usher.core.ticketing.TicketClassAttributes.DONATION;
import static dev.usher.core.ticketing.TicketClassAttributes.FREE;
import static dev.usher.core.ticketing.TicketClassAttributes.INCLUDE_FEE;
import static dev.usher.core.ticketing.TicketClassAttributes.SPLIT_FEE;
import static dev.usher.core.ticketing.TicketClassFacts.shown;
import static dev.usher.core.ticketing.TicketClassOperation.CREATE;
import static dev.usher.core.ticketing.TicketClassOperation.DRAFT;
import static dev.usher.core.ticketing.TicketClassOperation.FOLLOW;
import static dev.usher.core.ticketing.TicketClassOperation.UPDATE;

import dev.usher.core.event.EventAttributes;
import dev.usher.core.money.Money;
import dev.usher.core.rule.Rule;
import java.util.List;

/** What goes together in the price of a ticket, and when it may change. */
final class TicketPriceRules {
    static final List<Rule<TicketClassFacts>> ROWS = List.of(
            Rule.row(
                            "TKT-15",
                            "SPLIT_AND_INCLUDE",
                            SPLIT_FEE.path(),
                            STATE,
                            "EB-13.e.SPLIT_AND_INCLUDE, EB-15.e.SPLIT_AND_INCLUDE")
                    .on(DRAFT, CREATE, UPDATE)
                    .require(
                            facts -> !(facts.is(SPLIT_FEE) && facts.is(INCLUDE_FEE)),
                            facts -> SPLIT_FEE + " and " + INCLUDE_FEE + " are both true; expected one at the most"),
            Rule.row(
                            "TKT-14",
                            "SPLIT_FEES_DEPRECATED",
                            SPLIT_FEE.path(),
                            STATE,
                            "EB-13.e.SPLIT_FEES_DEPRECATED, EB-15.e.SPLIT_FEES_DEPRECATED")
                    .on(DRAFT, CREATE, UPDATE)
                    .when(
                            TicketClassFacts::mustBeComplete,
                            facts -> !facts.is(SPLIT_FEE),
                            facts -> SPLIT_FEE
                                    + " is true; fees are split no more: include them, or let buyers pay them"),
            Rule.row(
                            "TKT-16",
                            "DONATION_AND_FREE",
                            DONATION.path(),
                            STATE,
                            "EB-13.e.DONATION_AND_FREE, EB-15.e.DONATION_AND_FREE")
                    .on(DRAFT, CREATE, UPDATE)
                    .require(
                            facts -> !(facts.is(DONATION) && facts.is(FREE)),
                            facts -> DONATION + " and " + FREE + " are both true; expected one at the most"),
            Rule.row(
                            "TKT-17",
                            "DONATION_AND_COST",
                            DONATION.path(),
                            STATE,
                            "EB-13.e.DONATION_AND_COST, EB-15.e.DONATION_AND_COST")
                    .on(DRAFT, CREATE, UPDATE)
                    .require(
                            facts -> !(facts.is(DONATION) && facts.isCharged()),
                            facts -> DONATION + " is true, but " + COST + " is " + shown(facts.cost())
                                    + "; the giver says how much, so expected no cost"),
            Rule.row("TKT-18", "FREE_AND_COST", FREE.path(), STATE, "EB-13.e.FREE_AND_COST, EB-15.e.FREE_AND_COST")
                    .on(DRAFT, CREATE, UPDATE)
                    .require(
                            facts -> !(facts.is(FREE) && facts.isCharged()),
                            facts -> FREE + " is true, but " + COST + " is " + shown(facts.cost())
                                    + "; expected no cost, or zero"),
            Rule.row("TKT-19", "NO_COST", COST.path(), STATE, "EB-13.e.NO_COST, EB-15.e.NO_COST")
                    .on(DRAFT, CREATE, UPDATE)
                    .when(
                            facts -> facts.mustHave(known ->
                                            !known.isPaid() || known.get(COST).isPresent())
                                    && facts.proposed().isPaid()
                                    && !facts.isUnreadable(COST),
                            facts -> facts.cost().filter(cost -> !cost.isZero()).isPresent(),
                            facts -> COST + " is missing or zero; expected a price such as USD,4500, or " + FREE
                                    + " or " + DONATION + " true"),
            Rule.row(
                            "TKT-20",
                            "CURRENCY_MISMATCH",
                            COST.path(),
                            STATE,
                            "EB-13.e.CURRENCY_MISMATCH, EB-15.e.CURRENCY_MISMATCH")
                    .on(DRAFT, CREATE, UPDATE, FOLLOW)
                    .when(
                            facts -> facts.cost().isPresent()
                                    && facts.event()
                                            .get(EventAttributes.CURRENCY)
                                            .isPresent(),
                            facts -> facts.cost()
                                    .map(Money::currency)
                                    .equals(facts.event().get(EventAttributes.CURRENCY)),
                            facts -> COST + " is " + shown(facts.cost()) + "; expected an amount in "
                                    + shown(facts.event().get(EventAttributes.CURRENCY))
                                    + ", the event's currency"),
            Rule.row(
                            "TKT-21",
                            "COST_GREATER_THAN_FEE",
                            COST.path(),
                            STATE,
                            "EB-13.e.COST_GREATER_THAN_FEE, EB-15.e.COST_GREATER_THAN_FEE")
                    .on(DRAFT, CREATE, UPDATE)
                    .when(
                            facts -> facts.is(INCLUDE_FEE) && facts.price().isPresent(),
                            facts -> facts.price().orElseThrow().paysItsFee(),
                            facts -> COST + " is " + shown(facts.cost())
                                    + ", which is not more than the fee of "
                                    + facts.price().orElseThrow().actualFee()
                                    + " that it is to include; expected more than that"),
            Rule.row("TKT-22", "CANNOT_UPDATE_COST", COST.path(), STATE, "EB-15.e.CANNOT_UPDATE_COST")
                    .on(UPDATE)
                    .when(
                            facts -> facts.ordered() > 0,
                            facts -> facts.current()
                                    .filter(current -> isOfSamePrice(current, facts))
                                    .isPresent(),
                            facts -> "the price cannot change any more, for " + facts.ordered()
                                    + " tickets are sold; expected "
                                    + shown(facts.current().flatMap(current -> current.get(COST)))));

    private TicketPriceRules() {}

    private static boolean isOfSamePrice(TicketClass current, TicketClassFacts facts) {
        return current.get(COST).equals(facts.get(COST))
                && current.is(FREE) == facts.is(FREE)
                && current.is(DONATION) == facts.is(DONATION);
    }
}
