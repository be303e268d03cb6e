package dev.usher.core.service;

import static dev.usher.core.rule.RuleKind.EXISTENCE;

import dev.usher.core.access.Actor;
import dev.usher.core.event.EventRef;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Violation;
import dev.usher.core.statistics.StatisticsQuestion;
import dev.usher.core.statistics.StatisticsQuestionRules;
import dev.usher.core.statistics.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What organizers read: the statistics of their events as of any instant. */
public final class Reporting {
    private final EventDirectory directory;
    private final Timelines timelines;

    Reporting(EventDirectory directory, Timelines timelines) {
        this.directory = directory;
        this.timelines = timelines;
    }

    /**
     * The statistics of each event asked for, in the order asked; may wait for the store.
     *
     * <p>An event of another organization answers exactly as one that does not exist (decision 3).
     *
     * @return the statistics; else every violation of {@link StatisticsQuestionRules}, or one {@code UNKNOWN_EVENT} for
     *     each event that is not there
     * @throws dev.usher.core.store.StoreUnavailable when the store is needed and cannot be reached
     * @throws dev.usher.core.store.DamagedLog when an event's log is not whole
     */
    public Outcome<List<EventStatistics>> asOf(Actor actor, StatisticsQuestion question) {
        return StatisticsQuestionRules.BOOK
                .judge(question, question)
                .then(sound -> events(actor, sound))
                .then(events -> Outcome.accepted(statistics(question, events)));
    }

    /**
     * The same answer where nothing but memory is needed for it, quick enough for an event loop.
     *
     * @return empty when the store must be asked
     */
    public Optional<Outcome<List<EventStatistics>>> residentAsOf(Actor actor, StatisticsQuestion question) {
        List<Violation> violations = StatisticsQuestionRules.BOOK.violations(question);
        if (!violations.isEmpty()) {
            return Optional.of(Outcome.rejected(violations));
        }
        Instant at = instant(question);
        List<EventStatistics> answer = new ArrayList<>(question.eventIds().size());
        for (String eventId : question.eventIds()) {
            Optional<Timeline> timeline =
                    directory.recall(actor.organization(), eventId).flatMap(timelines::atHand);
            if (timeline.isEmpty()) {
                return Optional.empty();
            }
            answer.add(new EventStatistics(eventId, timeline.get().at(at)));
        }
        return Optional.of(Outcome.accepted(answer));
    }

    /**
     * Catches up with what other nodes have appended to the events in memory; to be called every half second where
     * several nodes share a store ({@link dev.usher.core.store.Store#isShared}). From the first call on, answers from
     * memory are given only for a few seconds after the last success.
     */
    public void follow() {
        timelines.follow();
    }

    private Outcome<List<EventRef>> events(Actor actor, StatisticsQuestion question) {
        List<EventRef> found = new ArrayList<>();
        List<Violation> unknown = new ArrayList<>();
        for (String eventId : question.eventIds()) {
            directory
                    .find(actor.organization(), eventId)
                    .ifPresentOrElse(found::add, () -> unknown.add(unknown(eventId)));
        }
        return unknown.isEmpty() ? Outcome.accepted(found) : Outcome.rejected(unknown);
    }

    private List<EventStatistics> statistics(StatisticsQuestion question, List<EventRef> events) {
        Instant at = instant(question);
        List<EventStatistics> answer = new ArrayList<>(events.size());
        for (int index = 0; index < events.size(); index++) {
            Timeline timeline = timelines.of(events.get(index));
            answer.add(new EventStatistics(question.eventIds().get(index), timeline.at(at)));
        }
        return answer;
    }

    private static Instant instant(StatisticsQuestion question) {
        return question.at().said().orElseThrow();
    }

    private static Violation unknown(String eventId) {
        return new Violation(
                EXISTENCE,
                "UNKNOWN_EVENT",
                "eventIds",
                "there is no event '" + OutsideText.shown(eventId)
                        + "' in this organization; expected the id of one of its events");
    }
}
