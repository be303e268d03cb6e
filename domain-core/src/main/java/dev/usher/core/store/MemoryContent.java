package dev.usher.core.store;

import java.util.Map;

/** All that a memory store holds, as one immutable value: the rows of each table, sorted by their key. */
record MemoryContent(Map<MemoryTable<?, ?>, PersistentMap<?, ?>> tables) {
    static final MemoryContent EMPTY = new MemoryContent(Map.of());

    MemoryContent {
        tables = Map.copyOf(tables);
    }
}
