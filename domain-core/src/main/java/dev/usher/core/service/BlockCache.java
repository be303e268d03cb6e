package dev.usher.core.service;

import dev.usher.core.event.EventRef;
import dev.usher.core.statistics.OperationBlock;
import dev.usher.core.store.BlockRange;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Blocks that were read or written lately, up to a bound in bytes; the one used longest ago goes first.
 *
 * <p>A block never changes and its range names it, so what is here is never stale, only no longer needed.
 */
final class BlockCache {
    private record Key(EventRef event, BlockRange range) {}

    private final Map<Key, OperationBlock> blocks = new LinkedHashMap<>(16, 0.75f, true);
    private final long mostBytes;
    private long bytes;

    BlockCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    synchronized Optional<OperationBlock> find(EventRef event, BlockRange range) {
        return Optional.ofNullable(blocks.get(new Key(event, range)));
    }

    synchronized void keep(EventRef event, BlockRange range, OperationBlock block) {
        if (block.bytes().length > mostBytes) {
            return;
        }
        OperationBlock before = blocks.put(new Key(event, range), block);
        bytes += block.bytes().length - (before == null ? 0 : before.bytes().length);
        Iterator<OperationBlock> oldest = blocks.values().iterator();
        while (bytes > mostBytes) {
            bytes -= oldest.next().bytes().length;
            oldest.remove();
        }
    }

    synchronized void forget(EventRef event, BlockRange range) {
        OperationBlock block = blocks.remove(new Key(event, range));
        if (block != null) {
            bytes -= block.bytes().length;
        }
    }
}
