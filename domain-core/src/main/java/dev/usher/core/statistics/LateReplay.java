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
            short now = after.apply(moment, device);
            if (columns.recordings[index] > recordedUpTo) {
                addNew(moment, now);
            } else {
                correct(Moment.microseconds(moment), now, before.apply(moment, device));
            }
        }
    }

    /**
     * Replays a ticket that gets late operations: one replay does up to the first of them, two from there on, until
     * both stand where nothing makes a difference any more.
     *
     * @param known its operations so far, in order
     * @param late operations it does not have, in order
     */
    void replay(TicketColumns known, int ticket, TicketColumns late, int lateTicket) {
        after.begin();
        int next = known.start(ticket);
        int end = known.ends[ticket];
        int first = late.start(lateTicket);
        int lateEnd = late.ends[lateTicket];
        while (next < end && !known.isAfter(next, late.moments[first], late.devices[first])) {
            after.apply(known.moments[next], known.devices[next]);
            next++;
        }
        before.becomeAs(after);
        for (int at = first; at < lateEnd; at++) {
            next = replayUpTo(known, next, end, late.moments[at], late.devices[at]);
            addNew(late.moments[at], after.apply(late.moments[at], late.devices[at]));
        }
        while (next < end && !before.isSurelyAs(after)) {
            replayKnown(known, next++);
        }
    }

    /** Replays what is known and does not come after an operation. */
    private int replayUpTo(TicketColumns known, int from, int end, long moment, long device) {
        int next = from;
        while (next < end && !known.isAfter(next, moment, device)) {
            replayKnown(known, next++);
        }
        return next;
    }

    private void replayKnown(TicketColumns known, int index) {
        long moment = known.moments[index];
        long device = known.devices[index];
        correct(Moment.microseconds(moment), after.apply(moment, device), before.apply(moment, device));
    }

    private void addNew(long moment, short change) {
        long time = Moment.microseconds(moment);
        entries.add(time, change);
        entries.add(time, Changes.ONE_TRANSFER, after.transfersCounted());
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
