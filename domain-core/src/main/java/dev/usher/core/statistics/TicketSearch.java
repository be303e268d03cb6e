package dev.usher.core.statistics;

import java.util.List;

/**
 * Finds all that is known of tickets in an event's blocks, and remembers what it has found.
 *
 * <p>A ticket is looked for in each block by its directory, which is quickest for tickets in ascending order, and then by
 * the ticket keys of one frame; only its own operations are unpacked. Used by one thread at a time.
 */
final class TicketSearch {
    /** Where a ticket has so many operations of a frame, unpacking the whole is quicker than one by one. */
    private static final int WORTH_UNPACKING = 64;

    private final List<Place> places;
    private final Frame unpacked = new Frame();
    private final TicketColumns found = new TicketColumns();

    /** Looks into these blocks, which must belong to one event. */
    TicketSearch(List<OperationBlock> blocks) {
        places = blocks.stream()
                .filter(block -> block.frames() > 0)
                .map(Place::new)
                .toList();
    }

    /** Gathers the operations of a ticket, in order and each once, with its earliest recording. */
    void seek(long high, long low) {
        found.begin(high, low);
        for (Place place : places) {
            place.gather(high, low);
        }
        found.settleLast();
    }

    /** All that was found, a ticket for each time it was sought, in that order. */
    TicketColumns found() {
        return found;
    }

    /** A place in one block: the frame in which the ticket sought last was, or would have been. */
    private final class Place {
        private final OperationBlock block;
        private final PackedFrame frame = new PackedFrame();
        private int index;

        Place(OperationBlock block) {
            this.block = block;
            block.locateFrame(0, frame);
        }

        void gather(long high, long low) {
            boolean behind = block.compareFirst(index, high, low) < 0;
            go(behind ? block.frameOf(high, low, index) : block.frameOf(high, low));
            take(high, low);
            while (index + 1 < block.frames() && block.compareFirst(index + 1, high, low) <= 0) {
                go(index + 1);
                take(high, low);
            }
        }

        private void go(int frameIndex) {
            if (frameIndex != index) {
                index = frameIndex;
                block.locateFrame(index, frame);
            }
        }

        /** Takes the operations of the ticket from the frame, if it has any. */
        private void take(long high, long low) {
            int ticket = frame.find(high, low, block.endOf(index));
            if (ticket < frame.tickets && frame.high(ticket) == high && frame.low(ticket) == low) {
                int count = frame.count(ticket);
                if (count < WORTH_UNPACKING) {
                    int start = frame.start(ticket);
                    for (int at = start; at < start + count; at++) {
                        found.add(frame.moment(at), frame.device(at), block.recording(frame.recording(at)));
                    }
                } else {
                    block.readFrame(index, unpacked);
                    found.addAll(unpacked, ticket, ticket + 1, block.recordings(), true);
                }
            }
        }
    }
}
