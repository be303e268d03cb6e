package dev.usher.core.event;

import static dev.usher.core.event.EventAttributes.END;
import static dev.usher.core.event.EventAttributes.END_ZONE;
import static dev.usher.core.event.EventAttributes.START;
import static dev.usher.core.event.EventAttributes.START_ZONE;
import static dev.usher.core.event.EventOperation.CREATE;
import static dev.usher.core.event.EventOperation.DRAFT;
import static dev.usher.core.event.EventOperation.UPDATE;
import static dev.usher.core.event.EventRules.ledger;
import static dev.usher.core.event.EventRules.state;
import static dev.usher.core.event.EventRules.whenMade;
import static dev.usher.core.event.EventRules.whenSaid;
import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.attribute.Kind;
import dev.usher.core.rule.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When an event takes place. */
final class TimeRules {
    private static final List<Attribute<Instant>> DATES = List.of(START, END);

    static final List<Rule<EventFacts>> ROWS = List.of(
            state("EVT-20", "DATE_CONFLICT", START.path(), whenMade("DATE_CONFLICT") + ", decision 7")
                    .on(CREATE, DRAFT)
                    .when(
                            TimeRules::hasBothDates,
                            facts -> !start(facts).isAfter(end(facts)),
                            facts -> "the event starts at " + start(facts) + ", after its end at " + end(facts)
                                    + "; expected the start at the end or before"),
            state(
                            "EVT-21",
                            "DATE_CONFLICT",
                            END.path(),
                            ledger("DATE_CONFLICT", "EB-04") + ", EB-04.e.DATE_CONFLICT~2, decision 7")
                    .on(UPDATE)
                    .when(
                            facts -> hasBothDates(facts)
                                    && (facts.changes(START) || facts.changes(END))
                                    && !facts.isOver(),
                            facts -> end(facts).isAfter(start(facts)),
                            facts -> "the event would end at " + end(facts) + " and start at " + start(facts)
                                    + "; expected the end after the start"),
            state("EVT-22", "DIFFERENT_TIMEZONES", END_ZONE.path(), whenSaid("DIFFERENT_TIMEZONES") + ", decision 6")
                    .on(CREATE, DRAFT, UPDATE)
                    .when(
                            TimeRules::comparesZones,
                            facts -> facts.get(START_ZONE).equals(facts.get(END_ZONE)),
                            facts -> "the event starts in " + facts.shown(START_ZONE) + " and ends in "
                                    + facts.shown(END_ZONE) + "; expected one time zone for both"),
            state("EVT-23", "INVALID_DATE", "{}", whenSaid("INVALID_DATE") + ", decision 7")
                    .on(CREATE, DRAFT, UPDATE)
                    .each(
                            facts -> facts.isOver()
                                    ? List.of()
                                    : DATES.stream().filter(facts::changes).toList(),
                            (facts, date) -> facts.said(date)
                                    .map(said -> !said.isBefore(facts.now()))
                                    .orElse(true),
                            (facts, date) -> date + " is " + facts.shown(date) + ", and it is " + facts.now()
                                    + " already; expected a date that is not past"),
            ended("EVT-24", "event.start", START, START_ZONE),
            ended("EVT-25", "event.end", END, END_ZONE));

    private TimeRules() {}

    private static Rule<EventFacts> ended(String id, String path, Attribute<Instant> date, Attribute<String> zone) {
        String code = "CANNOT_CHANGE_DATES_FOR_ENDED_EVENT";
        return Rule.row(id, code, path, ARGUMENT, "EB-04.a." + path + "." + code)
                .on(UPDATE)
                .when(
                        EventFacts::isOver,
                        facts -> !facts.changes(date) && !facts.changes(zone),
                        facts -> "the event is over, so " + path + " cannot become " + facts.shown(date) + " in "
                                + facts.shown(zone) + "; expected it as it was");
    }

    private static boolean hasBothDates(EventFacts facts) {
        return isReadable(facts, START)
                && isReadable(facts, END)
                && facts.get(START).isPresent()
                && facts.get(END).isPresent();
    }

    private static boolean isReadable(EventFacts facts, Attribute<?> attribute) {
        return !facts.change().field(attribute).isUnreadable();
    }

    /** Zones are compared when a request says both, and always once the event is published. */
    private static boolean comparesZones(EventFacts facts) {
        boolean both =
                facts.said(START_ZONE).isPresent() && facts.said(END_ZONE).isPresent();
        boolean either = facts.changes(START_ZONE) || facts.changes(END_ZONE);
        return (both || (either && facts.state() == EventState.PUBLISHED && !facts.isOver()))
                && isKnown(facts.get(START_ZONE))
                && isKnown(facts.get(END_ZONE));
    }

    private static boolean isKnown(Optional<String> zone) {
        return zone.filter(Kind.Zone::isKnown).isPresent();
    }

    private static Instant start(EventFacts facts) {
        return facts.get(START).orElseThrow();
    }

    private static Instant end(EventFacts facts) {
        return facts.get(END).orElseThrow();
    }
}
