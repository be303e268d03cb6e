package dev.usher.benchmarks;

import dev.usher.core.Usher;
import dev.usher.core.access.Actor;
import dev.usher.core.access.Organization;
import dev.usher.core.access.Role;
import dev.usher.core.statistics.BlockMerge;
import dev.usher.core.statistics.KnownNames;
import dev.usher.core.statistics.NameKey;
import dev.usher.core.statistics.OperationBatch;
import dev.usher.core.statistics.OperationBlock;
import dev.usher.core.statistics.OperationIntake;
import dev.usher.core.statistics.PackedBatch;
import java.util.ArrayList;
import java.util.List;

/** Brings logs into Usher: through its front door, or straight into blocks such as a store would hold. */
final class Feed {
    private static final int BATCH = 262_144;
    private static final int MERGED = 8;

    private Feed() {}

    /** Takes in rows of a log for the only organization; returns its owner. */
    static Actor into(Usher usher, String event, TicketLog log, int[] rows) {
        Organization house = usher.organizations().findOrCreate("default").orThrow();
        OperationIntake intake = usher.ticketOperations().intake(house);
        for (int row : rows) {
            intake.add(
                    event,
                    log.ticketName(log.ticket(row)),
                    log.kind(row),
                    log.occurredAt(row),
                    log.deviceName(log.device(row)));
        }
        intake.finish();
        return new Actor(house.id(), Role.OWNER);
    }

    /** Blocks of one event, as a store holds them: eight batches merge, and what they make is too large to merge again. */
    static final class Blocks {
        private final NameKey key = new NameKey(Bench.SEED, ~Bench.SEED);
        private final List<OperationBlock> whole = new ArrayList<>();
        private final List<OperationBlock> small = new ArrayList<>();
        private OperationBatch batch = new OperationBatch(key);
        private long sequence;

        /** Blocks that follow others, which reach up to this number in the log. */
        Blocks(long sequence) {
            this.sequence = sequence;
        }

        /** Adds rows of a log. */
        void add(TicketLog log, int[] rows, int from, int to) {
            for (int at = from; at < to; at++) {
                int row = rows[at];
                batch.add(
                        log.ticketName(log.ticket(row)),
                        log.kind(row),
                        log.occurredAt(row),
                        log.deviceName(log.device(row)));
                if (batch.size() == BATCH) {
                    pack();
                }
            }
        }

        private void pack() {
            if (batch.isEmpty()) {
                return;
            }
            PackedBatch packed = batch.pack(new KnownNames());
            small.add(packed.operationsAt(sequence + 1, sequence + 1));
            sequence += packed.size();
            batch = new OperationBatch(key);
            if (small.size() == MERGED) {
                merge();
            }
        }

        private void merge() {
            if (!small.isEmpty()) {
                whole.add(BlockMerge.of(small));
                small.clear();
            }
        }

        /** All that was added so far. */
        List<OperationBlock> now() {
            pack();
            merge();
            return List.copyOf(whole);
        }
    }
}
