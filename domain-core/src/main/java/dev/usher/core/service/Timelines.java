package dev.usher.core.service;

import dev.usher.core.event.EventRef;
import dev.usher.core.statistics.Instants;
import dev.usher.core.statistics.OnePass;
import dev.usher.core.statistics.OperationBlock;
import dev.usher.core.statistics.TicketHistories;
import dev.usher.core.statistics.TicketStatistics;
import dev.usher.core.statistics.Timeline;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Answers from the timelines that are in memory, builds those that are not, and goes through an event's blocks once where
 * no timeline helps: where the question is what was known earlier, or the timeline would not fit.
 *
 * <p>Readers take a finished timeline and never wait. Building and catching up happens in the thread that needs it, once
 * for all that wait. A timeline is at hand only when it holds every append that this node has acknowledged or heard of, or
 * told of in an answer.
 * When anything goes wrong while catching up, the timeline is dropped and built anew.
 */
final class Timelines {
    /** What stands for all that is recorded where an answer is limited by when it was. */
    static final long EVERYTHING = Long.MAX_VALUE;

    /** How long answers from memory are trusted when other nodes may write and the store cannot be asked. */
    private static final Duration TRUSTED = Duration.ofSeconds(5);

    /** Where more than a quarter of a timeline is missing, building it anew is quicker than advancing it. */
    private static final int WORTH_ADVANCING = 4;

    private final Store store;
    private final InstantSource clock;
    private final BlockCache cache;
    private final WorkingMemory working;
    private final Residents residents;
    private volatile Instant trustedUntil = Instant.MAX;

    /**
     * An answer.
     *
     * @param sequence how far the log goes that it is from
     * @param points the statistics as of each instant; none when the log does not go as far as it must
     */
    record Answer(long sequence, List<TicketStatistics> points) {}

    /** Timelines that take at most so many bytes, and at most as many again while they are built. */
    Timelines(Store store, InstantSource clock, BlockCache cache, long mostBytes) {
        this.store = store;
        this.clock = clock;
        this.cache = cache;
        this.working = new WorkingMemory(mostBytes);
        this.residents = new Residents(mostBytes);
    }

    /** The event's timeline when it is in memory and up to date; never waits. */
    Optional<Residents.Index> atHand(EventRef event) {
        return isTrusted() ? residents.use(event) : Optional.empty();
    }

    /**
     * The answer when the event's timeline is at hand and has it; never waits.
     *
     * @param knownAt what was recorded later does not count, in microseconds since 1970
     * @param atLeast the sequence number that must be in the answer
     */
    Optional<Answer> atHand(EventRef event, Instants instants, long knownAt, long atLeast) {
        Optional<Residents.Index> index = atHand(event);
        return index.isPresent()
                        && index.get().sequence() >= atLeast
                        && index.get().isWithin(knownAt)
                ? Optional.of(answer(index.get(), instants))
                : Optional.empty();
    }

    /** The answer, after building the event's timeline or bringing it up to date, or after one pass without it. */
    Answer answer(EventRef event, Instants instants, long knownAt, long atLeast) {
        Optional<Answer> atHand = atHand(event, instants, knownAt, atLeast);
        if (atHand.isPresent()) {
            return atHand.get();
        }
        Answer answer = answerFromStore(event, instants, knownAt, atLeast);
        // Who has seen this must not be told of an earlier state next, by a timeline that another thread has built
        // meanwhile.
        want(event, answer.sequence());
        return answer;
    }

    private Answer answerFromStore(EventRef event, Instants instants, long knownAt, long atLeast) {
        Optional<Residents.Index> index = knownAt == EVERYTHING ? upToDate(event, atLeast) : Optional.empty();
        if (index.isEmpty()) {
            return pass(event, instants, knownAt, atLeast);
        }
        return index.get().sequence() < atLeast
                ? new Answer(index.get().sequence(), List.of())
                : answer(index.get(), instants);
    }

    /** Hears that an event's log reaches at least so far; the timeline, when there is one, is stale until it does too. */
    void heard(LogHead head) {
        want(head.event(), head.sequence());
    }

    private void want(EventRef event, long sequence) {
        residents.find(event).ifPresent(resident -> resident.want(sequence));
    }

    /**
     * Takes in an append of this node where the timeline in memory goes up to it, without looking its tickets up again.
     *
     * @param head the log's since the append
     * @param histories what the log knew of the append's tickets before
     */
    void appended(LogHead head, TicketHistories histories, OperationBlock append) {
        Optional<Residents.Resident> place = residents.find(head.event());
        if (place.isPresent()) {
            Residents.Resident resident = place.get();
            synchronized (resident) {
                resident.index()
                        .filter(index -> index.sequence() == append.first() - 1)
                        .ifPresent(index -> keep(
                                head.event(),
                                resident,
                                () -> working.during(
                                        index.timeline().bytes(),
                                        () -> Optional.of(new Residents.Index(
                                                index.timeline().advance(histories, append), head.sequence())))));
            }
        }
    }

    /** Brings the event's timeline up to date when it is in memory. */
    void refresh(EventRef event) {
        if (residents.find(event).isPresent()) {
            upToDate(event, 0);
        }
    }

    /** Asks how far the logs of all timelines in memory reach now, and trusts those for a while. */
    void follow() {
        Instant asked = clock.instant();
        List<EventRef> events = residents.events();
        if (trustedUntil.equals(Instant.MAX)) {
            trustedUntil = asked.plus(TRUSTED);
        }
        store.read(transaction -> transaction.operations().heads(events)).forEach(this::heard);
        trustedUntil = asked.plus(TRUSTED);
        events.forEach(this::refresh);
    }

