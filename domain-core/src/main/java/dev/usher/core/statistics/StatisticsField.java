package dev.usher.core.statistics;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The numbers of a report under the names and in the order of the reporting endpoint (TX.f.*); the event comes before
 * them, {@code updatedAt} after.
 */
public enum StatisticsField {
    TOTAL("totalTickets", TicketStatistics::total),
    VALID("validTickets", TicketStatistics::valid),
    DELETED("deletedTickets", TicketStatistics::deleted),
    NEVER_DOWNLOADED("neverDownloadedTickets", TicketStatistics::neverDownloaded),
    DOWNLOADED("downloadedTickets", TicketStatistics::downloaded),
    PENDING_TRANSFER("pendingTransferTickets", TicketStatistics::pendingTransfer),
    NOT_DOWNLOADED("notDownloadedTickets", TicketStatistics::notDownloaded),
    CONTROLLED("con", TicketStatistics::controlled),
    ACTIVATED("activatedTickets", TicketStatistics::activated),
    ACTIVATED_OFFLINE("offlineActivatedTickets", TicketStatistics::activatedOffline),
    ACTIVATED_MANUALLY("manualActivatedTickets", TicketStatistics::activatedManually),
    NOT_ACTIVATED("notActivatedTickets", TicketStatistics::notActivated),
    TRANSFERRED_ONCE("transferredOnce", TicketStatistics::transferredOnce),
    TRANSFERRED_TWICE("transferredTwice", TicketStatistics::transferredTwice),
    TRANSFERRED_THREE_TIMES("transferred3Times", TicketStatistics::transferredThreeTimes),
    TRANSFERRED_FOUR_TIMES_OR_MORE("transferred4PlusTimes", TicketStatistics::transferredFourTimesOrMore),
    TRANSFERS("totalTransferOperations", TicketStatistics::transfers),
    NEVER_TRANSFERRED("neverTransferred", TicketStatistics::neverTransferred);

    /** The name of the event's member. */
    public static final String EVENT = "eventId";
    /** The name of the member that says when the last operation happened. */
    public static final String UPDATED_AT = "updatedAt";

    private static final List<StatisticsField> ALL = List.of(values());

    private final String word;
    private final ToLongFunction<TicketStatistics> value;

    StatisticsField(String word, ToLongFunction<TicketStatistics> value) {
        this.word = word;
        this.value = value;
    }

    /** The number's name, such as {@code validTickets}. */
    public String word() {
        return word;
    }

    /** The number itself. */
    public long of(TicketStatistics statistics) {
        return value.applyAsLong(statistics);
    }

    /** All numbers, in order. */
    public static List<StatisticsField> all() {
        return ALL;
    }
}
