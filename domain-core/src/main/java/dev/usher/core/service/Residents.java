package dev.usher.core.service;

import dev.usher.core.event.EventRef;
import dev.usher.core.statistics.Timeline;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The timelines in memory, up to a bound in bytes; the one used longest ago goes first.
 *
 * <p>A reader finds a timeline without a lock and only notes that it was used. The queue of those to go is put in order
 * when one must go: what is at its front, but was used since it was queued, is queued again.
 */
final class Residents {
    /** What a timeline is expected to take, a little more than it does. */
    private static final long BYTES_AN_OPERATION = 12;

    /** What making one takes for a moment, blocks included, as a multiple of itself. */
    private static final long MAKING = 3;

    private static final long BYTES_A_RESIDENT = 640;

    private final Map<EventRef, Resident> byEvent = new ConcurrentHashMap<>();
    /** Events whose timelines, as built, took more than there is: few, for each is about as large as all memory. */
    private final Set<EventRef> tooLarge = ConcurrentHashMap.newKeySet();

    private final AtomicLong uses = new AtomicLong();
    private final long mostBytes;
    private final PriorityQueue<Queued> queue = new PriorityQueue<>(Comparator.comparingLong(Queued::used));
    private long bytes;

    /**
     * An event's timeline and how far the log goes that it was made from.
     *
     * @param timeline all operations up to the sequence number
     * @param sequence the last sequence number in it
     */
    record Index(Timeline timeline, long sequence) {

        /** True when everything in it had been recorded by an instant, in microseconds since 1970. */
        boolean isWithin(long knownAt) {
            return timeline.recordedUpTo() <= knownAt;
        }

        private long bytes() {
            return timeline.bytes() + BYTES_A_RESIDENT / 2;
        }
    }

    private record Queued(long used, EventRef event, Resident resident) {}

    /** One event's place: its timeline, once there is one, and how far it must reach to be at hand. */
    static final class Resident {
        private final long operations;
        private volatile Optional<Index> index = Optional.empty();
        private final AtomicLong wanted = new AtomicLong();
        private volatile long used;
        /** Guarded by all residents' lock: what is counted for this one. */
        private long bytes;

        private Resident(long operations) {
            this.operations = operations;
        }

        /** What building the timeline is expected to take, in bytes. */
        long making() {
            return making(operations * BYTES_AN_OPERATION);
        }

        /** What making a timeline of so many bytes takes, in bytes. */
        static long making(long bytes) {
            return bytes * MAKING;
        }

        /** The timeline, stale or not. */
        Optional<Index> index() {
            return index;
        }

        /** The timeline when it holds all that was heard of, and so much at the least. */
        Optional<Index> atHand(long atLeast) {
            Optional<Index> known = index;
            return known.isPresent() && known.get().sequence() >= Math.max(wanted.get(), atLeast)
                    ? known
                    : Optional.empty();
        }

        /** Makes the timeline stale until it goes so far; waits for nobody, not even for who is catching up. */
        void want(long atLeast) {
            wanted.accumulateAndGet(atLeast, Math::max);
        }
    }

    Residents(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The event's timeline when it is at hand, and used by that. */
    Optional<Index> use(EventRef event) {
        Resident resident = byEvent.get(event);
        if (resident == null) {
            return Optional.empty();
        }
        // Who asks for the same event again and again writes nothing that another thread reads.
        if (resident.used != uses.get()) {
            resident.used = uses.incrementAndGet();
        }
        return resident.atHand(0);
    }

    /** The event's place, if it has one. */
    Optional<Resident> find(EventRef event) {
        return Optional.ofNullable(byEvent.get(event));
    }

    /** True while this is the event's place. */
    boolean has(EventRef event, Resident resident) {
        return byEvent.get(event) == resident;
    }

    /** All events that have a place. */
    List<EventRef> events() {
        return List.copyOf(byEvent.keySet());
    }

    /** A place for a timeline of so many operations; empty when it, or what making it takes, would not fit. */
    Optional<Resident> place(EventRef event, long operations) {
        long expected = operations * BYTES_AN_OPERATION;
        boolean fits = expected <= mostBytes - BYTES_A_RESIDENT && Resident.making(expected) <= 2 * mostBytes;
        return fits && !tooLarge.contains(event)
                ? Optional.of(byEvent.computeIfAbsent(event, absent -> {
                    Resident resident = new Resident(operations);
                    resident.used = uses.incrementAndGet();
                    return resident;
                }))
                : Optional.empty();
    }

    /** Puts a timeline in its place, unless the place was given up, and lets others go until all fit. */
    synchronized void keep(EventRef event, Resident resident, Index index) {
        if (!has(event, resident)) {
            return;
        }
        if (index.bytes() > mostBytes) {
            // Others need not go for one that does not fit without them; built anew it would be no smaller.
            if (resident.bytes == 0) {
                tooLarge.add(event);
            }
            drop(event);
            return;
        }
        if (resident.bytes == 0) {
            queue.add(new Queued(resident.used, event, resident));
        }
        resident.index = Optional.of(index);
        bytes += index.bytes() - resident.bytes;
        resident.bytes = index.bytes();
        while (bytes > mostBytes) {
            letGo(queue.remove());
        }
    }

    /** Lets timelines go until so many bytes of the room for them are free, or all of it is. */
    synchronized void leaveFree(long free) {
        while (bytes > Math.max(0, mostBytes - free)) {
            letGo(queue.remove());
        }
    }

    private void letGo(Queued first) {
        long used = first.resident().used;
        if (used > first.used()) {
            queue.add(new Queued(used, first.event(), first.resident()));
        } else {
            forget(first.event(), first.resident());
        }
    }

    /** Gives the event's place up. */
    synchronized void drop(EventRef event) {
        Resident resident = byEvent.get(event);
        if (resident != null) {
            queue.removeIf(queued -> queued.resident() == resident);
            forget(event, resident);
        }
    }

    private void forget(EventRef event, Resident resident) {
        byEvent.remove(event, resident);
        bytes -= resident.bytes;
        resident.bytes = 0;
    }

    /** How much memory the timelines take together, in bytes. */
    synchronized long bytes() {
        return bytes;
    }
}
