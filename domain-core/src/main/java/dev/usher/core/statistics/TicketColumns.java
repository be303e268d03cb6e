package dev.usher.core.statistics;

import java.util.Arrays;

/**
 * Tickets and their operations, in columns that grow as they must and are used again.
 *
 * <pre>
 *   highs, lows, ends             one a ticket; its operations end where the next one's begin
 *   moments, devices, recordings  one an operation
 * </pre>
 */
final class TicketColumns {
    private static final int FEW = 40;

    long[] highs = new long[16];
    long[] lows = new long[16];
    /** Where the operations of each ticket end, exclusive. */
    int[] ends = new int[16];

    int tickets;

    long[] moments = new long[64];
    long[] devices = new long[64];
    long[] recordings = new long[64];
    int operations;

    private final long[] fewMoments = new long[FEW];
    private final long[] fewDevices = new long[FEW];
    private final long[] fewRecordings = new long[FEW];
    private final int[] places = new int[FEW];

    void clear() {
        tickets = 0;
        operations = 0;
    }

    /** Where the operations of a ticket begin. */
    int start(int ticket) {
        return ticket == 0 ? 0 : ends[ticket - 1];
    }

    boolean isLast(long high, long low) {
        return tickets > 0 && highs[tickets - 1] == high && lows[tickets - 1] == low;
    }

    /** True when an operation of a ticket was recorded after an instant. */
    boolean isRecordedAfter(long instant, int ticket) {
        for (int index = start(ticket); index < ends[ticket]; index++) {
            if (recordings[index] > instant) {
                return true;
            }
        }
        return false;
    }

