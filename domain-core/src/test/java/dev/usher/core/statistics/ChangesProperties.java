package dev.usher.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Changes are vectors of -1, 0 and 1 that add up lane by lane. */
class ChangesProperties {

    @Example
    void thereAreFewEnoughForSixteenBits() {
        assertThat(Changes.count()).isBetween(2, (int) Short.MAX_VALUE);
    }

    @Example
    void everyChangeAndItsOppositeCancelAndTheOppositeOfTheOppositeIsTheChange() {
        for (short change = 0; change < Changes.count(); change++) {
            short opposite = Changes.opposite(change);
            assertThat(Changes.opposite(opposite)).isEqualTo(change);
            for (int lane = 0; lane < Counter.LANES; lane++) {
                assertThat(step(change, lane)).isBetween(-1, 1).isEqualTo(-step(opposite, lane));
            }
        }
    }

    @Example
    void nothingChangesNothingAndOneTransferOnlyTheTransfers() {
        for (int lane = 0; lane < Counter.LANES; lane++) {
            assertThat(step(Changes.NOTHING, lane)).isZero();
            assertThat(step(Changes.ONE_TRANSFER, lane)).isEqualTo(lane == Counter.TRANSFERS.lane() ? 1 : 0);
        }
    }

    @Property(tries = 300)
    void asManyChangesAsMayBeAddedNeverRunIntoTheNextLane(@ForAll("changes") List<Short> changes) {
        long first = 0;
        long second = 0;
        int[] sums = new int[Counter.LANES];
        for (short change : changes) {
            first += Changes.first(change);
            second += Changes.second(change);
            for (int lane = 0; lane < Counter.LANES; lane++) {
                sums[lane] += step(change, lane);
            }
        }
        for (int lane = 0; lane < Counter.LANES; lane++) {
            assertThat(Changes.step(first, second, lane, changes.size()))
                    .as("lane %d", lane)
                    .isEqualTo(sums[lane]);
        }
    }

    @Example
    void theSameChangeAddedAsOftenAsAllowedFitsItsLane() {
        for (short change = 0; change < Changes.count(); change++) {
            long first = Changes.MOST_ADDED * Changes.first(change);
            long second = Changes.MOST_ADDED * Changes.second(change);
            for (int lane = 0; lane < Counter.LANES; lane++) {
                assertThat(Changes.step(first, second, lane, Changes.MOST_ADDED))
                        .isEqualTo(Changes.MOST_ADDED * step(change, lane));
            }
        }
    }

    @Property(tries = 2_000)
    void aStepIsTheDifferenceBetweenTwoStates(
            @ForAll @IntRange(max = TicketState.COUNT - 1) int state,
            @ForAll @IntRange(max = 12) int kind,
            @ForAll boolean onDevice) {
        int step = Changes.step(state, kind, onDevice);
        int next = step & 0xFFFF;
        short change = (short) (step >>> 16);
        assertThat(next).isEqualTo(TicketState.after(state, OperationKind.ofCode(kind), onDevice));
        for (Counter counter : Counter.values()) {
            int expected = counter == Counter.TRANSFERS
                    ? (TicketState.isIssued(state) && kind == OperationKind.TRANSFER_ACCEPTED.code() ? 1 : 0)
                    : TicketState.counts(next, counter) - TicketState.counts(state, counter);
            assertThat(step(change, counter.lane())).as("%s", counter).isEqualTo(expected);
        }
    }

    private static int step(short change, int lane) {
        return Changes.step(Changes.first(change), Changes.second(change), lane, 1);
    }

    @Provide
    Arbitrary<List<Short>> changes() {
        return Arbitraries.shorts()
                .between((short) 0, (short) (Changes.count() - 1))
                .list()
                .ofMaxSize(Changes.MOST_ADDED);
    }
}
