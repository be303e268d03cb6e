package dev.usher.core.event;

import static dev.usher.core.event.EventAttributes.CAPACITY;
import static dev.usher.core.event.EventAttributes.CURRENCY;
import static dev.usher.core.event.EventAttributes.DESCRIPTION;
import static dev.usher.core.event.EventAttributes.END;
import static dev.usher.core.event.EventAttributes.END_ZONE;
import static dev.usher.core.event.EventAttributes.EXTERNALLY_TICKETED;
import static dev.usher.core.event.EventAttributes.NAME;
import static dev.usher.core.event.EventAttributes.ORGANIZER;
import static dev.usher.core.event.EventAttributes.RESERVED_SEATING;
import static dev.usher.core.event.EventAttributes.START;
import static dev.usher.core.event.EventAttributes.START_ZONE;
import static dev.usher.core.event.EventOperation.PUBLISH;
import static dev.usher.core.event.EventOperation.UPDATE;
import static dev.usher.core.event.EventRules.ledger;
import static dev.usher.core.event.EventRules.state;
import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Markup;
import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleKind;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a draft must have before everybody sees it. */
final class PublishingRules {
    private static final String NEEDS = ", EB-05.r.requirements";

    static final List<Rule<EventFacts>> ROWS = List.of(
            needed("EVT-60", "event.name", NAME, "a name", "EB-05.a.event.name.MISSING"),
            needed("EVT-61", "event.description", DESCRIPTION, "a description", "EB-05.r.requirements, decision 11"),
            needed("EVT-62", "event.start", START, "a start", "EB-05.a.event.start.MISSING"),
            needed("EVT-63", "event.end", END, "an end", "EB-05.a.event.end.MISSING"),
            Rule.row("EVT-64", "MISSING", "event.start.timezone", ARGUMENT, "EB-05.a.event.start.timezone.MISSING")
                    .on(PUBLISH)
                    .when(
                            PublishingRules::isDraft,
                            facts -> facts.get(START_ZONE).isPresent()
                                    && facts.get(START_ZONE).equals(facts.get(END_ZONE)),
                            PublishingRules::whichZones),
            needed("EVT-65", "event.organizer", ORGANIZER, "an organizer", "EB-05.a.event.organizer.MISSING"),
            needed("EVT-66", "event.currency", CURRENCY, "a currency", "EB-05.a.event.currency.MISSING"),
            Rule.row("EVT-67", "INVALID", "event.currency", ARGUMENT, "EB-05.a.event.currency.INVALID")
                    .on(PUBLISH, UPDATE)
                    .when(
                            facts -> isDraft(facts) || isCurrencyOfPublished(facts),
                            PublishingRules::pricesAreInCurrency,
                            facts -> "the event's currency is " + facts.shown(CURRENCY) + ", and ticket "
                                    + otherPrices(facts) + "; expected the currency of its tickets"),
            Rule.row("EVT-68", "MISSING", "event.tickets", ARGUMENT, "EB-05.a.event.tickets.MISSING" + NEEDS)
                    .on(PUBLISH)
                    .when(
                            facts -> isDraft(facts) && !facts.before().is(EXTERNALLY_TICKETED),
                            facts -> !facts.around().tickets().isEmpty(),
                            facts -> "the event has no tickets; expected at least one ticket class"),
            ticket(
                    "EVT-69",
                    "name",
                    ticket ->
                            ticket.name().filter(name -> !Markup.isBlank(name)).isPresent()),
            ticket(
                    "EVT-70",
                    "quantity_total",
                    ticket -> ticket.isDonation() || ticket.quantity().isPresent()),
            ticket(
                    "EVT-71",
                    "cost",
                    ticket -> !ticket.isPaid()
                            || ticket.cost().filter(cost -> !cost.isZero()).isPresent()),
            state(
                            "EVT-72",
                            "BAD_QUANTITIES",
                            CAPACITY.path(),
                            ledger("BAD_QUANTITIES", "EB-13", "EB-15") + ", decision 21")
                    .on(PUBLISH)
                    .when(
                            facts -> isDraft(facts)
                                    && facts.before().is(RESERVED_SEATING)
                                    && facts.get(CAPACITY).isPresent(),
                            facts -> facts.get(CAPACITY).orElseThrow() == quantity(facts),
                            facts -> "the ticket classes have " + quantity(facts) + " tickets for "
                                    + facts.get(CAPACITY).orElse(0L) + " seats; expected as many"),
            state(
                            "EVT-73",
                            "PUBLISH_FREE_EVENT_FEATURE_DENIED",
                            "",
                            ledger("PUBLISH_FREE_EVENT_FEATURE_DENIED", "EB-05") + ", decision 15")
                    .on(PUBLISH)
                    .when(
                            facts -> isDraft(facts)
                                    && facts.around().isFree()
                                    && !facts.before().isSeriesParent()
                                    && !facts.before().is(EXTERNALLY_TICKETED)
                                    && !facts.around().tickets().isEmpty(),
                            facts -> facts.around().freeEvents()
                                    < facts.around().limits().freeEvents(),
                            facts -> "the organization's package has "
                                    + facts.around().limits().freeEvents()
                                    + " free events at a time, and so many are published; expected a greater package,"
                                    + " or one of them to be over first"),
            state("EVT-74", "BAD_QUANTITIES", CAPACITY.path(), "decision 21")
                    .on(UPDATE)
                    .when(
                            facts -> facts.after().is(RESERVED_SEATING)
                                    && facts.said(CAPACITY).isPresent(),
                            facts -> facts.said(CAPACITY).orElseThrow() >= quantity(facts),
                            facts -> "the event would have "
                                    + facts.said(CAPACITY).orElseThrow() + " seats, and its ticket classes have "
                                    + quantity(facts) + " tickets; expected as many seats or more"),
            Rule.row("EVT-75", "COST_GREATER_THAN_FEE", "event.tickets.{}.cost", RuleKind.STATE, "decision 22")
                    .on(PUBLISH)
                    .each(
                            facts -> isDraft(facts) ? facts.around().tickets() : List.<TicketOnOffer>of(),
                            (facts, ticket) -> ticket.paysItsFee(),
                            (facts, ticket) -> "ticket class " + ticket + " costs "
                                    + ticket.cost().orElseThrow()
                                    + ", which is not more than the fee it includes; expected a higher price, or a"
                                    + " lower fee"));

