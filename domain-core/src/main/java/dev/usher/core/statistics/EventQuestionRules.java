package dev.usher.core.statistics;

import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.core.rule.Field;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Rule;
import dev.usher.core.rule.RuleBook;
import dev.usher.core.rule.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What questions about one event must be like. Paths are the parameter names of the native endpoints.
 *
 * <p>{@link #EVENT} holds of every question about an event, {@link #AS_OF} and {@link #SERIES} of what else it asks.
 */
public final class EventQuestionRules {

    /** The most instants one question may ask for. */
    public static final int MOST_POINTS = 10_000;

    private static final String SOURCE = "docs/http.md";
    private static final int NANOSECONDS_A_MICROSECOND = 1_000;

    /** Of the event in a question. */
    public static final RuleBook<EventInQuestion> EVENT = new RuleBook<>(List.of(
            Rule.row("EVQ-01", "EMPTY", "eventId", ARGUMENT, SOURCE)
                    .require(
                            event -> !event.eventId().isBlank(),
                            event -> "the event's id is empty; expected the id of an event"),
            Rule.row("EVQ-02", "INVALID_INSTANT", "knownAt", ARGUMENT, SOURCE)
                    .require(event -> !event.knownAt().isUnreadable(), event -> unreadable("knownAt", event.knownAt())),
            Rule.row("EVQ-03", "INVALID_SEQUENCE", "atLeast", ARGUMENT, SOURCE)
                    .require(event -> !event.atLeast().isUnreadable(), event -> unreadable("atLeast", event.atLeast())),
            Rule.row("EVQ-04", "INVALID_SEQUENCE", "atLeast", ARGUMENT, SOURCE)
                    .require(
                            event -> !event.atLeast().isSaid(sequence -> sequence < 0),
                            event -> "atLeast is " + said(event.atLeast())
                                    + "; expected a sequence number as a receipt tells it, 0 or greater")));

    /** Of a question as of an instant. */
    public static final RuleBook<AsOfQuestion> AS_OF =
            new RuleBook<>(List.of(Rule.row("ASQ-01", "INVALID_INSTANT", "at", ARGUMENT, SOURCE)
                    .require(question -> !question.at().isUnreadable(), question -> unreadable("at", question.at()))));

    /** Of a question for a series. */
    public static final RuleBook<SeriesQuestion> SERIES = new RuleBook<>(List.of(
            Rule.row("SEQ-01", "MISSING", "from", ARGUMENT, SOURCE)
                    .require(
                            question -> isMentioned(question.from()),
                            question -> missing("from", InstantText.EXPECTED)),
            Rule.row("SEQ-02", "INVALID_INSTANT", "from", ARGUMENT, SOURCE)
                    .require(
                            question -> !question.from().isUnreadable(),
                            question -> unreadable("from", question.from())),
            Rule.row("SEQ-03", "MISSING", "to", ARGUMENT, SOURCE)
                    .require(question -> isMentioned(question.to()), question -> missing("to", InstantText.EXPECTED)),
            Rule.row("SEQ-04", "INVALID_INSTANT", "to", ARGUMENT, SOURCE)
                    .require(question -> !question.to().isUnreadable(), question -> unreadable("to", question.to())),
            Rule.row("SEQ-05", "MISSING", "step", ARGUMENT, SOURCE)
                    .require(question -> isMentioned(question.step()), question -> missing("step", StepText.EXPECTED)),
            Rule.row("SEQ-06", "INVALID_DURATION", "step", ARGUMENT, SOURCE)
                    .require(
                            question -> !question.step().isUnreadable(),
                            question -> unreadable("step", question.step())),
            Rule.row("SEQ-07", "NOT_POSITIVE", "step", ARGUMENT, SOURCE)
                    .require(
                            question -> !question.step().isSaid(step -> !isPositive(step)),
                            question -> "step is " + said(question.step()) + "; expected a duration above zero"),
            Rule.row("SEQ-08", "TOO_FINE", "step", ARGUMENT, SOURCE)
                    .require(
                            question -> !question.step().isSaid(step -> isPositive(step) && !isWhole(step)),
                            question -> "step is " + said(question.step())
                                    + "; expected whole microseconds, such as PT0.000001S"),
            Rule.row("SEQ-09", "TO_BEFORE_FROM", "to", ARGUMENT, SOURCE)
                    .require(
                            question -> !(isSaid(question.from(), question.to()) && isBackwards(question)),
                            question -> "to is " + said(question.to()) + ", which is before from, "
                                    + said(question.from()) + "; expected it at from or later"),
            Rule.row("SEQ-10", "TOO_MANY", "step", ARGUMENT, SOURCE)
                    .when(
                            EventQuestionRules::isCountable,
                            question -> count(question) <= MOST_POINTS,
                            EventQuestionRules::tooMany)));

    private EventQuestionRules() {}

    /** Every violation of a question as of an instant. */
    static List<Violation> violations(AsOfQuestion question) {
        return Stream.of(EVENT.violations(question.event()), AS_OF.violations(question))
                .flatMap(List::stream)
                .toList();
    }

    /** Every violation of a question for a series. */
    static List<Violation> violations(SeriesQuestion question) {
        return Stream.of(EVENT.violations(question.event()), SERIES.violations(question))
                .flatMap(List::stream)
                .toList();
    }

    private static boolean isCountable(SeriesQuestion question) {
        return isSaid(question.from(), question.to())
                && !isBackwards(question)
                && question.step().isSaid(step -> isPositive(step) && isWhole(step));
    }

    private static long count(SeriesQuestion question) {
        return Instants.count(value(question.from()), value(question.to()), value(question.step()));
    }

    private static String tooMany(SeriesQuestion question) {
        long span = Timeline.clamped(value(question.to())) - Timeline.clamped(value(question.from()));
        long least = Long.divideUnsigned(span, MOST_POINTS) + 1;
        return "a step of " + said(question.step()) + " from " + said(question.from()) + " to " + said(question.to())
                + " makes " + count(question) + " points; at most " + MOST_POINTS
                + " may be asked for at once, so expected a step of "
                + Duration.ofSeconds(least / 1_000_000, least % 1_000_000 * NANOSECONDS_A_MICROSECOND) + " or longer";
    }

    private static boolean isMentioned(Field<?> field) {
        return !field.isAbsent() && !(field instanceof Field.Cleared<?>);
    }

    private static boolean isSaid(Field<Instant> one, Field<Instant> other) {
        return one.said().isPresent() && other.said().isPresent();
    }

    private static boolean isBackwards(SeriesQuestion question) {
        return value(question.to()).isBefore(value(question.from()));
    }

    private static boolean isPositive(Duration step) {
        return !step.isNegative() && !step.isZero();
    }

    private static boolean isWhole(Duration step) {
        return step.toNanosPart() % NANOSECONDS_A_MICROSECOND == 0;
    }

    private static <T> T value(Field<T> field) {
        return field.said().orElseThrow();
    }

    private static String said(Field<?> field) {
        return field.said().map(String::valueOf).orElse("");
    }

    private static String missing(String name, String expected) {
        return name + " is missing; expected " + expected;
    }

    private static String unreadable(String name, Field<?> field) {
        return field instanceof Field.Unreadable<?> unreadable
                ? name + " is '" + OutsideText.shown(unreadable.text()) + "'; " + unreadable.why()
                : "";
    }
}
