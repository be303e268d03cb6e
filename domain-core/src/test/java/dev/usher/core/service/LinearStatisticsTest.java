package dev.usher.core.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.statistics.AsOfQuestion;
import dev.usher.core.statistics.BruteForce;
import dev.usher.core.statistics.EventInQuestion;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.SeriesQuestion;
import dev.usher.core.statistics.StatisticsQuestion;
import dev.usher.core.statistics.TicketOperation;
import dev.usher.core.statistics.TicketStatistics;
import dev.usher.core.store.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/**
 * Whatever several threads append, import, ask, refresh and evict at once, the answers are those of some order of the
 * calls, one after the other: an append is seen as a whole or not at all, and once it is acknowledged it is seen.
 */
class LinearStatisticsTest {
    private static final boolean LONG = Boolean.getBoolean("usher.long");
    private static final Instant OPENING = Instant.parse("2026-07-04T18:00:00Z");
    private static final Instant FAR_OFF = Instant.parse("2999-01-01T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final String NIGHT = "club night";
    private static final String MATINEE = "matinee";
    private static final int FIRST = 8;

    @Test
    void everyAnswerIsThatOfSomeOrderOfTheCalls() {
        options().check(Engine.class);
    }

    @Test
    void theTestNoticesAnAppendThatIsSeenInHalves() {
        requireRefused(AppendsInHalves.class);
    }

    @Test
    void theTestNoticesAnAnswerFromBeforeAnAcknowledgedAppend() {
        requireRefused(AnswersLate.class);
    }

    private static void requireRefused(Class<?> control) {
        StressOptions patient = options().iterations(1_000).minimizeFailedScenario(false);
        assertThatThrownBy(() -> patient.check(control))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("Invalid execution results");
    }

    private static StressOptions options() {
        return new StressOptions()
                .sequentialSpecification(PlainLog.class)
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(2)
                .actorsAfter(1)
                .iterations(LONG ? 100 : 20)
                .invocationsPerIteration(LONG ? 300 : 100);
    }

    @Test
    void theEngineTestedHasRoomForOneTimeline() {
        Engine engine = new Engine();
        engine.ask(0);
        assertThat(engine.residentAnswer(NIGHT, 0)).isPresent();
        engine.evict(0, 0);
        assertThat(engine.residentAnswer(NIGHT, 0)).isEmpty();
        assertThat(engine.residentAnswer(MATINEE, 0)).isPresent();
    }

    /** The engine, with memory for one timeline. */
    @Param(name = "ticket", gen = IntGen.class, conf = "0:3")
    @Param(name = "minute", gen = IntGen.class, conf = "0:2")
    public static class Engine {
        private static final long LITTLE_MEMORY = 1_000;

        private final Services services =
                Services.over(new MemoryStore(), () -> OPENING, new Random(1), Terms.within(LITTLE_MEMORY));
        private final Organization house =
                services.organizations().findOrCreate("house").orThrow();
        private final Actor actor = new Actor(house.id(), Role.MEMBER);

        /** An engine that knows both events. */
        @SuppressWarnings("this-escape")
        public Engine() {
            append(FIRST, 0);
            evict(FIRST, 0);
        }

        @Operation
        public int append(@Param(name = "ticket") int ticket, @Param(name = "minute") int minute) {
            return record(pair(NIGHT, ticket, minute));
        }

        int record(List<TicketOperation> operations) {
            return services.ticketOperations()
                    .record(actor, operations)
                    .orThrow()
                    .added();
        }

        @Operation
        public long load(@Param(name = "ticket") int ticket, @Param(name = "minute") int minute) {
            OperationIntake intake = services.ticketOperations().intake(house);
            pair(NIGHT, ticket, minute)
                    .forEach(operation -> intake.add(
                            operation.event(),
                            operation.ticket(),
                            operation.kind(),
                            InstantText.microseconds(operation.occurredAt()),
                            operation.device()));
            return intake.finish().added();
        }

        @Operation
        public String ask(@Param(name = "minute") int minute) {
            return ask(NIGHT, minute);
        }

        /** Asks about another event, for whose timeline others must go. */
        @Operation
        public String evict(@Param(name = "ticket") int ticket, @Param(name = "minute") int minute) {
            record(pair(MATINEE, ticket, 0));
            ask(MATINEE, minute);
            return "";
        }

        @Operation
        public String refresh() {
            services.reporting().follow();
            return "";
        }

        /** Asks for what is known at an instant that is not over, so all there is must be in it. */
        @Operation
        public String askAsKnown(@Param(name = "minute") int minute) {
            EventInQuestion event = EventInQuestion.of(NIGHT).knownAt(FAR_OFF);
            return words(services.reporting()
                    .asOf(actor, AsOfQuestion.of(event, at(minute)))
                    .orThrow()
                    .statistics());
        }

        @Operation
        public String askOverTime() {
            return words(services.reporting()
                    .series(actor, SeriesQuestion.of(EventInQuestion.of(NIGHT), at(0), at(2), MINUTE))
                    .orThrow()
                    .points());
        }

        final String ask(String event, int minute) {
            return residentAnswer(event, minute)
                    .orElseGet(() -> words(services.reporting()
                            .asOf(actor, question(event, minute))
                            .orThrow()
                            .get(0)
                            .statistics()));
        }

        final Optional<String> residentAnswer(String event, int minute) {
            return services.reporting()
                    .residentAsOf(actor, question(event, minute))
                    .map(answer -> words(answer.orThrow().get(0).statistics()));
        }
    }

    /** What the engine must be like: a set of operations and brute force. */
    public static class PlainLog {
        private final Set<TicketOperation> log = new HashSet<>(pair(NIGHT, FIRST, 0));

        public int append(int ticket, int minute) {
            int before = log.size();
            log.addAll(pair(NIGHT, ticket, minute));
            return log.size() - before;
        }

        public long load(int ticket, int minute) {
            return append(ticket, minute);
        }

        public String ask(int minute) {
            return words(BruteForce.at(log, at(minute)));
        }

        public String askAsKnown(int minute) {
            return ask(minute);
        }

        public String askOverTime() {
            return words(IntStream.rangeClosed(0, 2)
                    .mapToObj(minute -> BruteForce.at(log, at(minute)))
                    .toList());
        }

        public String evict(int ticket, int minute) {
            return "";
        }

        public String refresh() {
            return "";
        }
    }

    /** Negative control: what should be one append is two. */
    public static final class AppendsInHalves extends Engine {
        private static final long HALFWAY_NANOS = 100_000;

        @Override
        int record(List<TicketOperation> operations) {
            int first = super.record(operations.subList(0, 1));
            LockSupport.parkNanos(HALFWAY_NANOS);
            return first + super.record(operations.subList(1, 2));
        }
    }

    /** Negative control: answers are remembered for the next who asks the same. */
    public static final class AnswersLate extends Engine {
        private final String[] remembered = new String[3];

        @Override
        public String ask(int minute) {
            String answer = remembered[minute];
            if (answer == null) {
                answer = super.ask(minute);
                remembered[minute] = answer;
            }
            return answer;
        }
    }

    /** Two neighbouring tickets, issued and controlled at once: what is seen of one must be seen of the other. */
    private static List<TicketOperation> pair(String event, int ticket, int minute) {
        OperationKind kind = ticket % 2 == 0 ? OperationKind.ISSUED : OperationKind.CONTROLLED;
        return List.of(
                new TicketOperation(event, "ticket " + ticket, kind, at(minute), ""),
                new TicketOperation(event, "ticket " + (ticket + 1), OperationKind.ISSUED, at(minute), ""));
    }

    private static StatisticsQuestion question(String event, int minute) {
        return StatisticsQuestion.of(List.of(event), at(minute));
    }

    private static Instant at(int minute) {
        return OPENING.plus(MINUTE.multipliedBy(minute));
    }

    private static String words(List<TicketStatistics> points) {
        return points.stream().map(LinearStatisticsTest::words).collect(Collectors.joining("; "));
    }

    private static String words(TicketStatistics statistics) {
        return statistics.total() + " issued, " + statistics.controlled() + " controlled, " + statistics.updatedAt();
    }
}