    /** Drops the event's timeline. */
    void drop(EventRef event) {
        residents.drop(event);
    }

    /** How much memory the timelines take together, in bytes. */
    long bytes() {
        return residents.bytes();
    }

    /** True when the event's timeline is in memory. */
    boolean isResident(EventRef event) {
        return residents.find(event).isPresent();
    }

    /** True while what is in memory may be told without asking the store; for good where no other node writes. */
    private boolean isTrusted() {
        Instant until = trustedUntil;
        return until.equals(Instant.MAX) || !clock.instant().isAfter(until);
    }

    private static Answer answer(Residents.Index index, Instants instants) {
        List<TicketStatistics> points = index.timeline().series(instants.first(), instants.step(), instants.count());
        return new Answer(index.sequence(), points);
    }

    private Answer pass(EventRef event, Instants instants, long knownAt, long atLeast) {
        EventLog.Extent extent = store.read(transaction -> EventLog.extent(transaction, event));
        if (extent.head().sequence() < atLeast) {
            return new Answer(extent.head().sequence(), List.of());
        }
        long needed = extent.operations() * OnePass.BYTES_AN_OPERATION;
        return working.during(
                needed,
                () -> needed <= working.bytes()
                        ? passAtOnce(event, instants, knownAt)
                        : passInParts(event, instants, knownAt));
    }

    private Answer passAtOnce(EventRef event, Instants instants, long knownAt) {
        EventLog log = store.read(transaction -> EventLog.read(transaction, event, cache));
        return new Answer(log.head().sequence(), OnePass.over(log.blocks(), knownAt, instants));
    }

    /** Holds its transaction all the while, for the blocks it goes through again must still be there. */
    private Answer passInParts(EventRef event, Instants instants, long knownAt) {
        return store.read(transaction -> {
            EventLog.Extent extent = EventLog.extent(transaction, event);
            Iterable<OperationBlock> blocks = EventLog.walk(transaction, extent.head(), cache);
            List<TicketStatistics> points =
                    OnePass.inParts(blocks, extent.operations(), working.bytes(), knownAt, instants);
            return new Answer(extent.head().sequence(), points);
        });
    }

    /** The event's timeline with all that the store has; empty when it would not fit. */
    private Optional<Residents.Index> upToDate(EventRef event, long atLeast) {
        while (true) {
            Optional<Residents.Resident> place = place(event);
            if (place.isEmpty()) {
                return Optional.empty();
            }
            Residents.Resident resident = place.get();
            synchronized (resident) {
                // One that was dropped while this thread waited is nobody's any more.
                if (residents.has(event, resident)) {
                    Optional<Residents.Index> atHand = isTrusted() ? resident.atHand(atLeast) : Optional.empty();
                    Optional<Residents.Index> index = atHand.isPresent() ? atHand : catchUp(event, resident);
                    if (index.isPresent()) {
                        return index;
                    }
                }
            }
        }
    }

    private Optional<Residents.Resident> place(EventRef event) {
        Optional<Residents.Resident> known = residents.find(event);
        if (known.isPresent()) {
            return known;
        }
        long operations =
                store.read(transaction -> EventLog.extent(transaction, event)).operations();
        return residents.place(event, operations);
    }

    /** Reads what is missing, or everything; empty when so much is missing that it must begin from nothing. */
    private Optional<Residents.Index> catchUp(EventRef event, Residents.Resident resident) {
        Optional<Residents.Index> before = resident.index();
        return keep(
                event,
                resident,
                () -> before.isPresent()
                        ? caughtUp(event, before.get())
                        : making(resident.making(), () -> Optional.of(built(event))));
    }

    /** Makes a timeline; what that takes beyond the working memory others leave to it. */
    private <T> T making(long bytes, Supplier<T> work) {
        return working.during(bytes, () -> {
            residents.leaveFree(bytes - working.bytes());
            return work.get();
        });
    }

    /** Looks whether anything is missing before it takes any memory, for whoever waits for news looks again and again. */
    private Optional<Residents.Index> caughtUp(EventRef event, Residents.Index before) {
        LogHead head = store.read(transaction -> EventLog.head(transaction, event));
        return head.sequence() == before.sequence()
                ? Optional.of(before)
                : making(Residents.Resident.making(before.timeline().bytes()), () -> advanced(event, before));
    }

    /** Puts what is made in the event's place; gives the place up when nothing is, or when making it fails. */
    private Optional<Residents.Index> keep(
            EventRef event, Residents.Resident resident, Supplier<Optional<Residents.Index>> making) {
        try {
            Optional<Residents.Index> made = making.get();
            made.ifPresentOrElse(index -> residents.keep(event, resident, index), () -> residents.drop(event));
            return made;
        } catch (RuntimeException | Error failed) {
            residents.drop(event);
            throw failed;
        }
    }

    private Residents.Index built(EventRef event) {
        EventLog log = store.read(transaction -> EventLog.read(transaction, event, cache));
        return new Residents.Index(Timeline.of(log.blocks()), log.head().sequence());
    }

    private Optional<Residents.Index> advanced(EventRef event, Residents.Index before) {
        EventLog log = store.read(transaction -> EventLog.read(transaction, event, cache));
        long missing = log.head().sequence() - before.sequence();
        return missing < before.timeline().entries() / WORTH_ADVANCING
                ? Optional.of(new Residents.Index(
                        before.timeline().advance(log.blocks()), log.head().sequence()))
                : Optional.empty();
    }
}
