package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.NOT_YET;
import static dev.usher.core.rule.RuleKind.SHAPE;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Violation;
import dev.usher.core.service.StatisticsAsOf;
import dev.usher.core.service.StatisticsSeries;
import dev.usher.core.statistics.AsOfQuestion;
import dev.usher.core.statistics.EventInQuestion;
import dev.usher.core.statistics.SeriesQuestion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One event's statistics: as of an instant, {@code GET /usher/v1/events/ID/statistics?at=…}, and over time, {@code GET
 * /usher/v1/events/ID/statistics/timeline?from=…&to=…&step=…}; both as known at an instant, or with so much of the log at
 * the least.
 *
 * <p>What is resident and short is answered on the event loop. What is not recorded yet is asked for again, for a while
 * and without holding a thread.
 */
final class EventStatisticsEndpoint implements Endpoint {
    private static final String EVENTS = "/usher/v1/events/";
    private static final String STATISTICS = "/statistics";
    private static final String TIMELINE = STATISTICS + "/timeline";
    private static final List<String> AS_OF = List.of("at", "knownAt", "atLeast");
    private static final List<String> SERIES = List.of("from", "to", "step", "knownAt", "atLeast");

    /** A longer series is written, and perhaps compressed, elsewhere. */
    private static final int MOST_POINTS_ON_THE_LOOP = 100;

    private static final int PAUSE_MILLIS = 50;
    private static final int MOST_PAUSES = 40;
    private static final int MOST_WAITING = 200;

    private final Usher usher;
    private final Doorkeeper doorkeeper;
    private final Workers workers;
    private final AtomicInteger waiting = new AtomicInteger();

    /** A question that can be asked: where nothing but memory is needed, else where it may wait for the store. */
    private record Inquiry<A>(
            Supplier<Optional<Outcome<A>>> resident, Supplier<Outcome<A>> anywhere, Function<A, byte[]> json) {}

    /** A question as it was read, with the parameters that mean nothing and, where there are any, all other faults. */
    private record Asked<Q>(Q question, List<Violation> faults) {}

    @Inject
    EventStatisticsEndpoint(Usher usher, Doorkeeper doorkeeper, Workers workers) {
        this.usher = usher;
        this.doorkeeper = doorkeeper;
        this.workers = workers;
    }

    @Override
    public void mount(Router router) {
        router.get(EVENTS + ":eventId" + STATISTICS).handler(doorkeeper.admit(JsonOnly.of(this::asOf)));
        router.get(EVENTS + ":eventId" + TIMELINE).handler(doorkeeper.admit(JsonOnly.of(this::series)));
    }

    private void asOf(RoutingContext context, Actor actor) {
        Outcome<Asked<AsOfQuestion>> read = fields(context, AS_OF)
                .then(fields -> event(context, STATISTICS, fields).then(event -> {
                    AsOfQuestion question = new AsOfQuestion(event, fields.instant("at"));
                    return Outcome.accepted(new Asked<>(question, faults(fields, question::violations)));
                }));
        answer(
                context,
                read,
                question -> new Inquiry<StatisticsAsOf>(
                        () -> usher.reporting().residentAsOf(actor, question),
                        () -> usher.reporting().asOf(actor, question),
                        StatisticsJson::of));
    }

    private void series(RoutingContext context, Actor actor) {
        Outcome<Asked<SeriesQuestion>> read = fields(context, SERIES)
                .then(fields -> event(context, TIMELINE, fields).then(event -> {
                    SeriesQuestion question = new SeriesQuestion(
                            event, fields.instant("from"), fields.instant("to"), fields.step("step"));
                    return Outcome.accepted(new Asked<>(question, faults(fields, question::violations)));
                }));
        answer(
                context,
                read,
                question -> new Inquiry<StatisticsSeries>(
                        () -> usher.reporting().residentSeries(actor, question, MOST_POINTS_ON_THE_LOOP),
                        () -> usher.reporting().series(actor, question),
                        StatisticsJson::of));
    }

    private <Q, A> void answer(RoutingContext context, Outcome<Asked<Q>> read, Function<Q, Inquiry<A>> inquiry) {
        if (!(read instanceof Outcome.Accepted<Asked<Q>> accepted)) {
            Answers.problem(context, Problem.refused(read.violations()));
        } else if (!accepted.value().faults().isEmpty()) {
            Answers.problem(context, Problem.refused(accepted.value().faults()));
        } else {
            ask(context, inquiry.apply(accepted.value().question()), MOST_PAUSES);
        }
    }

    private <A> void ask(RoutingContext context, Inquiry<A> inquiry, int pausesLeft) {
        Optional<Outcome<A>> resident = inquiry.resident().get();
        if (resident.isPresent()) {
            if (resident.get() instanceof Outcome.Accepted<A> accepted) {
                Answers.revalidated(context, inquiry.json().apply(accepted.value()));
            } else {
                Answers.problem(context, Problem.refused(resident.get().violations()));
            }
            return;
        }
        workers.run(
                context,
                () -> inquiry.anywhere()
                        .get()
                        .then(answer -> Outcome.accepted(
                                Answers.Prepared.of(context, inquiry.json().apply(answer)))),
                outcome -> {
                    if (outcome instanceof Outcome.Accepted<Answers.Prepared> accepted) {
                        Answers.revalidated(context, accepted.value());
                    } else if (!isNotYet(outcome) || !askLater(context, inquiry, pausesLeft)) {
                        Answers.problem(context, Problem.refused(outcome.violations()));
                    }
                });
    }

    private static boolean isNotYet(Outcome<?> outcome) {
        return outcome.violations().stream().allMatch(violation -> violation.kind() == NOT_YET);
    }

    /** Asks again after a pause; false when it was asked often enough, or too many wait already. */
    private <A> boolean askLater(RoutingContext context, Inquiry<A> inquiry, int pausesLeft) {
        if (pausesLeft == 0 || context.response().closed()) {
            return false;
        }
        if (waiting.incrementAndGet() > MOST_WAITING) {
            waiting.decrementAndGet();
            return false;
        }
        context.vertx().setTimer(PAUSE_MILLIS, timer -> {
            waiting.decrementAndGet();
            try {
                ask(context, inquiry, pausesLeft - 1);
            } catch (RuntimeException | AssertionError broken) {
                context.fail(broken);
            }
        });
        return true;
    }

    private static Outcome<QueryFields> fields(RoutingContext context, List<String> known) {
        return QueryFields.read(Optional.ofNullable(context.request().query()).orElse(""), known);
    }

    private static List<Violation> faults(QueryFields fields, Supplier<List<Violation>> others) {
        return fields.unknown().isEmpty()
                ? List.of()
                : Stream.concat(fields.unknown().stream(), others.get().stream())
                        .toList();
    }

    private static Outcome<EventInQuestion> event(RoutingContext context, String end, QueryFields fields) {
        String path = context.normalizedPath();
        String encoded = path.substring(EVENTS.length(), path.length() - end.length());
        try {
            // In a path a plus is a plus.
            String eventId = QueryString.decoded(encoded.replace("+", "%2B"));
            return Outcome.accepted(
                    new EventInQuestion(eventId, fields.instant("knownAt"), fields.sequence("atLeast")));
        } catch (CharacterCodingException broken) {
            return Outcome.rejected(new Violation(
                    SHAPE,
                    "MALFORMED_PATH",
                    "eventId",
                    "the path names the event '" + OutsideText.shown(encoded)
                            + "', which is not percent-encoded UTF-8; expected % and two hexadecimal digits for each"
                            + " byte, %25 for a percent sign and %2F for a slash"));
        }
    }
}
