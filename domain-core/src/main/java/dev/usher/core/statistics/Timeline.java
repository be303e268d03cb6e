package dev.usher.core.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The index of one event: every operation as an entry in order of time, so that the statistics as of any instant are a
 * binary search and a few dozen additions, however far back it lies.
 *
 * <p>It consists of runs. Operations that arrive later make a small new run: each ticket they touch is replayed from its
 * first operation, and where an entry counts differently now, its opposite and the right change are added. Because
 * changes are added up in any order, an answer is the sum over the runs. Small runs merge as they grow, so there are few.
 *
 * <p>Immutable: {@link #advance} gives another timeline, and readers of this one see nothing of it.
 */
public final class Timeline {
    /** A run is merged with the next newer one unless it is at least so many times as long. */
    private static final int RATIO = 8;

    /** The timeline of an event of which nothing was ever recorded. */
    public static final Timeline EMPTY = new Timeline(List.of(), Long.MIN_VALUE);

    private final Run[] runs;
    private final long recordedUpTo;

    private Timeline(List<Run> runs, long recordedUpTo) {
        this.runs = runs.toArray(Run[]::new);
        this.recordedUpTo = recordedUpTo;
    }

    /** The timeline of all that these blocks of one event hold. */
    public static Timeline of(List<OperationBlock> blocks) {
        return asKnownAt(blocks, Long.MAX_VALUE);
    }

    /**
     * The timeline of what had been recorded by an instant.
     *
     * @param knownAt in microseconds since 1970
     */
    public static Timeline asKnownAt(List<OperationBlock> blocks, long knownAt) {
        long expected = blocks.stream().mapToLong(OperationBlock::operations).sum();
        Entries entries = new Entries((int) Math.min(expected, Integer.MAX_VALUE - 8));
        OperationCursor cursor = new OperationCursor(blocks);
        TicketReplay replay = new TicketReplay();
        long high = 0;
        long low = 0;
        long recordedUpTo = Long.MIN_VALUE;
        while (cursor.advance()) {
            if (cursor.high() != high || cursor.low() != low) {
                high = cursor.high();
                low = cursor.low();
                replay.begin();
            }
            if (cursor.recordedAt() <= knownAt) {
                recordedUpTo = Math.max(recordedUpTo, cursor.recordedAt());
                long time = Moment.microseconds(cursor.moment());
                entries.add(time, replay.apply(cursor.moment(), cursor.device()));
                entries.add(time, Changes.ONE_TRANSFER, replay.transfersCounted());
            }
        }
        return entries.size() == 0
                ? new Timeline(List.of(), Math.max(recordedUpTo, lastRecording(blocks, knownAt)))
                : new Timeline(List.of(entries.toRun()), Math.max(recordedUpTo, lastRecording(blocks, knownAt)));
    }

    private static long lastRecording(List<OperationBlock> blocks, long knownAt) {
        return blocks.stream()
                .mapToLong(OperationBlock::lastRecording)
                .filter(recording -> recording <= knownAt)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    /** Up to which instant of recording operations are in it, in microseconds since 1970. */
    public long recordedUpTo() {
        return recordedUpTo;
    }

    /** How many entries it has. */
    public long entries() {
        return Arrays.stream(runs).mapToLong(Run::size).sum();
    }

    int runs() {
        return runs.length;
    }

    /** How much memory it takes, in bytes. */
    public long bytes() {
        return 64 + Arrays.stream(runs).mapToLong(Run::bytes).sum();
    }

    /** The statistics as of an instant, operations at the instant itself included. */
    public TicketStatistics at(Instant instant) {
        return at(clamped(instant));
    }

    /**
     * The statistics as of an instant, operations at the instant itself included.
     *
     * @param instant in microseconds since 1970
     */
    public TicketStatistics at(long instant) {
        long[] counters = new long[Counter.LANES];
        long updatedAt = Long.MIN_VALUE;
        for (Run run : runs) {
            updatedAt = Math.max(updatedAt, run.addUpTo(instant, counters));
        }
        return statistics(counters, updatedAt);
    }

    /**
     * This timeline and all that was recorded after it.
     *
     * @param blocks all blocks of the event, as they are now; blocks may have merged since
     */
    public Timeline advance(List<OperationBlock> blocks) {
        long until = Math.max(recordedUpTo, lastRecording(blocks, Long.MAX_VALUE));
        Entries entries = new Entries(0);
        TicketHistories histories = new TicketHistories(blocks);
        TicketReplay before = new TicketReplay();
        TicketReplay after = new TicketReplay();
        OperationCursor cursor = new OperationCursor(blocks.stream()
                .filter(block -> block.lastRecording() > recordedUpTo)
                .toList());
        long high = 0;
        long low = 0;
        boolean replayed = false;
        while (cursor.advance()) {
            if (cursor.high() != high || cursor.low() != low) {
                high = cursor.high();
                low = cursor.low();
                replayed = false;
            }
            if (!replayed && cursor.recordedAt() > recordedUpTo) {
                replayed = true;
                histories.seek(high, low);
                replay(histories, before, after, entries);
            }
        }
        if (entries.size() == 0) {
            return new Timeline(List.of(runs), until);
        }
        return new Timeline(mergedWith(entries.toRun()), until);
    }

    /** Replays a ticket as it was known before and as it is known now, and adds what makes the difference. */
    private void replay(TicketHistories history, TicketReplay before, TicketReplay after, Entries entries) {
        before.begin();
        after.begin();
        for (int index = 0; index < history.size(); index++) {
            long moment = history.moment(index);
            long time = Moment.microseconds(moment);
            short now = after.apply(moment, history.device(index));
            if (history.recordedAt(index) > recordedUpTo) {
                entries.add(time, now);
                entries.add(time, Changes.ONE_TRANSFER, after.transfersCounted());
                continue;
            }
            short then = before.apply(moment, history.device(index));
            if (now != then) {
                entries.add(time, Changes.opposite(then));
                entries.add(time, now);
            }
            int transfers = after.transfersCounted() - before.transfersCounted();
            entries.add(
                    time,
                    transfers < 0 ? Changes.opposite(Changes.ONE_TRANSFER) : Changes.ONE_TRANSFER,
                    Math.abs(transfers));
        }
    }

    private List<Run> mergedWith(Run newest) {
        List<Run> merged = new ArrayList<>(List.of(runs));
        merged.add(newest);
        while (merged.size() > 1) {
            Run older = merged.get(merged.size() - 2);
            Run newer = merged.get(merged.size() - 1);
            if (older.size() >= (long) RATIO * newer.size()) {
                break;
            }
            merged.remove(merged.size() - 1);
            merged.set(merged.size() - 1, older.merge(newer));
        }
        return merged;
    }

    private static long clamped(Instant instant) {
        try {
            return InstantText.microseconds(instant);
        } catch (ArithmeticException beyond) {
            return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private static TicketStatistics statistics(long[] counters, long updatedAt) {
        return new TicketStatistics(
                Counter.TOTAL.of(counters),
                Counter.DELETED.of(counters),
                Counter.EVER_DOWNLOADED.of(counters),
                Counter.DOWNLOADED.of(counters),
                Counter.PENDING_TRANSFER.of(counters),
                Counter.CONTROLLED.of(counters),
                Counter.ACTIVATED.of(counters),
                Counter.ACTIVATED_OFFLINE.of(counters),
                Counter.ACTIVATED_MANUALLY.of(counters),
                Counter.NOT_ACTIVATED.of(counters),
                Counter.TRANSFERRED_ONCE.of(counters),
                Counter.TRANSFERRED_TWICE.of(counters),
                Counter.TRANSFERRED_THREE_TIMES.of(counters),
                Counter.TRANSFERRED_FOUR_TIMES_OR_MORE.of(counters),
                Counter.TRANSFERS.of(counters),
                updatedAt == Long.MIN_VALUE ? Optional.empty() : Optional.of(InstantText.instant(updatedAt)));
    }
}
