package dev.usher.core.event;

import static dev.usher.core.event.EventAttributes.EXTERNALLY_TICKETED;
import static dev.usher.core.event.EventAttributes.START;
import static dev.usher.core.event.EventAttributes.START_ZONE;
import static dev.usher.core.event.EventOperation.ARRANGE;
import static dev.usher.core.event.EventOperation.COPY;
import static dev.usher.core.event.EventOperation.SCHEDULE;
import static dev.usher.core.event.EventOperation.SETTLE;
import static dev.usher.core.event.EventOperation.UPDATE;
import static dev.usher.core.event.EventRules.state;
import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.EXISTENCE;

import dev.usher.core.rule.Rule;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What an event must be like to become a series, and when its occurrences may take place. */
final class SeriesRules {
    /** The most occurrences that one request may add. */
    static final int MOST = 365;

    private static final String SOURCE = "docs/http.md";

    /** A series is not found where events are; this goes before all that could be said of it. */
    static final List<Rule<EventFacts>> PLACE =
            List.of(Rule.row("EVT-94", "NOT_FOUND", "event", EXISTENCE, "EB-03.r.series, EB-04.r.series")
                    .on(UPDATE, ARRANGE, SETTLE, COPY)
                    .require(
                            facts -> !facts.before().isSeriesParent(),
                            facts -> "event " + facts.before().ref().event()
                                    + " stands for a series; expected one of its occurrences"));

    static final List<Rule<EventFacts>> ROWS = List.of(
            state("EVT-95", "NOT_A_DRAFT", "", SOURCE)
                    .on(SCHEDULE)
                    .require(
                            facts -> facts.state() == EventState.DRAFT,
                            facts -> "the event is " + facts.state().word() + "; expected a draft"),
            state("EVT-96", "IS_AN_OCCURRENCE", "", SOURCE)
                    .on(SCHEDULE)
                    .require(
                            facts -> facts.before().series().isEmpty(),
                            facts -> "the event is an occurrence of series "
                                    + facts.before().series().orElse(0L) + "; add occurrences to that"),
            state("EVT-97", "HAS_ORDERS", "", SOURCE)
                    .on(SCHEDULE)
                    .require(
                            facts -> facts.around().sales().placed() == 0
                                    && !facts.before().is(EXTERNALLY_TICKETED),
                            facts -> "the event "
                                    + (facts.before().is(EXTERNALLY_TICKETED)
                                            ? "is ticketed elsewhere"
                                            : "has " + facts.around().sales().placed() + " orders")
                                    + "; expected one that sells nothing yet"),
            Rule.row("EVT-98", "MISSING", START_ZONE.path(), ARGUMENT, SOURCE)
                    .on(SCHEDULE)
                    .require(
                            facts -> facts.get(START_ZONE).isPresent(),
                            facts -> "the event has no time zone; say one, for its occurrences take place there"),
            Rule.row(
                            "EVT-102",
                            "NO_DEPENDENT_TICKETS_FOR_SERIES",
                            "sales_start_after",
                            ARGUMENT,
                            "EB-15.a.sales_start_after.NO_DEPENDENT_TICKETS_FOR_SERIES")
                    .on(SCHEDULE)
                    .each(
                            facts -> facts.around().tickets(),
                            (facts, ticket) -> !ticket.waits(),
                            (facts, ticket) -> "ticket class " + ticket
                                    + " waits for another; the classes of a series cannot, so let it wait for none"),
            Rule.row("EVT-99", "BAD_COUNT", "occurrences", ARGUMENT, SOURCE)
                    .on(SCHEDULE)
                    .require(
                            facts -> !facts.occurrences().isEmpty()
                                    && facts.occurrences().size() <= MOST,
                            facts -> "there are " + facts.occurrences().size() + " occurrences; expected 1 to " + MOST),
            Rule.row("EVT-103", "INVALID", "occurrences[{}]", ARGUMENT, SOURCE)
                    .on(SCHEDULE)
                    .each(
                            SeriesRules::places,
                            (facts, place) -> isReadable(at(facts, place).start())
                                    && isReadable(at(facts, place).end()),
                            (facts, place) ->
                                    "it would last from " + at(facts, place).start() + " to "
                                            + at(facts, place).end()
                                            + "; expected instants to the second, up to the year 9999"),
            Rule.row("EVT-100", "DATE_CONFLICT", "occurrences[{}].end", ARGUMENT, SOURCE)
                    .on(SCHEDULE)
                    .each(
                            SeriesRules::places,
                            (facts, place) -> at(facts, place)
                                    .end()
                                    .isAfter(at(facts, place).start()),
                            (facts, place) ->
                                    "it would end at " + at(facts, place).end() + " and start at "
                                            + at(facts, place).start() + "; expected the end after the start"),
            Rule.row("EVT-101", "INVALID_DATE", "occurrences[{}].start", ARGUMENT, SOURCE)
                    .on(SCHEDULE)
                    .each(
                            SeriesRules::places,
                            (facts, place) -> !at(facts, place).start().isBefore(facts.now()),
                            (facts, place) ->
                                    "it would start at " + at(facts, place).start() + ", and it is " + facts.now()
                                            + " already; expected a start that is not past"));

    private SeriesRules() {}

    private static boolean isReadable(Instant instant) {
        return START.kind().judge(instant).said().isPresent();
    }

    private static List<Integer> places(EventFacts facts) {
        return IntStream.range(0, facts.occurrences().size()).boxed().toList();
    }

    private static Occurrence at(EventFacts facts, int place) {
        return facts.occurrences().get(place);
    }
}
