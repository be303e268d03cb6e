package dev.usher.core.service;

import dev.usher.core.event.EventRef;
import dev.usher.core.statistics.Timeline;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The timelines that are in memory, up to a bound in bytes; the one used longest ago goes first and is built again from
 * blocks when it is asked for.
 *
 * <p>Readers take a finished timeline and never wait. Building and catching up happens in the thread that needs it, once
 * for all that wait. A timeline is at hand only when it holds every append that this node has acknowledged or heard of.
 * When anything goes wrong while catching up, the timeline is dropped and built anew.
 */
final class Timelines {
    /** How long answers from memory are trusted when other nodes may write and the store cannot be asked. */
    private static final Duration TRUSTED = Duration.ofSeconds(5);

    /** Where more than a quarter of a timeline is missing, building it anew is quicker than advancing it. */
    private static final int WORTH_ADVANCING = 4;

    private final Store store;
    private final InstantSource clock;
    private final BlockCache cache;
    private final long mostBytes;
    private final Map<EventRef, Resident> residents = new LinkedHashMap<>(16, 0.75f, true);
    private volatile Instant trustedUntil = Instant.MAX;

    /** One event's place: its timeline, once there is one, and how far it must reach to be at hand. */
    private static final class Resident {
        private volatile Optional<Timeline> timeline = Optional.empty();
        private volatile long sequence;
        private volatile long wanted;

        Optional<Timeline> atHand() {
            return sequence >= wanted ? timeline : Optional.empty();
        }

        synchronized void want(long atLeast) {
            wanted = Math.max(wanted, atLeast);
        }
    }

    Timelines(Store store, InstantSource clock, BlockCache cache, long mostBytes) {
        this.store = store;
        this.clock = clock;
        this.cache = cache;
        this.mostBytes = mostBytes;
    }

    /** The event's timeline when it is in memory and up to date; never waits. */
    Optional<Timeline> atHand(EventRef event) {
        if (clock.instant().isAfter(trustedUntil)) {
            return Optional.empty();
        }
        return find(event).flatMap(Resident::atHand);
    }

    /** The event's timeline, built or brought up to date first when it must be. */
    Timeline of(EventRef event) {
        Optional<Timeline> atHand = atHand(event);
        if (atHand.isPresent()) {
            return atHand.get();
        }
        Resident resident = place(event);
        synchronized (resident) {
            Timeline timeline =
                    resident.atHand().isPresent() && !clock.instant().isAfter(trustedUntil)
                            ? resident.atHand().get()
                            : catchUp(event, resident);
            evict(event);
            return timeline;
        }
    }

    /** Hears that an event's log reaches at least so far; the timeline, when there is one, is stale until it does too. */
    void heard(LogHead head) {
        find(head.event()).ifPresent(resident -> resident.want(head.sequence()));
    }

    /** Brings the event's timeline up to date when it is in memory. */
    void refresh(EventRef event) {
        if (find(event).isPresent()) {
            of(event);
        }
    }

    /** Asks how far the logs of all timelines in memory reach now, and trusts those for a while. */
    void follow() {
        Instant asked = clock.instant();
        Collection<EventRef> events;
        synchronized (residents) {
            events = List.copyOf(residents.keySet());
        }
        if (trustedUntil.equals(Instant.MAX)) {
            trustedUntil = asked.plus(TRUSTED);
        }
        store.read(transaction -> transaction.operations().heads(events)).forEach(this::heard);
        trustedUntil = asked.plus(TRUSTED);
        for (EventRef event : events) {
            refresh(event);
        }
    }

    /** Drops the event's timeline. */
    void drop(EventRef event) {
        synchronized (residents) {
            residents.remove(event);
        }
    }

    private Timeline catchUp(EventRef event, Resident resident) {
        Optional<Timeline> before = resident.timeline;
        resident.timeline = Optional.empty();
        EventLog log = store.read(transaction -> EventLog.read(transaction, event, cache));
        long missing = log.head().sequence() - resident.sequence;
        Timeline timeline = before.filter(known -> missing < known.entries() / WORTH_ADVANCING)
                .map(known -> known.advance(log.blocks()))
                .orElseGet(() -> Timeline.of(log.blocks()));
        resident.timeline = Optional.of(timeline);
        resident.sequence = log.head().sequence();
        return timeline;
    }

    private Optional<Resident> find(EventRef event) {
        synchronized (residents) {
            return Optional.ofNullable(residents.get(event));
        }
    }

    private Resident place(EventRef event) {
        synchronized (residents) {
            return residents.computeIfAbsent(event, absent -> new Resident());
        }
    }

    /** Lets go of what was used longest ago until the rest fits; the one just used stays. */
    private void evict(EventRef justUsed) {
        synchronized (residents) {
            long bytes = residents.values().stream().mapToLong(Timelines::bytes).sum();
            Iterator<Map.Entry<EventRef, Resident>> oldest =
                    residents.entrySet().iterator();
            while (bytes > mostBytes && oldest.hasNext()) {
                Map.Entry<EventRef, Resident> entry = oldest.next();
                if (!entry.getKey().equals(justUsed)) {
                    bytes -= bytes(entry.getValue());
                    oldest.remove();
                }
            }
        }
    }

    private static long bytes(Resident resident) {
        return resident.timeline.map(Timeline::bytes).orElse(0L);
    }
}
