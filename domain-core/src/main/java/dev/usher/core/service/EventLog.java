package dev.usher.core.service;

import dev.usher.core.event.EventRef;
import dev.usher.core.statistics.NameBlock;
import dev.usher.core.statistics.OperationBlock;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.DamagedLog;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One event's log as one transaction sees it: the head, and the blocks that tile all sequence numbers up to it.
 *
 * <p>A hole, an overlap or a damaged block is a {@link DamagedLog} that names it, never a smaller number.
 */
record EventLog(LogHead head, List<BlockRange> ranges, List<OperationBlock> blocks) {

    /**
     * How much there is of a log, which is known without its blocks.
     *
     * @param head how far it goes
     * @param operations how many operations its blocks hold, repeats counted wherever they have not met
     */
    record Extent(LogHead head, long operations) {}

    /** How much there is of an event's log. */
    static Extent extent(Transaction transaction, EventRef event) {
        long operations = transaction.operations().ranges(event).stream()
                .mapToLong(BlockRange::operations)
                .sum();
        return new Extent(head(transaction, event), operations);
    }

    /** How far an event's log goes. */
    static LogHead head(Transaction transaction, EventRef event) {
        return transaction.operations().head(event).orElse(LogHead.empty(event));
    }

    /** Reads the log; blocks that are not in the cache come from the store. */
    static EventLog read(Transaction transaction, EventRef event, BlockCache cache) {
        return read(transaction, head(transaction, event), cache);
    }

    /** Reads the log behind a head; to be called before this transaction writes to it, for the cache is shared. */
    static EventLog read(Transaction transaction, LogHead head, BlockCache cache) {
        List<BlockRange> ranges = transaction.operations().ranges(head.event());
        requireTiles(head, ranges);
        try {
            return new EventLog(head, ranges, blocks(transaction, head.event(), ranges, cache));
        } catch (DamagedLog damaged) {
            // A transaction that writes sees others commit: a block that is gone may stand in a larger one by now.
            if (transaction.operations().ranges(head.event()).equals(ranges)) {
                throw damaged;
            }
            return read(transaction, head, cache);
        }
    }

    /**
     * The log's blocks, read one after another each time they are gone through, so that only those take memory that are
     * kept; to be used while the transaction lasts, which must see one snapshot.
     */
    static Iterable<OperationBlock> walk(Transaction transaction, LogHead head, BlockCache cache) {
        List<BlockRange> ranges = transaction.operations().ranges(head.event());
        requireTiles(head, ranges);
        return () -> ranges.stream()
                .map(range -> block(transaction, head.event(), range, cache))
                .iterator();
    }

    private static List<OperationBlock> blocks(
            Transaction transaction, EventRef event, List<BlockRange> ranges, BlockCache cache) {
        List<OperationBlock> blocks = new ArrayList<>(ranges.size());
        for (BlockRange range : ranges) {
            blocks.add(block(transaction, event, range, cache));
        }
        return List.copyOf(blocks);
    }

    private static OperationBlock block(Transaction transaction, EventRef event, BlockRange range, BlockCache cache) {
        Optional<OperationBlock> cached = cache.find(event, range);
        if (cached.isPresent()) {
            return cached.get();
        }
        OperationBlock block = block(transaction, event, range);
        cache.keep(event, range, block);
        return block;
    }

    /** One block as this transaction sees it, which may not be committed yet. */
    static OperationBlock block(Transaction transaction, EventRef event, BlockRange range) {
        byte[] bytes = transaction
                .operations()
                .operations(event, range)
                .orElseThrow(() -> new DamagedLog(event, range.toString(), "the block is missing"));
        try {
            return OperationBlock.read(bytes, range.first(), range.last());
        } catch (OperationBlock.Damaged damaged) {
            throw new DamagedLog(event, range.toString(), String.valueOf(damaged.getMessage()));
        }
    }

    static NameBlock names(Transaction transaction, EventRef event, BlockRange range) {
        byte[] bytes = transaction
                .operations()
                .names(event, range)
                .orElseThrow(() -> new DamagedLog(event, range.toString(), "its names are missing"));
        try {
            return NameBlock.read(bytes, range.first(), range.last());
        } catch (OperationBlock.Damaged damaged) {
            throw new DamagedLog(event, range.toString(), String.valueOf(damaged.getMessage()));
        }
    }

    private static void requireTiles(LogHead head, List<BlockRange> ranges) {
        long next = 1;
        for (BlockRange range : ranges) {
            if (range.first() != next) {
                String fault = range.first() > next ? "no block covers it" : "two blocks cover it";
                long from = Math.min(next, range.first());
                long to = Math.max(next, range.first()) - 1;
                throw new DamagedLog(head.event(), from + ".." + to, fault);
            }
            next = range.last() + 1;
        }
        if (next != head.sequence() + 1) {
            String fault = next <= head.sequence() ? "no block covers it" : "blocks go beyond the head";
            long from = Math.min(next, head.sequence() + 1);
            long to = Math.max(next - 1, head.sequence());
            throw new DamagedLog(head.event(), from + ".." + to, fault);
        }
    }
}
