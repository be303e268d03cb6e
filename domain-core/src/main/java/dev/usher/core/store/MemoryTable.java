package dev.usher.core.store;

/**
 * Names one sorted table of a memory store, and says of what type its keys and rows are; two are the same only when they
 * are one object.
 *
 * @param <K> its keys
 * @param <V> its rows
 */
final class MemoryTable<K extends Comparable<? super K>, V> {
    private final String name;

    MemoryTable(String name) {
        this.name = name;
    }

    /** The table before anything was put into it. */
    PersistentMap<K, V> empty() {
        return PersistentMap.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