    /** True when a ticket has an operation; its operations must be in order. */
    boolean contains(int ticket, long moment, long device) {
        int least = start(ticket);
        int most = ends[ticket] - 1;
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

    /** Begins a ticket that has no operation yet. */
    void begin(long high, long low) {
        if (tickets == highs.length) {
            growTickets();
        }
        highs[tickets] = high;
        lows[tickets] = low;
        ends[tickets++] = operations;
    }

    /** Adds an operation to the last ticket. */
    void add(long moment, long device, long recording) {
        reserve(1);
        moments[operations] = moment;
        devices[operations] = device;
        recordings[operations++] = recording;
        ends[tickets - 1] = operations;
    }

    /**
     * Adds tickets of a frame.
     *
     * @param meanings what the frame's recording ids stand for
     * @param goingOn whether the first of them may be the last one added, which then gets more operations
     */
    void addAll(Frame frame, int from, int to, long[] meanings, boolean goingOn) {
        int first = from == 0 ? 0 : frame.ends[from - 1];
        int count = frame.ends[to - 1] - first;
        int shift = operations - first;
        reserve(count);
        System.arraycopy(frame.moments, first, moments, operations, count);
        System.arraycopy(frame.devices, first, devices, operations, count);
        for (int index = 0; index < count; index++) {
            recordings[operations + index] = meanings[frame.recordings[first + index]];
        }
        int next = from;
        if (goingOn && isLast(frame.highs[from], frame.lows[from])) {
            ends[tickets - 1] = frame.ends[next++] + shift;
        }
        while (tickets + to - next > highs.length) {
            growTickets();
        }
        for (; next < to; next++) {
            highs[tickets] = frame.highs[next];
            lows[tickets] = frame.lows[next];
            ends[tickets++] = frame.ends[next] + shift;
        }
        operations += count;
    }

    /** Adds operations of other columns to the last ticket. */
    void addAll(TicketColumns from, int start, int end) {
        int count = end - start;
        reserve(count);
        for (int index = 0; index < count; index++) {
            moments[operations + index] = from.moments[start + index];
            devices[operations + index] = from.devices[start + index];
            recordings[operations + index] = from.recordings[start + index];
        }
        operations += count;
        ends[tickets - 1] = operations;
    }

    /** True when an operation comes after another of the same ticket. */
    boolean isAfter(int index, long moment, long device) {
        return moments[index] > moment || (moments[index] == moment && devices[index] > device);
    }

    private void move(TicketColumns from, int index, int to) {
        moments[to] = from.moments[index];
        devices[to] = from.devices[index];
        recordings[to] = from.recordings[index];
    }

    private void growTickets() {
        int capacity = 2 * highs.length;
        highs = Arrays.copyOf(highs, capacity);
        lows = Arrays.copyOf(lows, capacity);
        ends = Arrays.copyOf(ends, capacity);
    }

    /** Makes room for so many operations more. */
    void reserve(int count) {
        if (operations + count > moments.length) {
            int capacity = Math.max(operations + count, 2 * moments.length);
            moments = Arrays.copyOf(moments, capacity);
            devices = Arrays.copyOf(devices, capacity);
            recordings = Arrays.copyOf(recordings, capacity);
        }
    }

    /** Puts the operations of the last ticket in order and drops repeats, which leave the earliest recording. */
    void settleLast() {
        int from = start(tickets - 1);
        if (isInOrder(from)) {
            return;
        }
        if (operations - from > FEW) {
            sortMany(from);
        } else {
            sortFew(from);
        }
        int kept = from;
        for (int index = from + 1; index < operations; index++) {
            if (moments[index] == moments[kept] && devices[index] == devices[kept]) {
                recordings[kept] = Math.min(recordings[kept], recordings[index]);
            } else if (++kept != index) {
                moments[kept] = moments[index];
                devices[kept] = devices[index];
                recordings[kept] = recordings[index];
            }
        }
        operations = kept + 1;
        ends[tickets - 1] = operations;
    }

    /** True where each operation comes after the one before, as when blocks arrived in order of time. */
    private boolean isInOrder(int from) {
        for (int index = from + 1; index < operations; index++) {
            if (moments[index] < moments[index - 1]
                    || (moments[index] == moments[index - 1] && devices[index] <= devices[index - 1])) {
                return false;
            }
        }
        return true;
    }

    /** Counts for each operation how many come before it: more comparisons than needed, but none has to be guessed. */
    private void sortFew(int from) {
        int count = operations - from;
        System.arraycopy(moments, from, fewMoments, 0, count);
        System.arraycopy(devices, from, fewDevices, 0, count);
        System.arraycopy(recordings, from, fewRecordings, 0, count);
        for (int index = 0; index < count; index++) {
            long moment = fewMoments[index];
            int place = from;
            for (int other = 0; other < index; other++) {
                int after = moment < fewMoments[other] ? 1 : 0;
                places[other] += after;
                place += 1 - after;
            }
            places[index] = place;
        }
        for (int index = 0; index < count; index++) {
            int place = places[index];
            moments[place] = fewMoments[index];
            devices[place] = fewDevices[index];
            recordings[place] = fewRecordings[index];
        }
        for (int next = from + 1; next < operations; next++) {
            for (int at = next; at > from && moments[at - 1] == moments[at] && devices[at - 1] > devices[at]; at--) {
                swapDevices(at - 1, at);
            }
        }
    }

    private void swapDevices(int left, int right) {
        long device = devices[left];
        devices[left] = devices[right];
        devices[right] = device;
        long recording = recordings[left];
        recordings[left] = recordings[right];
        recordings[right] = recording;
    }

    /**
     * The stretches that came from one block each are in order already. From the last to the first, each is merged with
     * what stands behind it, as far as it reaches: not far where blocks arrived in order of time.
     */
    private void sortMany(int from) {
        TicketColumns stretch = new TicketColumns();
        int middle = startOfStretch(from, operations);
        while (middle > from) {
            int start = startOfStretch(from, middle);
            stretch.clear();
            stretch.begin(0, 0);
            stretch.addAll(this, start, middle);
            mergeBehind(start, middle, stretch);
            middle = start;
        }
    }

    private int startOfStretch(int from, int end) {
        int at = end - 1;
        while (at > from && !isAfter(at - 1, moments[at], devices[at])) {
            at--;
        }
        return at;
    }

    /** Merges a stretch, which was copied from before {@code rest}, with what stands from there on. */
    private void mergeBehind(int start, int rest, TicketColumns stretch) {
        int to = start;
        int there = rest;
        for (int here = 0; here < stretch.operations; here++) {
            while (there < operations && stretch.isAfter(here, moments[there], devices[there])) {
                move(this, there++, to++);
            }
            move(stretch, here, to++);
        }
    }
}
