package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws 1 to 6 and 9 of ticket statistics; each is also shown numbers that break it, and must say so. */
class TicketStatisticsProperties {
    private static final TicketStatistics ONE_TICKET =
            new TicketStatistics(1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, Optional.of(Instant.EPOCH));
    private static final TicketStatistics LATER_TICKET = new TicketStatistics(
            1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, Optional.of(Instant.EPOCH.plusSeconds(1)));

    @Property
    void noTicketAtAllIsTheZeroOfAddition(@ForAll("statistics") TicketStatistics one) {
        requireZero(TicketStatistics::plus, one);
    }

    @Property
    void additionIsAssociative(
            @ForAll("statistics") TicketStatistics one,
            @ForAll("statistics") TicketStatistics two,
            @ForAll("statistics") TicketStatistics three) {
        requireAssociative(TicketStatistics::plus, one, two, three);
    }

    @Property
    void additionIsCommutative(@ForAll("statistics") TicketStatistics one, @ForAll("statistics") TicketStatistics two) {
        requireCommutative(TicketStatistics::plus, one, two);
    }

    @Example
    void theLawsOfAdditionNoticeWrongAdditions() {
        BinaryOperator<TicketStatistics> keepsTheFirstUpdate = (one, other) -> one.updatedAt()
                .map(instant -> one.plus(other).updatedAt(instant))
                .orElse(one.plus(other));
        BinaryOperator<TicketStatistics> countsOneMore =
                (one, other) -> one.plus(other).plus(ONE_TICKET);
        BinaryOperator<TicketStatistics> doublesTheFirst =
                (one, other) -> one.plus(one).plus(other);
        assertNoticed(() -> requireCommutative(keepsTheFirstUpdate, ONE_TICKET, LATER_TICKET));
        assertNoticed(() -> requireZero(countsOneMore, LATER_TICKET));
        assertNoticed(() -> requireAssociative(doublesTheFirst, ONE_TICKET, LATER_TICKET, ONE_TICKET));
    }

    @Property(tries = 300)
    void theCountersAgreeWithOneAnotherAtEveryInstant(@ForAll("logs") List<TicketOperation> log) {
        Timeline timeline = timeline(log);
        for (Instant instant : Logs.instants(log)) {
            requireConsistent(timeline.at(instant));
        }
    }

    @Example
    void theLawsNoticeCountersThatDisagree() {
        requireConsistent(statistics(9, 2, 5, 4, 6, 9, 5, 2, 3, 4, 1, 2, 1, 0, 8));
        assertNoticed(() -> requireConsistent(statistics(1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)));
        assertNoticed(() -> requireConsistent(statistics(2, 0, 1, 2, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0)));
        assertNoticed(() -> requireConsistent(statistics(2, 0, 0, 0, 3, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0)));
        assertNoticed(() -> requireConsistent(statistics(2, 0, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 0, 0)));
        assertNoticed(() -> requireConsistent(statistics(2, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0)));
        assertNoticed(() -> requireConsistent(statistics(2, 0, 0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0)));
        assertNoticed(() -> requireConsistent(statistics(2, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0)));
        assertNoticed(() -> requireConsistent(statistics(2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0)));
        assertNoticed(() -> requireConsistent(statistics(1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 3)));
        assertNoticed(() -> requireConsistent(statistics(2, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 0, 1, 0, 5)));
        assertNoticed(() -> requireConsistent(statistics(2, 0, 0, 0, 0, 0, 0, 0, 0, 2, 1, 0, 0, 1, 4)));
    }

    @Property(tries = 300)
    void disjointSetsOfTicketsAddUp(@ForAll("logs") List<TicketOperation> log) {
        List<TicketOperation> some =
                log.stream().filter(operation -> isOdd(operation.ticket())).toList();
        List<TicketOperation> others =
                log.stream().filter(operation -> !isOdd(operation.ticket())).toList();
        Timeline all = timeline(log);
        Timeline one = timeline(some);
        Timeline other = timeline(others);
        for (Instant instant : Logs.instants(log)) {
            assertThat(all.at(instant))
                    .as("as of %s", instant)
                    .isEqualTo(one.at(instant).plus(other.at(instant)));
        }
    }

    @Property(tries = 200)
    void severalEventsAddUpAsIfTheirTicketsBelongedToOne(
            @ForAll("logs") List<TicketOperation> one,
            @ForAll("logs") List<TicketOperation> two,
            @ForAll("logs") List<TicketOperation> three) {
        List<List<TicketOperation>> events = List.of(one, two, three);
        List<TicketOperation> together = new ArrayList<>();
        for (int event = 0; event < events.size(); event++) {
            String house = "event " + event + ", ";
            events.get(event).forEach(operation -> together.add(withTicket(operation, house + operation.ticket())));
        }
        Timeline all = timeline(together);
        List<Timeline> each =
                events.stream().map(TicketStatisticsProperties::timeline).toList();
        for (Instant instant : Logs.instants(together)) {
            TicketStatistics sum = each.stream()
                    .map(timeline -> timeline.at(instant))
                    .reduce(TicketStatistics.NONE, TicketStatistics::plus);
            assertThat(all.at(instant)).as("as of %s", instant).isEqualTo(sum);
        }
    }

