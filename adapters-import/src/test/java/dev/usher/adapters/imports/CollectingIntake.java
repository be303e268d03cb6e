package dev.usher.adapters.imports;

import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.OperationKind;
import dev.usher.core.statistics.TicketOperation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Keeps every operation it is given, in order, and counts as a store would. */
final class CollectingIntake implements OperationIntake {
    final List<TicketOperation> taken = new ArrayList<>();
    int finished;

    @Override
    public void add(CharSequence event, CharSequence ticket, OperationKind kind, long occurredAt, CharSequence device) {
        taken.add(new TicketOperation(
                event.toString(), ticket.toString(), kind, InstantText.instant(occurredAt), device.toString()));
    }

    @Override
    public long durable() {
        return taken.size();
    }

    @Override
    public Totals finish() {
        finished++;
        Set<TicketOperation> distinct = new HashSet<>(taken);
        Set<String> events = new HashSet<>();
        distinct.forEach(operation -> events.add(operation.event()));
        return new Totals(distinct.size(), taken.size() - distinct.size(), events.size());
    }

    List<String> tickets() {
        return taken.stream().map(TicketOperation::ticket).toList();
    }
}
