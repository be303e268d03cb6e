package dev.usher.core.service;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Values that were used lately, up to a bound in bytes; the one used longest ago goes first. For one thread at a time. */
final class RecentlyUsed<K, V> {
    private final Map<K, V> values = new LinkedHashMap<>(16, 0.75f, true);
    private final long mostBytes;
    private final ToLongFunction<V> size;
    private long bytes;

    /** Values of these sizes, in bytes, each always of the same. */
    RecentlyUsed(long mostBytes, ToLongFunction<V> size) {
        this.mostBytes = mostBytes;
        this.size = size;
    }

    Optional<V> find(K key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Keeps a value, unless it alone is larger than the bound. */
    void keep(K key, V value) {
        long added = size.applyAsLong(value);
        if (added > mostBytes) {
            return;
        }
        forget(key);
        values.put(key, value);
        bytes += added;
        Iterator<V> oldest = values.values().iterator();
        while (bytes > mostBytes) {
            bytes -= size.applyAsLong(oldest.next());
            oldest.remove();
        }
    }

    void forget(K key) {
        Optional<V> value = Optional.ofNullable(values.remove(key));
        bytes -= value.map(size::applyAsLong).orElse(0L);
    }
}
