package dev.usher.core.statistics;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Counts tickets the slow and plain way, from what all operations have left of each, to check the index against.
 *
 * <p>It shares nothing with the index but the order of operations.
 */
public final class Recount {
    private final Set<Long> devices = new HashSet<>();
    private boolean issued;
    private boolean deleted;
    private boolean everDownloaded;
    private boolean pending;
    private boolean controlled;
    private int transfers;
    private Optional<OperationKind> activation = Optional.empty();

    private Recount() {}

    /** The statistics after the last operation of these blocks. */
    public static TicketStatistics of(List<OperationBlock> blocks) {
        TicketStatistics sum = TicketStatistics.NONE;
        Recount ticket = new Recount();
        OperationCursor cursor = new OperationCursor(blocks);
        long high = 0;
        long low = 0;
        long latest = Long.MIN_VALUE;
        while (cursor.advance()) {
            if (cursor.high() != high || cursor.low() != low) {
                sum = sum.plus(ticket.statistics());
                ticket = new Recount();
                high = cursor.high();
                low = cursor.low();
            }
            ticket.apply(OperationKind.ofCode(Moment.kind(cursor.moment())), cursor.device());
            latest = Math.max(latest, Moment.microseconds(cursor.moment()));
        }
        sum = sum.plus(ticket.statistics());
        return latest == Long.MIN_VALUE ? sum : sum.updatedAt(InstantText.instant(latest));
    }

    private void apply(OperationKind kind, long device) {
        switch (kind) {
            case ISSUED -> issued = true;
            case DOWNLOADED -> {
                everDownloaded = true;
                devices.add(device);
            }
            case LOGGED_OFF -> devices.remove(device);
            case TRANSFER_STARTED -> pending = true;
            case TRANSFER_ACCEPTED -> {
                pending = false;
                transfers++;
            }
            case TRANSFER_CANCELLED -> pending = false;
            case ACTIVATED, ACTIVATED_OFFLINE, ACTIVATED_MANUALLY ->
                activation = activation.or(() -> Optional.of(kind));
            case DEACTIVATED -> activation = Optional.empty();
            case CONTROLLED -> controlled = true;
            case CONTROL_REVERTED -> controlled = false;
            case DELETED -> deleted = true;
        }
    }

    private TicketStatistics statistics() {
        return !issued
                ? TicketStatistics.NONE
                : new TicketStatistics(
                        1,
                        count(deleted),
                        count(everDownloaded),
                        count(!devices.isEmpty()),
                        count(pending && !deleted),
                        count(controlled),
                        count(activation.isPresent()),
                        count(isActivated(OperationKind.ACTIVATED_OFFLINE)),
                        count(isActivated(OperationKind.ACTIVATED_MANUALLY)),
                        count(activation.isEmpty() && !deleted),
                        count(transfers == 1),
                        count(transfers == 2),
                        count(transfers == 3),
                        count(transfers >= 4),
                        transfers,
                        Optional.empty());
    }

    private boolean isActivated(OperationKind mode) {
        return Objects.equals(activation, Optional.of(mode));
    }

    private static long count(boolean holds) {
        return holds ? 1 : 0;
    }
}
