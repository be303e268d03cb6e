package dev.usher.core.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Walks several blocks portion by portion: all operations of the next few hundred tickets, in order, each once, with the
 * earliest instant at which it was recorded.
 *
 * <pre>
 *   block 1  |a a b|c d ..      gathered  |a a b|a c|b b c|      a portion  |a a a|b b b|c c|
 *   block 2  |a c|d e ..         in order of blocks               in order of tickets, repeats dropped
 *   block 3  |b b c|e ..
 * </pre>
 *
 * Ticket keys are hashes, so a counting sort by the bits that follow the portion's brings a ticket's stretches together
 * without comparing; what is left to compare is the few operations of one ticket.
 */
final class PortionCursor {
    private final KeyRange range;
    private final Source[] sources;
    private final TicketColumns gathered = new TicketColumns();
    private final TicketColumns arranged = new TicketColumns();
    private int[] rows = new int[0];
    private int[] starts = new int[0];
    private int portion;

    /** The tickets of the portion it stands on. */
    TicketColumns tickets = gathered;

    /** A cursor before the first portion of a range. */
    PortionCursor(List<OperationBlock> blocks, KeyRange range) {
        this(blocks, range, blocks.stream().map(OperationBlock::recordings).toArray(long[][]::new));
    }

    /**
     * A cursor that gives something else in place of the instants of recording.
     *
     * @param recordings for each block, what its recording ids stand for; the earlier, the less
     */
    PortionCursor(List<OperationBlock> blocks, KeyRange range, long[][] recordings) {
        this.range = range;
        this.portion = range.from() - 1;
        this.sources = new Source[blocks.size()];
        for (int index = 0; index < sources.length; index++) {
            sources[index] = new Source(blocks.get(index), recordings[index]);
        }
    }

    /** Goes to the next portion that is not empty; false when there is none. */
    boolean advance() {
        while (++portion < range.to()) {
            gathered.clear();
            int contributing = 0;
            for (Source source : sources) {
                contributing += source.gather() ? 1 : 0;
            }
            if (contributing > 0) {
                tickets = contributing == 1 ? gathered : arrange();
                return true;
            }
        }
        return false;
    }

    private TicketColumns arrange() {
        orderRows();
        arranged.clear();
        for (int at = 0; at < gathered.tickets; at++) {
            int row = rows[at];
            if (!arranged.isLast(gathered.highs[row], gathered.lows[row])) {
                if (at > 0) {
                    arranged.settleLast();
                }
                arranged.begin(gathered.highs[row], gathered.lows[row]);
            }
            arranged.addAll(gathered, gathered.start(row), gathered.ends[row]);
        }
        arranged.settleLast();
        return arranged;
    }

    /** Numbers the gathered tickets in order of their keys; those of one key stay in order of their blocks. */
    private void orderRows() {
        int count = gathered.tickets;
        int width = Bits.width(count);
        int digits = 1 << width;
        if (rows.length < count) {
            rows = new int[2 * count];
        }
        if (starts.length <= digits) {
            starts = new int[digits + 1];
        } else {
            Arrays.fill(starts, 0, digits + 1, 0);
        }
        for (int row = 0; row < count; row++) {
            starts[1 + digit(row, width)]++;
        }
        for (int digit = 0; digit < digits; digit++) {
            starts[digit + 1] += starts[digit];
        }
        for (int row = 0; row < count; row++) {
            rows[starts[digit(row, width)]++] = row;
        }
        for (int next = 1; next < count; next++) {
            int row = rows[next];
            int at = next;
            while (at > 0 && compare(row, rows[at - 1]) < 0) {
                rows[at] = rows[at - 1];
                at--;
            }
            rows[at] = row;
        }
    }

    private int digit(int row, int width) {
        return (int) ((gathered.highs[row] << range.bits()) >>> (Long.SIZE - width));
    }

    private int compare(int row, int other) {
        return OperationBlock.compareKeys(
                gathered.highs[row], gathered.lows[row], gathered.highs[other], gathered.lows[other]);
    }

    /** One block, and the frame of it that was begun. */
    private final class Source {
        private final OperationBlock block;
        private final long[] recordings;
        private final Frame frame = new Frame();
        private int nextFrame;
        private int ticket;

        Source(OperationBlock block, long[] recordings) {
            this.block = block;
            this.recordings = recordings;
            nextFrame = block.frameOf(range.first(), 0);
        }

        /** Takes the operations of the portion, leaving out what lies before it; false when there are none. */
        boolean gather() {
            int before = gathered.tickets;
            while (true) {
                if (ticket == frame.tickets) {
                    if (nextFrame == block.frames()) {
                        return gathered.tickets > before;
                    }
                    block.readFrame(nextFrame++, frame);
                    ticket = 0;
                    skip();
                }
                int from = ticket;
                while (ticket < frame.tickets && range.portion(frame.highs[ticket]) == portion) {
                    ticket++;
                }
                if (ticket > from) {
                    gathered.addAll(frame, from, ticket, recordings, gathered.tickets > before);
                }
                if (ticket < frame.tickets) {
                    return gathered.tickets > before;
                }
            }
        }

        private void skip() {
            while (ticket < frame.tickets && range.portion(frame.highs[ticket]) < portion) {
                ticket++;
            }
        }
    }
}
