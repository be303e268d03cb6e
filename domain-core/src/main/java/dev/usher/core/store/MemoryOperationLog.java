package dev.usher.core.store;

import dev.usher.core.event.EventRef;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Heads and blocks of event logs, in memory. */
record MemoryOperationLog(MemoryTransaction transaction) implements OperationLog {
    private static final MemoryTable<EventRef, LogHead> HEADS = new MemoryTable<>("heads");
    private static final MemoryTable<InEvent, StoredBlock> BLOCKS = new MemoryTable<>("blocks");

    @Override
    public LogHead lock(EventRef event) {
        LogHead head = head(event).orElse(LogHead.empty(event));
        transaction.put(HEADS, event, head);
        return head;
    }

    @Override
    public Optional<LogHead> head(EventRef event) {
        return transaction.row(HEADS, event);
    }

    @Override
    public List<LogHead> heads(Collection<EventRef> events) {
        return events.stream().flatMap(event -> head(event).stream()).toList();
    }

    @Override
    public List<BlockRange> ranges(EventRef event) {
        return transaction.from(BLOCKS, InEvent.first(event), key -> key.event().equals(event)).stream()
                .map(StoredBlock::range)
                .toList();
    }

    @Override
    public Optional<byte[]> operations(EventRef event, BlockRange range) {
        return block(event, range).map(StoredBlock::operations);
    }

    @Override
    public Optional<byte[]> names(EventRef event, BlockRange range) {
        return block(event, range).map(StoredBlock::names);
    }

    @Override
    public void moveHead(LogHead head) {
        transaction.put(HEADS, head.event(), head);
    }

    @Override
    public void add(EventRef event, StoredBlock block) {
        transaction.put(BLOCKS, new InEvent(event, block.range().first()), block);
    }

    @Override
    public boolean remove(EventRef event, BlockRange range) {
        return block(event, range).isPresent() && transaction.remove(BLOCKS, new InEvent(event, range.first()));
    }

    private Optional<StoredBlock> block(EventRef event, BlockRange range) {
        return transaction
                .row(BLOCKS, new InEvent(event, range.first()))
                .filter(block -> block.range().last() == range.last());
    }
}
