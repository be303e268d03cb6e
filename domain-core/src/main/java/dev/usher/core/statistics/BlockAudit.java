package dev.usher.core.statistics;

import java.util.ArrayList;
import java.util.List;

/** Looks for what a checksum cannot see: operations out of order, wrong counts, names that do not belong to their keys. */
public final class BlockAudit {
    private BlockAudit() {}

    /**
     * What is wrong within one block.
     *
     * @param operations how many operations its row says it holds
     */
    public static List<String> faultsOf(OperationBlock block, int operations) {
        List<String> faults = new ArrayList<>();
        if (block.operations() != operations) {
            faults.add("it holds " + block.operations() + " operations, its row says " + operations);
        }
        for (int id = 1; id < block.recordingCount(); id++) {
            if (block.recording(id) <= block.recording(id - 1)) {
                faults.add("its instants of recording are not ascending");
            }
        }
        BlockCursor next = new BlockCursor(block);
        BlockCursor before = new BlockCursor(block);
        int count = next.advance() ? 1 : 0;
        while (next.advance()) {
            before.advance();
            count++;
            if (before.compareTo(next) >= 0) {
                faults.add("operation " + count + " is out of order");
                return faults;
            }
        }
        if (count != block.operations()) {
            faults.add("its frames hold " + count + " operations, its header says " + block.operations());
        }
        return faults;
    }

    /** What is wrong with the names of a whole log: every ticket and device must have one, and its key must be its hash. */
    public static List<String> faultsOf(List<OperationBlock> blocks, List<NameBlock> names, NameKey key) {
        List<String> faults = new ArrayList<>();
        KnownNames named = new KnownNames();
        NameHash hash = new NameHash(key);
        for (NameBlock block : names) {
            named.expect(block.tickets() + block.devices());
            block.visit((device, high, low, name) -> {
                boolean right = device
                        ? hash.device(name) == high && low == 0
                        : hash.hash(name).high() == high && hash.low() == low;
                if (!right) {
                    faults.add("the name '" + name + "' does not belong to its key");
                }
                if (device) {
                    named.addDevice(high);
                } else {
                    named.addTicket(high, low);
                }
            });
        }
        OperationCursor cursor = new OperationCursor(blocks);
        long unnamed = 0;
        while (cursor.advance()) {
            boolean known = named.hasTicket(cursor.high(), cursor.low())
                    && (cursor.device() == 0 || named.hasDevice(cursor.device()));
            if (!known) {
                unnamed++;
            }
        }
        if (unnamed > 0) {
            faults.add(unnamed + " operations belong to tickets or devices without a name");
        }
        return faults;
    }
}
