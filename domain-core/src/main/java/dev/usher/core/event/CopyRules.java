package dev.usher.core.event;

import static dev.usher.core.access.Profile.PACKAGE;
import static dev.usher.core.event.EventAttributes.END;
import static dev.usher.core.event.EventAttributes.EXTERNALLY_TICKETED;
import static dev.usher.core.event.EventAttributes.START;
import static dev.usher.core.event.EventOperation.COPY;
import static dev.usher.core.event.EventRules.ledger;
import static dev.usher.core.event.EventRules.state;

import dev.usher.core.attribute.Attribute;
import dev.usher.core.rule.Rule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What an event must be like to be copied, and when the copy may take place. */
final class CopyRules {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final int FURTHEST_YEARS = 10;

    static final List<Rule<EventFacts>> ROWS = List.of(
            state("EVT-90", "INSUFFICIENT_PACKAGE", "", ledger("INSUFFICIENT_PACKAGE", "EB-08") + ", decision 15")
                    .on(COPY)
                    .require(
                            facts -> facts.around().limits().copiesEvents(),
                            facts -> "the organization's package is "
                                    + facts.around()
                                            .profile()
                                            .attributes()
                                            .get(PACKAGE)
                                            .orElse("")
                                    + ", which does not copy events; choose a greater one"),
            state("EVT-91", "UNABLE_TO_COPY_EVENT", "", ledger("UNABLE_TO_COPY_EVENT", "EB-08") + ", decision 14")
                    .on(COPY)
                    .require(
                            facts -> !facts.before().is(EXTERNALLY_TICKETED),
                            facts ->
                                    "the event is ticketed elsewhere and cannot be copied; expected one that is sold here"),
            state(
                            "EVT-92",
                            "INVALID_START_DATE",
                            CopyWish.START.path(),
                            ledger("INVALID_START_DATE", "EB-08") + ", decision 14")
                    .on(COPY)
                    .when(
                            facts -> isReadable(facts, CopyWish.START),
                            facts -> facts.get(START)
                                    .filter(start -> !start.isBefore(facts.now()) && !start.isAfter(latest(facts)))
                                    .isPresent(),
                            facts -> "the copy would start at "
                                    + facts.get(START).map(Instant::toString).orElse("no date")
                                    + "; expected a start from " + facts.now() + " to " + latest(facts)),
            state(
                            "EVT-93",
                            "INVALID_END_DATE",
                            CopyWish.END.path(),
                            ledger("INVALID_END_DATE", "EB-08") + ", decision 14")
                    .on(COPY)
                    .when(
                            facts -> isReadable(facts, CopyWish.START)
                                    && isReadable(facts, CopyWish.END)
                                    && facts.get(START).isPresent(),
                            facts -> facts.get(END)
                                    .filter(end -> isLongEnough(facts.get(START).orElseThrow(), end))
                                    .isPresent(),
                            facts -> "the copy would end at "
                                    + facts.get(END).map(Instant::toString).orElse("no date")
                                    + " and start at " + facts.get(START).orElseThrow()
                                    + "; expected an end 1 minute to 365 days after the start"));

    private CopyRules() {}

    private static boolean isReadable(EventFacts facts, Attribute<Instant> attribute) {
        return !facts.change().field(attribute).isUnreadable();
    }

    private static Instant latest(EventFacts facts) {
        return facts.now().atOffset(ZoneOffset.UTC).plusYears(FURTHEST_YEARS).toInstant();
    }

    private static boolean isLongEnough(Instant start, Instant end) {
        return !end.isBefore(start.plus(SHORTEST)) && !end.isAfter(start.plus(LONGEST));
    }
}
