package dev.usher.core.service;

import dev.usher.core.event.EventRef;
import dev.usher.core.statistics.OperationBlock;
import dev.usher.core.store.BlockRange;
import java.util.Optional;

/**
 * Blocks that were read or written lately, up to a bound in bytes; the one used longest ago goes first.
 *
 * <p>A block never changes and its range names it, so what is here is never stale, only no longer needed.
 */
final class BlockCache {
    private record Key(EventRef event, BlockRange range) {}

    private final RecentlyUsed<Key, OperationBlock> blocks;

    BlockCache(long mostBytes) {
        this.blocks = new RecentlyUsed<>(mostBytes, block -> block.bytes().length);
    }

    synchronized Optional<OperationBlock> find(EventRef event, BlockRange range) {
        return blocks.find(new Key(event, range));
    }

    synchronized void keep(EventRef event, BlockRange range, OperationBlock block) {
        blocks.keep(new Key(event, range), block);
    }

    synchronized void forget(EventRef event, BlockRange range) {
        blocks.forget(new Key(event, range));
    }
}
