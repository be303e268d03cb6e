package dev.usher.core.statistics;

import java.time.Instant;
import java.util.Optional;

/**
 * How many tickets are in which condition as of one instant: the numbers an organizer reads.
 *
 * <p>A commutative monoid: {@link #NONE} is its zero and {@link #plus} adds disjoint sets of tickets, so an event is the
 * sum of its tickets and a report over several events the sum of theirs. All counts are at least zero. Deleted tickets
 * are counted everywhere but in {@code valid}, {@code pendingTransfer} and {@code notActivated}.
 *
 * <p>Source: ledger rows {@code TX.f.*}; the denominators are decided in {@code docs/statistics.md}.
 *
 * @param total issued tickets, deleted ones included (TX.f.totalTickets)
 * @param deleted deleted tickets (TX.f.deletedTickets)
 * @param everDownloaded tickets that were on a device at least once
 * @param downloaded tickets on one device or more now (TX.f.downloadedTickets)
 * @param pendingTransfer tickets, not deleted, with a transfer pending (TX.f.pendingTransferTickets)
 * @param controlled tickets scanned at the gate and not taken back since (TX.f.con)
 * @param activated tickets activated now, in any mode (TX.f.activatedTickets)
 * @param activatedOffline those activated offline (TX.f.offlineActivatedTickets)
 * @param activatedManually those activated by hand (TX.f.manualActivatedTickets)
 * @param notActivated tickets neither deleted nor activated (TX.f.notActivatedTickets)
 * @param transferredOnce tickets with exactly one accepted transfer (TX.f.transferredOnce)
 * @param transferredTwice with exactly two (TX.f.transferredTwice)
 * @param transferredThreeTimes with exactly three (TX.f.transferred3Times)
 * @param transferredFourTimesOrMore with four or more (TX.f.transferred4PlusTimes)
 * @param transfers accepted transfers, summed over the tickets (TX.f.totalTransferOperations)
 * @param updatedAt when the last operation happened (TX.f.updatedAt); empty when there is none
 */
public record TicketStatistics(
        long total,
        long deleted,
        long everDownloaded,
        long downloaded,
        long pendingTransfer,
        long controlled,
        long activated,
        long activatedOffline,
        long activatedManually,
        long notActivated,
        long transferredOnce,
        long transferredTwice,
        long transferredThreeTimes,
        long transferredFourTimesOrMore,
        long transfers,
        Optional<Instant> updatedAt) {

    /** The statistics of no ticket at all. */
    public static final TicketStatistics NONE =
            new TicketStatistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty());

    /** Tickets that are not deleted (TX.f.validTickets). */
    public long valid() {
        return total - deleted;
    }

    /** Tickets that were never on any device (TX.f.neverDownloadedTickets). */
    public long neverDownloaded() {
        return total - everDownloaded;
    }

    /** Tickets on no device now, whether they ever were or not (TX.f.notDownloadedTickets). */
    public long notDownloaded() {
        return total - downloaded;
    }

    /** Tickets without an accepted transfer, deleted ones included (TX.f.neverTransferred). */
    public long neverTransferred() {
        return total - transferredOnce - transferredTwice - transferredThreeTimes - transferredFourTimesOrMore;
    }

    /** The statistics of both sets of tickets together, which must be disjoint. */
    public TicketStatistics plus(TicketStatistics other) {
        return new TicketStatistics(
                total + other.total,
                deleted + other.deleted,
                everDownloaded + other.everDownloaded,
                downloaded + other.downloaded,
                pendingTransfer + other.pendingTransfer,
                controlled + other.controlled,
                activated + other.activated,
                activatedOffline + other.activatedOffline,
                activatedManually + other.activatedManually,
                notActivated + other.notActivated,
                transferredOnce + other.transferredOnce,
                transferredTwice + other.transferredTwice,
                transferredThreeTimes + other.transferredThreeTimes,
                transferredFourTimesOrMore + other.transferredFourTimesOrMore,
                transfers + other.transfers,
                later(updatedAt, other.updatedAt));
    }

    /** The same numbers, updated at another instant. */
    TicketStatistics updatedAt(Instant instant) {
        return new TicketStatistics(
                total,
                deleted,
                everDownloaded,
                downloaded,
                pendingTransfer,
                controlled,
                activated,
                activatedOffline,
                activatedManually,
                notActivated,
                transferredOnce,
                transferredTwice,
                transferredThreeTimes,
                transferredFourTimesOrMore,
                transfers,
                Optional.of(instant));
    }

    private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        return one.get().isBefore(other.get()) ? other : one;
    }
}