    private PublishingRules() {}

    private static Rule<EventFacts> needed(String id, String path, Attribute<?> attribute, String what, String source) {
        return Rule.row(id, "MISSING", path, ARGUMENT, source)
                .on(PUBLISH)
                .when(
                        PublishingRules::isDraft,
                        facts -> facts.get(attribute).isPresent(),
                        facts -> "the event has no " + what.substring(what.indexOf(' ') + 1) + "; expected " + what
                                + " before everybody sees it");
    }

    private static Rule<EventFacts> ticket(String id, String member, Predicate<TicketOnOffer> has) {
        return Rule.row(
                        id,
                        "MISSING",
                        "event.tickets.{}." + member,
                        ARGUMENT,
                        "EB-05.a.event.tickets.N." + member + ".MISSING")
                .on(PUBLISH)
                .each(
                        facts -> isDraft(facts) ? facts.around().tickets() : List.<TicketOnOffer>of(),
                        (facts, ticket) -> has.test(ticket),
                        (facts, ticket) -> "ticket class " + ticket + " has no " + member.replace('_', ' ')
                                + "; expected one before everybody sees it");
    }

    private static boolean isDraft(EventFacts facts) {
        return facts.operation() == PUBLISH && facts.state() == EventState.DRAFT;
    }

    private static boolean isCurrencyOfPublished(EventFacts facts) {
        return facts.operation() == UPDATE
                && facts.state() == EventState.PUBLISHED
                && facts.said(CURRENCY).isPresent()
                && facts.changes(CURRENCY);
    }

    private static boolean pricesAreInCurrency(EventFacts facts) {
        return otherwisePriced(facts).isEmpty();
    }

    /** The tickets that have a price in another currency than the event's. */
    private static List<TicketOnOffer> otherwisePriced(EventFacts facts) {
        return facts.around().tickets().stream()
                .filter(ticket -> ticket.cost()
                        .filter(cost -> facts.get(CURRENCY)
                                .filter(currency -> !cost.currency().equals(currency))
                                .isPresent())
                        .isPresent())
                .toList();
    }

    private static String otherPrices(EventFacts facts) {
        return otherwisePriced(facts).stream()
                .map(ticket -> "class " + ticket + " costs " + ticket.cost().orElseThrow())
                .collect(Collectors.joining(", "));
    }

    private static String whichZones(EventFacts facts) {
        boolean hasNone = facts.get(START_ZONE).isEmpty() && facts.get(END_ZONE).isEmpty();
        return hasNone
                ? "the event has no time zone; expected one for its start and its end"
                : "the event starts in " + facts.shown(START_ZONE) + " and ends in " + facts.shown(END_ZONE)
                        + "; expected one time zone for both";
    }

    private static long quantity(EventFacts facts) {
        return facts.around().tickets().stream()
                .mapToLong(ticket -> ticket.quantity().orElse(0L))
                .sum();
    }
}
