package dev.usher.core.service;

import dev.usher.core.event.EventRef;
import dev.usher.core.statistics.BlockMerge;
import dev.usher.core.statistics.InstantText;
import dev.usher.core.statistics.NameBlock;
import dev.usher.core.statistics.OperationBlock;
import dev.usher.core.statistics.PackedBatch;
import dev.usher.core.store.BlockRange;
import dev.usher.core.store.DamagedLog;
import dev.usher.core.store.LogHead;
import dev.usher.core.store.Store;
import dev.usher.core.store.StoredBlock;
import dev.usher.core.store.Transaction;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Appends to logs and keeps their blocks few. */
final class LogWriter {
    private final Store store;
    private final InstantSource clock;
    private final BlockCache cache;
    private final long mostOperations;

    /** A writer that makes no merged block with more operations than said. */
    LogWriter(Store store, InstantSource clock, BlockCache cache, long mostOperations) {
        this.store = store;
        this.clock = clock;
        this.cache = cache;
        this.mostOperations = mostOperations;
    }

    /**
     * Appends a batch to the log behind a head that this transaction has locked, and merges small blocks.
     *
     * @return the head afterwards; the same one when the batch is empty
     */
    LogHead append(Transaction transaction, LogHead head, PackedBatch batch) {
        if (batch.size() == 0) {
            return head;
        }
        long first = head.sequence() + 1;
        long now = InstantText.microseconds(clock.instant());
        long recordedAt = head.sequence() == 0 ? now : Math.max(head.recordedAt() + 1, now);
        LogHead moved = new LogHead(head.event(), head.sequence() + batch.size(), recordedAt);
        add(transaction, head.event(), batch.operationsAt(first, recordedAt), batch.namesAt(first));
        transaction.operations().moveHead(moved);
        Optional<List<BlockRange>> plan =
                MergePlan.whileAppending(transaction.operations().ranges(head.event()));
        while (plan.isPresent()) {
            replace(transaction, head.event(), merge(transaction, head.event(), plan.get()));
            plan = MergePlan.whileAppending(transaction.operations().ranges(head.event()));
        }
        return moved;
    }

    /**
     * Merges an event's larger blocks for as long as it is worth it, each merge in a transaction of its own.
     *
     * <p>Where another process merges the same blocks, the slower one leaves everything as it is.
     */
    void compact(EventRef event) {
        compact(event, mostOperations);
    }

    /** Merges as {@link #compact(EventRef)} does, but no block becomes larger than said. */
    void compact(EventRef event, long most) {
        boolean more = true;
        while (more) {
            Optional<Merged> merged = store.read(
                    transaction -> MergePlan.of(transaction.operations().ranges(event), Math.min(most, mostOperations))
                            .map(sources -> merge(transaction, event, sources)));
            more = merged.isPresent() && replaceAlone(event, merged.get());
        }
    }

    private boolean replaceAlone(EventRef event, Merged merged) {
        try {
            return store.write(transaction -> {
                replace(transaction, event, merged);
                return true;
            });
        } catch (AnotherWasFaster lost) {
            return false;
        }
    }

    private record Merged(List<BlockRange> sources, OperationBlock operations, NameBlock names) {}

    /** Merges blocks, of which some may not be committed; those must not reach the cache, for they may never exist. */
    private Merged merge(Transaction transaction, EventRef event, List<BlockRange> sources) {
        long first = sources.get(0).first();
        long last = sources.get(sources.size() - 1).last();
        try {
            // One after the other: what one merge has read need not stay in memory for the next.
            OperationBlock operations = BlockMerge.of(operations(transaction, event, sources));
            NameBlock names = NameBlock.merge(names(transaction, event, sources), first, last);
            return new Merged(List.copyOf(sources), operations, names);
        } catch (OperationBlock.Damaged damaged) {
            throw new DamagedLog(event, first + ".." + last, String.valueOf(damaged.getMessage()));
        }
    }

    private List<OperationBlock> operations(Transaction transaction, EventRef event, List<BlockRange> sources) {
        return sources.stream()
                .map(source -> cache.find(event, source).orElseGet(() -> EventLog.block(transaction, event, source)))
                .toList();
    }

    private static List<NameBlock> names(Transaction transaction, EventRef event, List<BlockRange> sources) {
        return sources.stream()
                .map(source -> EventLog.names(transaction, event, source))
                .toList();
    }

    private void replace(Transaction transaction, EventRef event, Merged merged) {
        for (BlockRange source : merged.sources()) {
            if (!transaction.operations().remove(event, source)) {
                throw new AnotherWasFaster();
            }
        }
        add(transaction, event, merged.operations(), merged.names());
        transaction.afterCommit(() -> merged.sources().forEach(source -> cache.forget(event, source)));
    }

    private void add(Transaction transaction, EventRef event, OperationBlock operations, NameBlock names) {
        BlockRange range = new BlockRange(operations.first(), operations.last(), operations.operations());
        transaction.operations().add(event, new StoredBlock(range, operations.bytes(), names.bytes()));
        transaction.afterCommit(() -> cache.keep(event, range, operations));
    }

    /** Rolls a merge back whose sources are gone. */
    private static final class AnotherWasFaster extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
