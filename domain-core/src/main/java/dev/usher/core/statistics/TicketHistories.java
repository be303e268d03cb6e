package dev.usher.core.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * All that an event's log knows of some of its tickets.
 *
 * <p>Where tickets are many they are looked up side by side, each stretch of their keys in a task of its own, and what is
 * done with them afterwards can be too.
 */
public final class TicketHistories {
    /** About how many tickets are worth a task of their own. */
    private static final int TASK_BITS = 7;

    private final List<Stretch> stretches;

    private TicketHistories(List<Stretch> stretches) {
        this.stretches = stretches;
    }

    /**
     * Neighbouring tickets and their operations.
     *
     * @param range to which all their keys belong, and no other's
     * @param tickets in order of their keys, also those of which nothing is known
     */
    record Stretch(KeyRange range, TicketColumns tickets) {}

    /**
     * Looks tickets up.
     *
     * @param blocks all blocks of the event
     * @param tickets in order of their keys, each once; their operations do not matter
     */
    static TicketHistories of(List<OperationBlock> blocks, TicketColumns tickets) {
        int bits = Math.max(0, Bits.width(tickets.tickets) - 1 - TASK_BITS);
        List<Wanted> wanted = new ArrayList<>();
        int from = 0;
        for (int portion = 0; portion < 1 << bits; portion++) {
            KeyRange range = new KeyRange(bits, portion, portion + 1);
            int to = from;
            while (to < tickets.tickets && range.portion(tickets.highs[to]) == portion) {
                to++;
            }
            wanted.add(new Wanted(range, from, to));
            from = to;
        }
        return new TicketHistories(wanted.parallelStream()
                .map(part -> part.lookUp(blocks, tickets))
                .toList());
    }

    /** Some of the tickets, not looked up yet. */
    private record Wanted(KeyRange range, int from, int to) {
        Stretch lookUp(List<OperationBlock> blocks, TicketColumns tickets) {
            TicketSearch search = new TicketSearch(blocks);
            for (int ticket = from; ticket < to; ticket++) {
                search.seek(tickets.highs[ticket], tickets.lows[ticket]);
            }
            return new Stretch(range, search.found());
        }
    }

    /** All of them, in order of their keys. */
    List<Stretch> stretches() {
        return stretches;
    }
}
