package dev.usher.app;

import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.OperationKind;
import java.util.HashSet;
import java.util.Set;

/** Counts operations and keeps none of them: a dry run. Which are new and which repeated it cannot know. */
final class CountingIntake implements OperationIntake {
    private final Set<String> events = new HashSet<>();
    private long taken;

    @Override
    public void add(CharSequence event, CharSequence ticket, OperationKind kind, long occurredAt, CharSequence device) {
        events.add(event.toString());
        taken++;
    }

    @Override
    public long durable() {
        return 0;
    }

    @Override
    public Totals finish() {
        return new Totals(taken, 0, events.size());
    }
}
