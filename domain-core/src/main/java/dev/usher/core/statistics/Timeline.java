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

    /** A ticket is looked up where newer blocks hold fewer than one in so many operations; else all are walked through. */
    private static final int WORTH_SEEKING = 256;

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
        long operations = OperationBlock.operations(blocks);
        List<Entries> parts = KeyRange.split(operations).parallelStream()
                .map(range -> replay(new PortionCursor(blocks, range), range.expected(operations), knownAt))
                .filter(entries -> entries.size() > 0)
                .toList();
        long until = lastRecording(blocks, knownAt);
        return new Timeline(parts.isEmpty() ? List.of() : List.of(EntrySort.run(parts)), until);
    }

    private static Entries replay(PortionCursor cursor, int expected, long knownAt) {
        Entries entries = new Entries(expected);
        TicketReplay replay = new TicketReplay();
        while (cursor.advance()) {
            TicketColumns tickets = cursor.tickets;
            int end = 0;
            for (int ticket = 0; ticket < tickets.tickets; ticket++) {
                replay.begin();
                int start = end;
                end = tickets.ends[ticket];
                for (int index = start; index < end; index++) {
                    if (tickets.recordings[index] <= knownAt) {
                        long moment = tickets.moments[index];
                        long time = Moment.microseconds(moment);
                        entries.add(time, replay.apply(moment, tickets.devices[index]));
                        entries.add(time, Changes.ONE_TRANSFER, replay.transfersCounted());
                    }
                }
            }
        }
        return entries;
    }

    private static long lastRecording(List<OperationBlock> blocks, long knownAt) {
        return blocks.stream()
                .mapToLong(block -> block.lastRecordingBy(knownAt))
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
     * The statistics at instants in equal steps, as {@link #at} gives them.
     *
     * @param first the first instant, in microseconds since 1970
     * @param step from one instant to the next, in microseconds; may be negative
     * @param points how many instants, 0 or more
     * @throws ArithmeticException when the last instant is beyond what a long can hold
     */
    public List<TicketStatistics> series(long first, long step, int points) {
        if (points < 0) {
            throw new IllegalArgumentException("a series of " + points + " points; expected 0 or more");
        }
        Math.addExact(first, Math.multiplyExact(step, Math.max(0L, points - 1L)));
        List<TicketStatistics> series = new ArrayList<>(points);
        for (int point = 0; point < points; point++) {
            series.add(at(first + step * point));
        }
        return series;
    }

    /**
     * This timeline and all that was recorded after it.
     *
     * @param blocks all blocks of the event, as they are now; blocks may have merged since
     */
    public Timeline advance(List<OperationBlock> blocks) {
        List<OperationBlock> newer = blocks.stream()
                .filter(block -> block.lastRecording() > recordedUpTo)
                .toList();
        boolean few = OperationBlock.operations(newer) < OperationBlock.operations(blocks) / WORTH_SEEKING;
        return few ? advanceBySeeking(blocks, newer) : advanceByWalking(blocks);
    }

    /** Replays the tickets of newer blocks that have something new, looking up what all blocks know of them. */
    Timeline advanceBySeeking(List<OperationBlock> blocks, List<OperationBlock> newer) {
        TicketColumns touched = new TicketColumns();
        PortionCursor cursor = new PortionCursor(newer, KeyRange.whole(OperationBlock.operations(newer)));
        while (cursor.advance()) {
            TicketColumns tickets = cursor.tickets;
            for (int ticket = 0; ticket < tickets.tickets; ticket++) {
                if (tickets.isRecordedAfter(recordedUpTo, ticket)) {
                    touched.begin(tickets.highs[ticket], tickets.lows[ticket]);
                }
            }
        }
        List<Entries> parts = TicketHistories.of(blocks, touched).stretches().parallelStream()
                .map(stretch -> {
                    LateReplay replay = new LateReplay(recordedUpTo);
                    for (int ticket = 0; ticket < stretch.tickets().tickets; ticket++) {
                        replay.replay(stretch.tickets(), ticket);
                    }
                    return replay.entries();
                })
                .toList();
        return with(parts, lastRecording(blocks, Long.MAX_VALUE));
    }

    /** Goes through all that all blocks know, and replays the tickets that have something new. */
    Timeline advanceByWalking(List<OperationBlock> blocks) {
        List<Entries> parts = KeyRange.split(OperationBlock.operations(blocks)).parallelStream()
                .map(range -> {
                    LateReplay replay = new LateReplay(recordedUpTo);
                    PortionCursor cursor = new PortionCursor(blocks, range);
                    while (cursor.advance()) {
                        TicketColumns tickets = cursor.tickets;
                        for (int ticket = 0; ticket < tickets.tickets; ticket++) {
                            if (tickets.isRecordedAfter(recordedUpTo, ticket)) {
                                replay.replay(tickets, ticket);
                            }
                        }
                    }
                    return replay.entries();
                })
                .toList();
        return with(parts, lastRecording(blocks, Long.MAX_VALUE));
    }

    /**
     * This timeline and the append that follows it.
     *
     * @param histories what the log this timeline was made from knew of the append's tickets
     * @param append what was appended, and had not been known before
     */
    public Timeline advance(TicketHistories histories, OperationBlock append) {
        List<Entries> parts = histories.stretches().parallelStream()
                .map(stretch -> replayLate(stretch, append))
                .toList();
        return with(parts, append.lastRecording());
    }

    private Entries replayLate(TicketHistories.Stretch stretch, OperationBlock append) {
        LateReplay replay = new LateReplay(recordedUpTo);
        TicketColumns known = stretch.tickets();
        PortionCursor cursor = new PortionCursor(List.of(append), stretch.range());
        int before = 0;
        while (cursor.advance()) {
            TicketColumns late = cursor.tickets;
            for (int ticket = 0; ticket < late.tickets; ticket++) {
                while (known.highs[before] != late.highs[ticket] || known.lows[before] != late.lows[ticket]) {
                    before++;
                }
                replay.replay(known, before, late, ticket);
            }
        }
        return replay.entries();
    }

    /** This timeline and entries of what was recorded since, up to an instant. */
    private Timeline with(List<Entries> parts, long recorded) {
        long until = Math.max(recordedUpTo, recorded);
        boolean changed = parts.stream().anyMatch(entries -> entries.size() > 0);
        return new Timeline(changed ? mergedWith(EntrySort.run(parts)) : List.of(runs), until);
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

    static long clamped(Instant instant) {
        try {
            return InstantText.microseconds(instant);
        } catch (ArithmeticException beyond) {
            return instant.getEpochSecond() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    static TicketStatistics statistics(long[] counters, long updatedAt) {
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
