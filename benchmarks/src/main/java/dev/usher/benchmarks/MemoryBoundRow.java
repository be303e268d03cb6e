package dev.usher.benchmarks;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Role;
import dev.usher.core.service.Terms;
import dev.usher.core.statistics.TicketStatistics;
import dev.usher.core.store.MemoryStore;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Many events and little room for timelines: every question is answered, and right, only more slowly. */
final class MemoryBoundRow implements Row {
    private static final String ROOM_FOR_ALL = "with room for all";
    private static final int EVENTS = 200;
    private static final int QUESTIONS = 400;
    private static final int INSTANTS = 8;

    /** The bound is this part of what all timelines take. */
    private static final int PART = 8;

    /** What an index takes for an operation, about. */
    private static final int BYTES_AN_OPERATION = 11;

    @Override
    public String name() {
        return "memory-bound";
    }

    @Override
    public String job() {
        return "questions about any of 200 events, 10 M operations, where an eighth of the timelines has room";
    }

    @Override
    public List<Metric> metrics() {
        return List.of(
                Metric.lower("mean of an answer", "µs"),
                // Timelines up to the bound, blocks read lately up to half of it, and what is not counted to a tenth.
                Metric.lower("resident", "x of the bound", Goal.atMost(1.6)));
    }

    /** What is asked, and what is right. */
    private record Question(String event, long instant, TicketStatistics right) {}

    @Override
    public void enter(Contest contest, Bench bench) throws Exception {
        int operations = bench.operations() / EVENTS;
        long bound = (long) bench.operations() * BYTES_AN_OPERATION / PART;
        MemoryStore store = contest.closing(new MemoryStore());
        Usher first = Usher.over(store, InstantSource.system(), new SecureRandom(), Terms.within(1));
        List<Question> questions = new ArrayList<>();
        Actor owner = new Actor(
                first.organizations().findOrCreate("default").orThrow().id(), Role.OWNER);
        for (int number = 0; number < EVENTS; number++) {
            String event = "event " + number;
            TicketLog log = bench.log(operations, Bench.SEED + number);
            Feed.into(first, event, log, log.arrival(Arrival.SHUFFLED));
            Replay truth = Replay.of(log);
            for (long instant : log.instants(INSTANTS, number)) {
                questions.add(new Question(event, instant, truth.at(instant)));
            }
        }
        long before = ResidentBytesRow.usedBytes();
        House bounded =
                new House(Usher.over(store, InstantSource.system(), new SecureRandom(), Terms.within(bound)), owner);
        House roomy = new House(
                Usher.over(store, InstantSource.system(), new SecureRandom(), Terms.within(4 * PART * bound)), owner);
        SplittableRandom random = new SplittableRandom(Bench.SEED);
        ask(bounded, questions, random, EVENTS);
        double resident = (double) (ResidentBytesRow.usedBytes() - before) / bound;
        bench.note("the bound", bound / 1_000_000 + " MB");
        bench.note("answers", "every one compared with an independent replay");
        contest.enter(Contest.USHER, 1, 5, figures -> {
            figures.add("mean of an answer", ask(bounded, questions, random, QUESTIONS));
            figures.add("resident", resident);
        });
        contest.enter(
                ROOM_FOR_ALL,
                1,
                5,
                figures -> figures.add("mean of an answer", ask(roomy, questions, random, QUESTIONS)));
    }

    /** Asks so many of the questions, each about any event, and returns the mean time of an answer in microseconds. */
    private static double ask(House house, List<Question> questions, SplittableRandom random, int count) {
        List<Question> asked =
                random.ints(count, 0, questions.size()).mapToObj(questions::get).toList();
        long nanos = 0;
        for (Question question : asked) {
            long begin = System.nanoTime();
            var answer = house.at(question.event(), question.instant());
            nanos += System.nanoTime() - begin;
            if (!answer.equals(question.right())) {
                throw new IllegalStateException("a wrong answer about " + question + ": " + answer);
            }
        }
        return nanos / 1000.0 / count;
    }
}
