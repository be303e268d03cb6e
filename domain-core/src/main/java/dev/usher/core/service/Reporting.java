package dev.usher.core.service;

import static dev.usher.core.rule.RuleKind.EXISTENCE;
import static dev.usher.core.rule.RuleKind.NOT_YET;

import dev.usher.core.access.Actor;
import dev.usher.core.event.EventRef;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Violation;
import dev.usher.core.statistics.AsOfQuestion;
import dev.usher.core.statistics.EventInQuestion;
import dev.usher.core.statistics.EventQuestionRules;
import dev.usher.core.statistics.Instants;
import dev.usher.core.statistics.SeriesQuestion;
import dev.usher.core.statistics.StatisticsQuestion;
import dev.usher.core.statistics.StatisticsQuestionRules;
import dev.usher.core.store.LogHead;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What organizers read: the statistics of their events as of any instant, and over time.
 *
 * <p>Every question can be asked in two ways: one may wait for the store; the other, {@code resident…}, answers only where
 * nothing but memory is needed, quick enough for an event loop. An event of another organization answers exactly as one
 * that does not exist (decision 3).
 */
public final class Reporting {
    private final EventDirectory directory;
    private final Timelines timelines;
    private final InstantSource clock;

    Reporting(EventDirectory directory, Timelines timelines, InstantSource clock) {
        this.directory = directory;
        this.timelines = timelines;
        this.clock = clock;
    }

    /**
     * The statistics of each event asked for, in the order asked; may wait for the store.
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
     * The same answer where nothing but memory is needed for it.
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
            Optional<Residents.Index> index =
                    directory.recall(actor.organization(), eventId).flatMap(timelines::atHand);
            if (index.isEmpty()) {
                return Optional.empty();
            }
            answer.add(new EventStatistics(eventId, index.get().timeline().at(at)));
        }
        return Optional.of(Outcome.accepted(answer));
    }

    /**
     * One event's statistics as of an instant; may wait for the store.
     *
     * @return the statistics; else every violation of {@link EventQuestionRules}, or {@code UNKNOWN_EVENT}, or {@code
     *     NOT_YET_RECORDED} when the log does not go as far as the question needs, which it may do soon
     * @throws dev.usher.core.store.StoreUnavailable when the store is needed and cannot be reached
     * @throws dev.usher.core.store.DamagedLog when the event's log is not whole
     */
    public Outcome<StatisticsAsOf> asOf(Actor actor, AsOfQuestion question) {
        List<Violation> violations = question.violations();
        if (!violations.isEmpty()) {
            return Outcome.rejected(violations);
        }
        Instant at = instant(question);
        return answer(actor, question.event(), Instants.of(at))
                .then(answer -> Outcome.accepted(statistics(question, at, answer)));
    }

    /**
     * The same answer where nothing but memory is needed for it.
     *
     * @return empty when the store must be asked
     */
    public Optional<Outcome<StatisticsAsOf>> residentAsOf(Actor actor, AsOfQuestion question) {
        List<Violation> violations = question.violations();
        if (!violations.isEmpty()) {
            return Optional.of(Outcome.rejected(violations));
        }
        Instant at = instant(question);
        return residentAnswer(actor, question.event(), Instants.of(at))
                .map(answer -> Outcome.accepted(statistics(question, at, answer)));
    }

    /**
     * One event's statistics over time, all points from one state of its log; may wait for the store.
     *
     * @return the series; else what {@link #asOf(Actor, AsOfQuestion)} would say
     * @throws dev.usher.core.store.StoreUnavailable when the store is needed and cannot be reached
     * @throws dev.usher.core.store.DamagedLog when the event's log is not whole
     */
    public Outcome<StatisticsSeries> series(Actor actor, SeriesQuestion question) {
        List<Violation> violations = question.violations();
        return violations.isEmpty()
                ? answer(actor, question.event(), question.instants())
                        .then(answer -> Outcome.accepted(series(question, answer)))
                : Outcome.rejected(violations);
    }

    /**
     * The same series where nothing but memory is needed for it.
     *
     * @param mostPoints a longer one is not for an event loop
     * @return empty when the store must be asked, or the series is longer
     */
    public Optional<Outcome<StatisticsSeries>> residentSeries(Actor actor, SeriesQuestion question, int mostPoints) {
        List<Violation> violations = question.violations();
        if (!violations.isEmpty()) {
            return Optional.of(Outcome.rejected(violations));
        }
        Instants instants = question.instants();
        return instants.count() > mostPoints
                ? Optional.empty()
                : residentAnswer(actor, question.event(), instants)
                        .map(answer -> Outcome.accepted(series(question, answer)));
    }

