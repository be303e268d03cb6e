package dev.usher.core.service;

import dev.usher.core.access.Organization;
import dev.usher.core.event.KnownEvent;
import dev.usher.core.statistics.BlockAudit;
import dev.usher.core.statistics.NameBlock;
import dev.usher.core.statistics.OperationBlock;
import dev.usher.core.statistics.OperationCursor;
import dev.usher.core.statistics.Recount;
import dev.usher.core.statistics.TicketStatistics;
import dev.usher.core.statistics.Timeline;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.DamagedLog;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Verifies the whole store: every block's checksum, order and place, every name's hash, and the index against a plain
 * recount.
 */
public final class Inspection {
    private final Store store;

    /**
     * What an inspection found.
     *
     * @param organizations how many organizations there are
     * @param events how many events
     * @param blocks how many blocks
     * @param operations how many operations there are, each counted once however often it was told
     * @param faults what is wrong, a sentence each, naming event and range; empty when all is well
     */
    public record Report(int organizations, int events, long blocks, long operations, List<String> faults) {
        public Report {
            faults = List.copyOf(faults);
        }
    }

    private record Counted(long blocks, long operations) {}

    Inspection(Store store) {
        this.store = store;
    }

    /**
     * Reads and verifies everything, one event at a time. Damage is a fault in the report, never an exception.
     *
     * @throws dev.usher.core.store.StoreUnavailable when the store cannot be reached
     */
    public Report inspect() {
        List<Organization> organizations =
                store.read(transaction -> transaction.identities().organizations());
        List<String> faults = new ArrayList<>();
        int events = 0;
        long blocks = 0;
        long operations = 0;
        for (Organization organization : organizations) {
            for (KnownEvent event :
                    store.read(transaction -> transaction.identities().events(organization.id()))) {
                Counted counted = inspect(organization, event, faults);
                events++;
                blocks += counted.blocks();
                operations += counted.operations();
            }
        }
        return new Report(organizations.size(), events, blocks, operations, faults);
    }

    private Counted inspect(Organization organization, KnownEvent event, List<String> faults) {
        try {
            return store.read(transaction -> {
                EventLog log = EventLog.read(transaction, event.ref(), new BlockCache(0));
                List<NameBlock> names = log.ranges().stream()
                        .map(range -> EventLog.names(transaction, event.ref(), range))
                        .toList();
                verify(organization, event, log, names, faults);
                return new Counted(log.blocks().size(), distinct(log.blocks()));
            });
        } catch (DamagedLog damaged) {
            faults.add(String.valueOf(damaged.getMessage()));
            return new Counted(0, 0);
        }
    }

    private static long distinct(List<OperationBlock> blocks) {
        OperationCursor cursor = new OperationCursor(blocks);
        long operations = 0;
        while (cursor.advance()) {
            operations++;
        }
        return operations;
    }

    private static void verify(
            Organization organization, KnownEvent event, EventLog log, List<NameBlock> names, List<String> faults) {
        for (int index = 0; index < log.blocks().size(); index++) {
            BlockRange range = log.ranges().get(index);
            OperationBlock block = log.blocks().get(index);
            BlockAudit.faultsOf(block, range.operations())
                    .forEach(fault -> faults.add(said(log.head(), range.toString(), fault)));
        }
        BlockAudit.faultsOf(log.blocks(), names, organization.nameKey())
                .forEach(fault -> faults.add(said(log.head(), "1.." + log.head().sequence(), fault)));
        TicketStatistics counted = Recount.of(log.blocks());
        TicketStatistics indexed = Timeline.of(log.blocks()).at(Instant.MAX);
        if (!counted.equals(indexed)) {
            faults.add(
                    "the index of event '" + event.externalId() + "' says " + indexed + ", a recount says " + counted);
        }
    }

    private static String said(LogHead head, String range, String fault) {
        return String.valueOf(new DamagedLog(head.event(), range, fault).getMessage());
    }
}
