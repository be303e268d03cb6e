package dev.usher.core.statistics;

/**
 * Replays tickets as they were known up to an instant of recording and as they are known now, side by side, and keeps as
 * entries what makes the difference: for each operation that is new its change, and for each that counts differently now
 * the opposite of what it counted and the right change.
 */
final class LateReplay {
    private final long recordedUpTo;
    private final TicketReplay before = new TicketReplay();
    private final TicketReplay after = new TicketReplay();
    private final Entries entries = new Entries(0);

    /** Takes for new what was recorded after an instant, in microseconds since 1970. */
    LateReplay(long recordedUpTo) {
        this.recordedUpTo = recordedUpTo;
    }

    /** What makes the difference so far. */
    Entries entries() {
        return entries;
    }

    /** Replays a ticket with all its operations, in order. */
    void replay(TicketColumns columns, int ticket) {
        before.begin();
        after.begin();
        for (int index = columns.start(ticket); index < columns.ends[ticket]; index++) {
            long moment = columns.moments[index];
            long device = columns.devices[index];
            long time = Moment.microseconds(moment);
            short now = after.apply(moment, device);
            if (columns.recordings[index] > recordedUpTo) {
                entries.add(time, now);
                entries.add(time, Changes.ONE_TRANSFER, after.transfersCounted());
            } else {
                correct(time, now, before.apply(moment, device));
            }
        }
    }

    private void correct(long time, short now, short then) {
        if (now != then) {
            entries.add(time, Changes.opposite(then));
            entries.add(time, now);
        }
        int transfers = after.transfersCounted() - before.transfersCounted();
        entries.add(
                time,
                transfers < 0 ? Changes.opposite(Changes.ONE_TRANSFER) : Changes.ONE_TRANSFER,
                Math.abs(transfers));
    }
}