    /**
     * Catches up with what other nodes have appended to the events in memory; to be called every half second where
     * several nodes share a store ({@link dev.usher.core.store.Store#isShared}). From the first call on, answers from
     * memory are given only for a few seconds after the last success.
     */
    public void follow() {
        timelines.follow();
    }

    /**
     * Hears that an event's log reaches at least so far, as another node has told
     * ({@link dev.usher.core.store.Store#hear}); answers from now on are from that far or farther. Quick, and never waits.
     */
    public void heard(LogHead head) {
        timelines.heard(head);
    }

    private Outcome<List<EventRef>> events(Actor actor, StatisticsQuestion question) {
        List<EventRef> found = new ArrayList<>();
        List<Violation> unknown = new ArrayList<>();
        for (String eventId : question.eventIds()) {
            directory
                    .find(actor.organization(), eventId)
                    .ifPresentOrElse(found::add, () -> unknown.add(unknown("eventIds", eventId)));
        }
        return unknown.isEmpty() ? Outcome.accepted(found) : Outcome.rejected(unknown);
    }

    private List<EventStatistics> statistics(StatisticsQuestion question, List<EventRef> events) {
        Instants at = Instants.of(instant(question));
        List<EventStatistics> report = new ArrayList<>(events.size());
        for (int index = 0; index < events.size(); index++) {
            Timelines.Answer answer = timelines.answer(events.get(index), at, Timelines.EVERYTHING, 0);
            report.add(new EventStatistics(
                    question.eventIds().get(index), answer.points().get(0)));
        }
        return report;
    }

    private Outcome<Timelines.Answer> answer(Actor actor, EventInQuestion event, Instants instants) {
        Optional<EventRef> found = directory.find(actor.organization(), event.eventId());
        if (found.isEmpty()) {
            return Outcome.rejected(unknown("eventId", event.eventId()));
        }
        Timelines.Answer answer = timelines.answer(found.get(), instants, knownAt(event), atLeast(event));
        return answer.sequence() < atLeast(event)
                ? Outcome.rejected(notYet(event, answer.sequence()))
                : Outcome.accepted(answer);
    }

    private Optional<Timelines.Answer> residentAnswer(Actor actor, EventInQuestion event, Instants instants) {
        return directory
                .recall(actor.organization(), event.eventId())
                .flatMap(found -> timelines.atHand(found, instants, knownAt(event), atLeast(event)));
    }

    private static long knownAt(EventInQuestion event) {
        return event.knownAt()
                .said()
                .map(instant -> Instants.of(instant).first())
                .orElse(Timelines.EVERYTHING);
    }

    private static long atLeast(EventInQuestion event) {
        return event.atLeast().said().orElse(0L);
    }

    private static StatisticsAsOf statistics(AsOfQuestion question, Instant at, Timelines.Answer answer) {
        EventInQuestion event = question.event();
        return new StatisticsAsOf(
                event.eventId(),
                at,
                event.knownAt().said(),
                answer.sequence(),
                answer.points().get(0));
    }

    private static StatisticsSeries series(SeriesQuestion question, Timelines.Answer answer) {
        EventInQuestion event = question.event();
        return new StatisticsSeries(
                event.eventId(), question.instants(), event.knownAt().said(), answer.sequence(), answer.points());
    }

    private Instant instant(AsOfQuestion question) {
        Field<Instant> at = question.at();
        return at.said().orElseGet(() -> clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Instant instant(StatisticsQuestion question) {
        return question.at().said().orElseThrow();
    }

    private static Violation unknown(String path, String eventId) {
        return new Violation(
                EXISTENCE,
                "UNKNOWN_EVENT",
                path,
                "there is no event '" + OutsideText.shown(eventId)
                        + "' in this organization; expected the id of one of its events");
    }

    private static Violation notYet(EventInQuestion event, long sequence) {
        return new Violation(
                NOT_YET,
                "NOT_YET_RECORDED",
                "atLeast",
                "atLeast is " + atLeast(event) + ", but the log of event '" + OutsideText.shown(event.eventId())
                        + "' reaches " + sequence + " now; ask again in a moment, or for at most " + sequence);
    }
}
