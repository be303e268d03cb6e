package dev.usher.core.statistics;

import java.util.List;

/**
 * The numbers of a report under the names and in the order of the reporting endpoint (TX.f.*); the event comes before
 * them, {@code updatedAt} after.
 */
public enum StatisticsField {
    TOTAL("totalTickets"),
    VALID("validTickets"),
    DELETED("deletedTickets"),
    NEVER_DOWNLOADED("neverDownloadedTickets"),
    DOWNLOADED("downloadedTickets"),
    PENDING_TRANSFER("pendingTransferTickets"),
    NOT_DOWNLOADED("notDownloadedTickets"),
    CONTROLLED("con"),
    ACTIVATED("activatedTickets"),
    ACTIVATED_OFFLINE("offlineActivatedTickets"),
    ACTIVATED_MANUALLY("manualActivatedTickets"),
    NOT_ACTIVATED("notActivatedTickets"),
    TRANSFERRED_ONCE("transferredOnce"),
    TRANSFERRED_TWICE("transferredTwice"),
    TRANSFERRED_THREE_TIMES("transferred3Times"),
    TRANSFERRED_FOUR_TIMES_OR_MORE("transferred4PlusTimes"),
    TRANSFERS("totalTransferOperations"),
    NEVER_TRANSFERRED("neverTransferred");

    /** The name of the event's member. */
    public static final String EVENT = "eventId";
    /** The name of the member that says when the last operation happened. */
    public static final String UPDATED_AT = "updatedAt";

    private static final List<StatisticsField> ALL = List.of(values());

    private final String word;

    StatisticsField(String word) {
        this.word = word;
    }

    /** The number's name, such as {@code validTickets}. */
    public String word() {
        return word;
    }

    /** The number itself. */
    public long of(TicketStatistics statistics) {
        return switch (this) {
            case TOTAL -> statistics.total();
            case VALID -> statistics.valid();
            case DELETED -> statistics.deleted();
            case NEVER_DOWNLOADED -> statistics.neverDownloaded();
            case DOWNLOADED -> statistics.downloaded();
            case PENDING_TRANSFER -> statistics.pendingTransfer();
            case NOT_DOWNLOADED -> statistics.notDownloaded();
            case CONTROLLED -> statistics.controlled();
            case ACTIVATED -> statistics.activated();
            case ACTIVATED_OFFLINE -> statistics.activatedOffline();
            case ACTIVATED_MANUALLY -> statistics.activatedManually();
            case NOT_ACTIVATED -> statistics.notActivated();
            case TRANSFERRED_ONCE -> statistics.transferredOnce();
            case TRANSFERRED_TWICE -> statistics.transferredTwice();
            case TRANSFERRED_THREE_TIMES -> statistics.transferredThreeTimes();
            case TRANSFERRED_FOUR_TIMES_OR_MORE -> statistics.transferredFourTimesOrMore();
            case TRANSFERS -> statistics.transfers();
            case NEVER_TRANSFERRED -> statistics.neverTransferred();
        };
    }

    /** All numbers, in order. */
    public static List<StatisticsField> all() {
        return ALL;
    }
}
