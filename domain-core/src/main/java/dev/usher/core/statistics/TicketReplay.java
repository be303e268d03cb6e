package dev.usher.core.statistics;

/** Applies one ticket's operations in order and says how each changes the counters. Used again for the next ticket. */
final class TicketReplay {
    private final DeviceSet devices = new DeviceSet();
    private int state = TicketState.UNKNOWN;
    private int transfersBeforeIssue;
    private int transfersCounted;

    /** Begins a ticket of which nothing is known. */
    void begin() {
        devices.clear();
        state = TicketState.UNKNOWN;
        transfersBeforeIssue = 0;
        transfersCounted = 0;
    }

    /** Goes to where another replay stands. */
    void becomeAs(TicketReplay other) {
        devices.becomeAs(other.devices);
        state = other.state;
        transfersBeforeIssue = other.transfersBeforeIssue;
        transfersCounted = other.transfersCounted;
    }

    /** True when another replay surely goes on as this one does; false may be a mistake. */
    boolean isSurelyAs(TicketReplay other) {
        return state == other.state
                && transfersBeforeIssue == other.transfersBeforeIssue
                && devices.isSurelyAs(other.devices);
    }

    /** Applies the next operation and says which change it makes. */
    short apply(long moment, long device) {
        int kind = Moment.kind(moment);
        if (kind == OperationKind.DOWNLOADED.code()) {
            devices.add(device);
        } else if (kind == OperationKind.LOGGED_OFF.code()) {
            devices.remove(device);
        }
        boolean wasIssued = TicketState.isIssued(state);
        int step = Changes.step(state, kind, !devices.isEmpty());
        state = step & 0xFFFF;
        transfersCounted = 0;
        if (!wasIssued) {
            if (kind == OperationKind.TRANSFER_ACCEPTED.code()) {
                transfersBeforeIssue++;
            } else if (kind == OperationKind.ISSUED.code()) {
                transfersCounted = transfersBeforeIssue;
            }
        }
        return (short) (step >>> 16);
    }

    /** How many transfers, accepted before the ticket was issued, begin to count with the last operation applied. */
    int transfersCounted() {
        return transfersCounted;
    }
}
