package dev.usher.core.statistics;

import java.util.Arrays;
import java.util.List;

/**
 * Finds all that is known of one ticket in an event's blocks, by binary search.
 *
 * <p>Asked for tickets in ascending order it unpacks each frame at most once. Used by one thread.
 */
public final class TicketHistories {
    private final List<Place> places;
    private long[] moments = new long[16];
    private long[] devices = new long[16];
    private long[] recordings = new long[16];
    private int size;

    /** Looks into these blocks, which must belong to one event. */
    public TicketHistories(List<OperationBlock> blocks) {
        places = blocks.stream().map(Place::new).toList();
    }

    /** Gathers the operations of a ticket, in order and each once, with its earliest recording. */
    void seek(long high, long low) {
        size = 0;
        for (Place place : places) {
            place.gather(high, low);
        }
        if (places.size() > 1) {
            sort();
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    long moment(int index) {
        return moments[index];
    }

    long device(int index) {
        return devices[index];
    }

    /** When the operation was first recorded, in microseconds since 1970. */
    long recordedAt(int index) {
        return recordings[index];
    }

    boolean contains(long moment, long device) {
        int least = 0;
        int most = size - 1;
        while (least <= most) {
            int middle = (least + most) >>> 1;
            int compared = moments[middle] != moment
                    ? Long.compare(moments[middle], moment)
                    : Long.compare(devices[middle], device);
            if (compared == 0) {
                return true;
            }
            if (compared < 0) {
                least = middle + 1;
            } else {
                most = middle - 1;
            }
        }
        return false;
    }

    private void add(long moment, long device, long recordedAt) {
        if (size == moments.length) {
            moments = Arrays.copyOf(moments, 2 * size);
            devices = Arrays.copyOf(devices, 2 * size);
            recordings = Arrays.copyOf(recordings, 2 * size);
        }
        moments[size] = moment;
        devices[size] = device;
        recordings[size++] = recordedAt;
    }

    /** The blocks' stretches are sorted already and usually short; a merge of row numbers puts them in one order. */
    private void sort() {
        long[] none = new long[size];
        OperationOrder order = new OperationOrder(none, none, moments, devices);
        int[] rows = order.sort(size);
        long[] sortedMoments = new long[moments.length];
        long[] sortedDevices = new long[moments.length];
        long[] sortedRecordings = new long[moments.length];
        int kept = 0;
        for (int row : rows) {
            boolean repeat =
                    kept > 0 && sortedMoments[kept - 1] == moments[row] && sortedDevices[kept - 1] == devices[row];
            if (repeat) {
                sortedRecordings[kept - 1] = Math.min(sortedRecordings[kept - 1], recordings[row]);
            } else {
                sortedMoments[kept] = moments[row];
                sortedDevices[kept] = devices[row];
                sortedRecordings[kept++] = recordings[row];
            }
        }
        moments = sortedMoments;
        devices = sortedDevices;
        recordings = sortedRecordings;
        size = kept;
    }

    /** A place in one block, with the frame that was unpacked last. */
    private final class Place {
        private final OperationBlock block;
        private final Frame frame = new Frame();
        private int unpacked = -1;

        Place(OperationBlock block) {
            this.block = block;
        }

        void gather(long high, long low) {
            if (block.frames() == 0) {
                return;
            }
            for (int index = block.frameOf(high, low); index < block.frames(); index++) {
                if (index != unpacked) {
                    block.readFrame(index, frame);
                    unpacked = index;
                }
                if (!gatherFromFrame(high, low)) {
                    return;
                }
            }
        }

        /** Takes the ticket's operations from this frame; true when the next frame may have more. */
        private boolean gatherFromFrame(long high, long low) {
            int ticket = find(high, low);
            if (ticket < frame.tickets
                    && OperationBlock.compareKeys(frame.highs[ticket], frame.lows[ticket], high, low) == 0) {
                for (int at = ticket == 0 ? 0 : frame.ends[ticket - 1]; at < frame.ends[ticket]; at++) {
                    add(frame.moments[at], frame.devices[at], block.recording(frame.recordings[at]));
                }
                return ticket == frame.tickets - 1;
            }
            return ticket == frame.tickets;
        }

        /** The first ticket of the frame that is not before the key. */
        private int find(long high, long low) {
            int least = 0;
            int most = frame.tickets;
            while (least < most) {
                int middle = (least + most) >>> 1;
                if (OperationBlock.compareKeys(frame.highs[middle], frame.lows[middle], high, low) < 0) {
                    least = middle + 1;
                } else {
                    most = middle;
                }
            }
            return least;
        }
    }
}
