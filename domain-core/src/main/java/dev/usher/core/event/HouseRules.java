package dev.usher.core.event;

import static dev.usher.core.access.Profile.PACKAGE;
import static dev.usher.core.event.EventAttributes.CURRENCY;
import static dev.usher.core.event.EventAttributes.ORGANIZER;
import static dev.usher.core.event.EventAttributes.PAID_OUT;
import static dev.usher.core.event.EventAttributes.RESERVED_SEATING;
import static dev.usher.core.event.EventAttributes.SOURCE;
import static dev.usher.core.event.EventAttributes.SURVEY_RESPONDENT;
import static dev.usher.core.event.EventOperation.CREATE;
import static dev.usher.core.event.EventOperation.DRAFT;
import static dev.usher.core.event.EventOperation.SCHEDULE;
import static dev.usher.core.event.EventOperation.SETTLE;
import static dev.usher.core.event.EventOperation.UPDATE;
import static dev.usher.core.event.EventRules.ledger;
import static dev.usher.core.event.EventRules.state;
import static dev.usher.core.event.EventRules.whenMade;
import static dev.usher.core.event.EventRules.whenSaid;

import dev.usher.core.rule.Rule;
import java.util.List;

/** What the organization must have for its events, and what stays as it was once made or sold. */
final class HouseRules {
    static final List<Rule<EventFacts>> ROWS = List.of(
            state("EVT-40", "NO_PACKAGE_SELECTED", "", whenMade("NO_PACKAGE_SELECTED") + ", decision 15")
                    .on(CREATE, DRAFT, SCHEDULE)
                    .require(
                            facts -> facts.around().limits().createsEvents(),
                            facts -> "the organization's package is "
                                    + facts.around()
                                            .profile()
                                            .attributes()
                                            .get(PACKAGE)
                                            .orElse("")
                                    + ", which has no events; choose a package first"),
            state("EVT-41", "NO_DEFAULT_ORGANIZER", ORGANIZER.path(), whenSaid("NO_DEFAULT_ORGANIZER"))
                    .on(CREATE, UPDATE)
                    .when(
                            facts -> facts.operation() == CREATE
                                    ? !facts.change().field(ORGANIZER).isUnreadable()
                                    : facts.clears(ORGANIZER),
                            facts -> facts.get(ORGANIZER).isPresent(),
                            facts -> "the request names no organizer, and the organization has no default one;"
                                    + " name one, or set the default in the profile"),
            state("EVT-42", "CANNOT_UPDATE_SOURCE", SOURCE.path(), ledger("CANNOT_UPDATE_SOURCE", "EB-04"))
                    .on(UPDATE)
                    .require(
                            facts -> !facts.changes(SOURCE),
                            facts -> "the event's source is '"
                                    + facts.before().get(SOURCE).orElse("") + "' and cannot become "
                                    + facts.shown(SOURCE) + "; it is said once, when the event is made"),
            state("EVT-43", "CANNOT_UPDATE_CURRENCY", CURRENCY.path(), ledger("CANNOT_UPDATE_CURRENCY", "EB-04"))
                    .on(UPDATE)
                    .when(
                            facts -> facts.said(CURRENCY).isPresent()
                                    && facts.before().get(CURRENCY).isPresent()
                                    && facts.changes(CURRENCY),
                            facts -> facts.around().sales().paid() == 0
                                    && !facts.before().is(RESERVED_SEATING),
                            facts -> "the event has "
                                    + (facts.before().is(RESERVED_SEATING)
                                            ? "reserved seats"
                                            : facts.around().sales().paid() + " paid orders")
                                    + ", so its currency cannot become " + facts.shown(CURRENCY) + "; expected "
                                    + facts.before().get(CURRENCY).orElseThrow() + " as it was"),
            state("EVT-45", "NOT_OVER", PAID_OUT.path(), "decision 12")
                    .on(SETTLE)
                    .when(
                            facts -> facts.sets(PAID_OUT) && facts.changes(PAID_OUT),
                            EventFacts::isOver,
                            facts -> "the event is " + facts.status().word()
                                    + ", so it cannot be paid out yet; expected that once it has ended"),
            state("EVT-44", "HAS_QUESTIONS", SURVEY_RESPONDENT.path(), "decision 18")
                    .on(SETTLE)
                    .when(
                            facts -> facts.said(SURVEY_RESPONDENT).isPresent(),
                            facts -> facts.around().respondents().stream()
                                    .allMatch(facts.said(SURVEY_RESPONDENT).orElseThrow()::equals),
                            facts -> "the event has questions for "
                                    + String.join(", ", facts.around().respondents())
                                    + ", so they cannot be asked of " + facts.shown(SURVEY_RESPONDENT)
                                    + "; expected it as it was"));

    private HouseRules() {}
}