    @Property(tries = 300)
    void totalDeletedAndTransfersNeverFall(@ForAll("logs") List<TicketOperation> log) {
        Timeline timeline = timeline(log);
        requireNeverFalling(
                new TreeSet<>(Logs.instants(log)).stream().map(timeline::at).toList());
    }

    @Example
    void theLawNoticesANumberThatFalls() {
        assertNoticed(() -> requireNeverFalling(List.of(ONE_TICKET, TicketStatistics.NONE)));
        assertNoticed(() -> requireNeverFalling(List.of(LATER_TICKET, ONE_TICKET)));
    }

    private static void requireZero(BinaryOperator<TicketStatistics> plus, TicketStatistics one) {
        assertThat(plus.apply(one, TicketStatistics.NONE)).isEqualTo(one);
        assertThat(plus.apply(TicketStatistics.NONE, one)).isEqualTo(one);
    }

    private static void requireCommutative(
            BinaryOperator<TicketStatistics> plus, TicketStatistics one, TicketStatistics two) {
        assertThat(plus.apply(one, two)).isEqualTo(plus.apply(two, one));
    }

    private static void requireAssociative(
            BinaryOperator<TicketStatistics> plus, TicketStatistics one, TicketStatistics two, TicketStatistics three) {
        assertThat(plus.apply(plus.apply(one, two), three)).isEqualTo(plus.apply(one, plus.apply(two, three)));
    }

    /** Laws 1 to 5. */
    private static void requireConsistent(TicketStatistics all) {
        assertThat(all.valid() + all.deleted()).as("valid and deleted").isEqualTo(all.total());
        assertThat(all.valid()).as("valid").isNotNegative();
        assertThat(all.downloaded() + all.notDownloaded())
                .as("downloaded and not")
                .isEqualTo(all.total());
        assertThat(all.neverDownloaded()).as("never downloaded").isBetween(0L, all.notDownloaded());
        assertThat(all.neverTransferred()).as("never transferred").isNotNegative();
        long leastTransfers = all.transferredOnce()
                + 2 * all.transferredTwice()
                + 3 * all.transferredThreeTimes()
                + 4 * all.transferredFourTimesOrMore();
        assertThat(all.transfers()).as("transfers").isGreaterThanOrEqualTo(leastTransfers);
        if (all.transferredFourTimesOrMore() == 0) {
            assertThat(all.transfers()).as("transfers").isEqualTo(leastTransfers);
        }
        assertThat(all.activated())
                .as("activated")
                .isBetween(all.activatedOffline() + all.activatedManually(), all.total());
        assertThat(all.notActivated()).as("not activated").isLessThanOrEqualTo(all.valid());
        assertThat(all.valid()).as("valid").isLessThanOrEqualTo(all.notActivated() + all.activated());
        assertThat(all.pendingTransfer()).as("pending").isBetween(0L, all.valid());
        assertThat(all.controlled()).as("controlled").isBetween(0L, all.total());
    }

    /** Law 9. */
    private static void requireNeverFalling(List<TicketStatistics> inOrderOfTime) {
        TicketStatistics before = TicketStatistics.NONE;
        for (TicketStatistics now : inOrderOfTime) {
            assertThat(now.total()).isGreaterThanOrEqualTo(before.total());
            assertThat(now.deleted()).isGreaterThanOrEqualTo(before.deleted());
            assertThat(now.transfers()).isGreaterThanOrEqualTo(before.transfers());
            before = now;
        }
    }

    private static void assertNoticed(Runnable law) {
        assertThatThrownBy(law::run).isInstanceOf(AssertionError.class);
    }

    private static TicketStatistics statistics(long... counts) {
        return new TicketStatistics(
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4],
                counts[5],
                counts[6],
                counts[7],
                counts[8],
                counts[9],
                counts[10],
                counts[11],
                counts[12],
                counts[13],
                counts[14],
                Optional.empty());
    }

    private static boolean isOdd(String ticket) {
        return (ticket.charAt(0) & 1) == 1;
    }

    private static TicketOperation withTicket(TicketOperation operation, String ticket) {
        return new TicketOperation(
                operation.event(), ticket, operation.kind(), operation.occurredAt(), operation.device());
    }

    private static Timeline timeline(Collection<TicketOperation> log) {
        return Timeline.of(Logs.blocks(List.of(List.copyOf(log))));
    }

    @Provide
    Arbitrary<TicketStatistics> statistics() {
        Arbitrary<Optional<Instant>> updatedAt = Arbitraries.integers()
                .between(-2, 2)
                .map(Instant.EPOCH::plusSeconds)
                .optional(0.8);
        Arbitrary<long[]> counts =
                Arbitraries.longs().between(0, 1_000).array(long[].class).ofSize(15);
        return Combinators.combine(counts, updatedAt)
                .as((numbers, instant) ->
                        instant.map(statistics(numbers)::updatedAt).orElse(statistics(numbers)));
    }

    @Provide
    Arbitrary<List<TicketOperation>> logs() {
        return Logs.logs(50);
    }
}
