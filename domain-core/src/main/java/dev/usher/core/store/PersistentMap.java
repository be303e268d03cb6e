package dev.usher.core.store;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A sorted map that never changes: putting and removing give a new map that shares nearly all of the old one, in O(log n).
 *
 * <p>A treap: a search tree by key and at the same time a heap by a priority that is mixed from the key's hash, which
 * keeps it balanced whatever the order of insertion (Seidel and Aragon, 1996).
 */
final class PersistentMap<K, V> {
    private final Comparator<? super K> order;
    private final Optional<Node<K, V>> root;

    private record Node<K, V>(K key, V value, int priority, Optional<Node<K, V>> left, Optional<Node<K, V>> right) {
        Node<K, V> withLeft(Optional<Node<K, V>> other) {
            return new Node<>(key, value, priority, other, right);
        }

        Node<K, V> withRight(Optional<Node<K, V>> other) {
            return new Node<>(key, value, priority, left, other);
        }

        Node<K, V> withValue(V other) {
            return new Node<>(key, other, priority, left, right);
        }
    }

    private PersistentMap(Comparator<? super K> order, Optional<Node<K, V>> root) {
        this.order = order;
        this.root = root;
    }

    static <K extends Comparable<? super K>, V> PersistentMap<K, V> empty() {
        return new PersistentMap<>(Comparator.<K>naturalOrder(), Optional.empty());
    }

    boolean isEmpty() {
        return root.isEmpty();
    }

    Optional<V> get(K key) {
        Optional<Node<K, V>> at = root;
        while (at.isPresent()) {
            Node<K, V> node = at.get();
            int compared = order.compare(key, node.key());
            if (compared == 0) {
                return Optional.of(node.value());
            }
            at = compared < 0 ? node.left() : node.right();
        }
        return Optional.empty();
    }

    PersistentMap<K, V> put(K key, V value) {
        return new PersistentMap<>(order, Optional.of(put(root, key, value)));
    }

    PersistentMap<K, V> remove(K key) {
        return get(key).isEmpty() ? this : new PersistentMap<>(order, remove(root, key));
    }

    /** Visits the entries from {@code least} on, in order, for as long as {@code goesOn} says so. */
    void visitFrom(K least, Visit<K, V> visit) {
        visitFrom(root, least, visit);
    }

    /** Visits all entries in order. */
    void visit(BiConsumer<K, V> visit) {
        visit(root, visit);
    }

    /** Looks at an entry and says whether to go on. */
    interface Visit<K, V> {
        boolean goesOn(K key, V value);
    }

    private Node<K, V> put(Optional<Node<K, V>> at, K key, V value) {
        if (at.isEmpty()) {
            return new Node<>(key, value, priority(key), Optional.empty(), Optional.empty());
        }
        Node<K, V> node = at.get();
        int compared = order.compare(key, node.key());
        if (compared == 0) {
            return node.withValue(value);
        }
        if (compared < 0) {
            Node<K, V> left = put(node.left(), key, value);
            return left.priority() > node.priority()
                    ? left.withRight(Optional.of(node.withLeft(left.right())))
                    : node.withLeft(Optional.of(left));
        }
        Node<K, V> right = put(node.right(), key, value);
        return right.priority() > node.priority()
                ? right.withLeft(Optional.of(node.withRight(right.left())))
                : node.withRight(Optional.of(right));
    }

    private Optional<Node<K, V>> remove(Optional<Node<K, V>> at, K key) {
        Node<K, V> node = at.orElseThrow();
        int compared = order.compare(key, node.key());
        if (compared < 0) {
            return Optional.of(node.withLeft(remove(node.left(), key)));
        }
        if (compared > 0) {
            return Optional.of(node.withRight(remove(node.right(), key)));
        }
        return join(node.left(), node.right());
    }

    private static <K, V> Optional<Node<K, V>> join(Optional<Node<K, V>> left, Optional<Node<K, V>> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.or(() -> right);
        }
        return left.get().priority() > right.get().priority()
                ? Optional.of(left.get().withRight(join(left.get().right(), right)))
                : Optional.of(right.get().withLeft(join(left, right.get().left())));
    }

    private boolean visitFrom(Optional<Node<K, V>> at, K least, Visit<K, V> visit) {
        if (at.isEmpty()) {
            return true;
        }
        Node<K, V> node = at.get();
        boolean reached = order.compare(node.key(), least) >= 0;
        if (reached && !(visitFrom(node.left(), least, visit) && visit.goesOn(node.key(), node.value()))) {
            return false;
        }
        return visitFrom(node.right(), least, visit);
    }

    private static <K, V> void visit(Optional<Node<K, V>> at, BiConsumer<K, V> visit) {
        at.ifPresent(node -> {
            visit(node.left(), visit);
            visit.accept(node.key(), node.value());
            visit(node.right(), visit);
        });
    }

    /** Murmur3's finalizer: keys that follow one another get priorities that do not. */
    private static int priority(Object key) {
        int mixed = key.hashCode();
        mixed = (mixed ^ (mixed >>> 16)) * 0x85EB_CA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2_AE35;
        return mixed ^ (mixed >>> 16);
    }
}
