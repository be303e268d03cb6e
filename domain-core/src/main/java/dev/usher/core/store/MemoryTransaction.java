package dev.usher.core.store;

import dev.usher.core.event.Organizer;
import dev.usher.core.event.Venue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One transaction over a memory store's content; what it changes becomes the content when it is committed. */
final class MemoryTransaction implements Transaction {
    private final boolean writable;
    private final List<Runnable> actions = new ArrayList<>();
    private final Map<MemoryTable<?, ?>, PersistentMap<?, ?>> tables;

    MemoryTransaction(MemoryContent content, boolean writable) {
        this.tables = writable ? new HashMap<>(content.tables()) : content.tables();
        this.writable = writable;
    }

    MemoryContent content() {
        return new MemoryContent(tables);
    }

    List<Runnable> actions() {
        return actions;
    }

    @Override
    public Identities identities() {
        return new MemoryIdentities(this);
    }

    @Override
    public Tokens tokens() {
        return new MemoryTokens(this);
    }

    @Override
    public UserTable users() {
        return new MemoryUsers(this);
    }

    @Override
    public ProfileTable profiles() {
        return new MemoryProfiles(this);
    }

    @Override
    public EventTable events() {
        return new MemoryEvents(this);
    }

    @Override
    public TicketClassTable ticketClasses() {
        return new MemoryTicketClasses(this);
    }

    @Override
    public QuestionTable questions() {
        return new MemoryQuestions(this);
    }

    @Override
    public BelongingTable<Venue> venues() {
        return MemoryBelongings.venues(this);
    }

    @Override
    public BelongingTable<Organizer> organizers() {
        return MemoryBelongings.organizers(this);
    }

    @Override
    public OperationLog operations() {
        return new MemoryOperationLog(this);
    }

    @Override
    public void afterCommit(Runnable action) {
        actions.add(action);
    }

    /** The row of a key. */
    <K extends Comparable<? super K>, V> Optional<V> row(MemoryTable<K, V> table, K key) {
        return rows(table).get(key);
    }

    /** All rows of a table, in the order of their keys. */
    <K extends Comparable<? super K>, V> List<V> all(MemoryTable<K, V> table) {
        List<V> all = new ArrayList<>();
        rows(table).visit((key, row) -> all.add(row));
        return List.copyOf(all);
    }

    /** The rows from a key on, in the order of their keys, as far as they belong to what is asked for. */
    <K extends Comparable<? super K>, V> List<V> from(MemoryTable<K, V> table, K least, Predicate<K> belongs) {
        List<V> found = new ArrayList<>();
        rows(table).visitFrom(least, (key, row) -> {
            boolean ours = belongs.test(key);
            if (ours) {
                found.add(row);
            }
            return ours;
        });
        return List.copyOf(found);
    }

    /** Puts a row in its place. */
    <K extends Comparable<? super K>, V> void put(MemoryTable<K, V> table, K key, V row) {
        requireWritable();
        tables.put(table, rows(table).put(key, row));
    }

    /** Puts a row where there is none; the name is for whoever wonders why it cannot. */
    <K extends Comparable<? super K>, V> void putNew(MemoryTable<K, V> table, K key, V row, String name) {
        if (row(table, key).isPresent()) {
            throw new IllegalStateException(
                    "'" + name + "' was added before; look it up in the same transaction (" + table + ")");
        }
        put(table, key, row);
    }

    /** Removes a row; false when there is none. */
    <K extends Comparable<? super K>, V> boolean remove(MemoryTable<K, V> table, K key) {
        boolean known = row(table, key).isPresent();
        if (known) {
            requireWritable();
            tables.put(table, rows(table).remove(key));
        }
        return known;
    }

    void requireWritable() {
        if (!writable) {
            throw new IllegalStateException("nothing may be written while reading");
        }
    }

    // Only put and remove change tables, each to rows of its own types.
    @SuppressWarnings("unchecked")
    private <K extends Comparable<? super K>, V> PersistentMap<K, V> rows(MemoryTable<K, V> table) {
        PersistentMap<?, ?> rows = tables.get(table);
        return rows == null ? table.empty() : (PersistentMap<K, V>) rows;
    }
}
