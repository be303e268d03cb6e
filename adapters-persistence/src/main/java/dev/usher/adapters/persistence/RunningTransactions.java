package dev.usher.adapters.persistence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeSet;

/** Knows which transactions run, so that what some of them may still see is only cleared away after the last of those. */
final class RunningTransactions {
    private final TreeSet<Long> running = new TreeSet<>();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long next;

    /** An action, and the number of the first transaction that it need not wait for. */
    private record Waiting(long before, Runnable action) {}

    /** Enters a transaction before it sees anything; gives the number to leave with. */
    synchronized long enter() {
        running.add(next);
        return next++;
    }

    /** Leaves, and runs what has waited for this transaction last. */
    void leave(long number) {
        List<Runnable> due = new ArrayList<>();
        synchronized (this) {
            running.remove(number);
            long oldest = running.isEmpty() ? next : running.first();
            while (!waiting.isEmpty() && waiting.element().before() <= oldest) {
                due.add(waiting.remove().action());
            }
        }
        due.forEach(Runnable::run);
    }

    /** Has the action run once all transactions that have entered by now have left, by the thread of the last one. */
    synchronized void afterAllOfNow(Runnable action) {
        waiting.add(new Waiting(next, action));
    }
}
