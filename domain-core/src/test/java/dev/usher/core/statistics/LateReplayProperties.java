package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What late operations change is the same, whether they are replayed beside what is known or all in one column. */
class LateReplayProperties {
    private static final List<OperationKind> KINDS = List.of(
            OperationKind.ISSUED,
            OperationKind.DOWNLOADED,
            OperationKind.DOWNLOADED,
            OperationKind.LOGGED_OFF,
            OperationKind.LOGGED_OFF,
            OperationKind.TRANSFER_ACCEPTED,
            OperationKind.CONTROLLED);

    @Property(tries = 3_000)
    void replayingBesideIsReplayingAll(
            @ForAll long seed,
            @ForAll @IntRange(max = 40) int most,
            @ForAll @IntRange(min = 1, max = 3) int lateOperations,
            @ForAll @IntRange(min = 1, max = 7) int kinds) {
        Random random = new Random(seed);
        TicketColumns known = new TicketColumns();
        TicketColumns late = new TicketColumns();
        TicketColumns all = new TicketColumns();
        List.of(known, late, all).forEach(columns -> columns.begin(1, 2));
        List<OperationKind> some =
                random.ints(kinds, 0, KINDS.size()).mapToObj(KINDS::get).toList();
        TreeMap<Long, Boolean> moments = new TreeMap<>();
        for (int operation = 0; operation < most + lateOperations; operation++) {
            OperationKind kind = some.get(random.nextInt(kinds));
            moments.put(Moment.of(random.nextInt(1_000), kind), operation >= most);
        }
        moments.forEach((moment, isLate) -> {
            long device = random.nextInt(4);
            (isLate ? late : known).add(moment, device, isLate ? 2 : 1);
            all.add(moment, device, isLate ? 2 : 1);
        });

        LateReplay whole = new LateReplay(1);
        whole.replay(all, 0);
        LateReplay beside = new LateReplay(1);
        beside.replay(known, 0, late, 0);

        Run expected = EntrySort.run(List.of(whole.entries()));
        Run answered = EntrySort.run(List.of(beside.entries()));
        for (long instant = 0; instant <= 1_000; instant++) {
            assertThat(upTo(answered, instant)).as("as of %s", instant).isEqualTo(upTo(expected, instant));
        }
    }

    private static long[] upTo(Run run, long instant) {
        long[] counters = new long[Counter.LANES];
        run.addUpTo(instant, counters);
        return counters;
    }
}
