package dev.usher.core.statistics;

import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.core.rule.Field;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleBook;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a question for statistics must be like. Paths are the parameter names of the reporting endpoint. */
public final class StatisticsQuestionRules {

    /** The most events one question may name. */
    public static final int MOST_EVENTS = 8;

    /** The rules, in the order in which violations are reported. */
    public static final RuleBook<StatisticsQuestion> BOOK = new RuleBook<>(List.of(
            Rule.row("STQ-01", "MISSING", "eventIds", ARGUMENT, "TX.p.eventIds")
                    .require(
                            question -> !question.eventIds().isEmpty(),
                            question -> "eventIds is missing; expected 1 to " + MOST_EVENTS
                                    + " events, the parameter repeated for each: eventIds=A&eventIds=B"),
            Rule.row("STQ-02", "EMPTY", "eventIds", ARGUMENT, "TX.p.eventIds")
                    .require(
                            question -> !namesNothing(question),
                            question -> "eventIds names an event with an empty id; expected the id of an event"),
            Rule.row("STQ-03", "TOO_MANY", "eventIds", ARGUMENT, "TX.p.eventIds")
                    .require(
                            question -> question.eventIds().size() <= MOST_EVENTS,
                            question -> "eventIds names " + question.eventIds().size() + " events; at most "
                                    + MOST_EVENTS + " may be asked for at once"),
            Rule.row("STQ-04", "REPEATED", "eventIds", ARGUMENT, "TX.p.eventIds")
                    .each(
                            StatisticsQuestionRules::repeated,
                            (question, eventId) -> false,
                            (question, eventId) -> "eventIds names '" + OutsideText.shown(eventId)
                                    + "' more than once; expected each event once"),
            Rule.row("STQ-05", "MISSING", "dateTime", ARGUMENT, "TX.p.dateTime")
                    .require(
                            question -> !question.at().isAbsent() && !(question.at() instanceof Field.Cleared<Instant>),
                            question -> "dateTime is missing; expected " + InstantText.EXPECTED),
            Rule.row("STQ-06", "INVALID_INSTANT", "dateTime", ARGUMENT, "TX.p.dateTime")
                    .require(question -> !question.at().isUnreadable(), StatisticsQuestionRules::whyUnreadable)));

    private StatisticsQuestionRules() {}

    private static boolean namesNothing(StatisticsQuestion question) {
        for (String eventId : question.eventIds()) {
            if (eventId.isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> repeated(StatisticsQuestion question) {
        if (question.eventIds().size() < 2) {
            return Set.of();
        }
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new LinkedHashSet<>();
        for (String eventId : question.eventIds()) {
            if (!eventId.isBlank() && !seen.add(eventId)) {
                repeated.add(eventId);
            }
        }
        return repeated;
    }

    private static String whyUnreadable(StatisticsQuestion question) {
        return question.at() instanceof Field.Unreadable<Instant> unreadable
                ? "dateTime is '" + OutsideText.shown(unreadable.text()) + "'; " + unreadable.why()
                : "";
    }
}
