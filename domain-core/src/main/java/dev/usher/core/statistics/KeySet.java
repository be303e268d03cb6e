package dev.usher.core.statistics;

/**
 * A set of 128-bit keys in one array, by open addressing; the key of 128 zeros stands for an empty slot.
 *
 * <p>A key's place is told by its first bits, so keys that come in order, as they do from a sorted batch, are looked for
 * in neighbouring slots and come from memory in the order in which it is quickest.
 */
final class KeySet {
    private static final int FIRST_SLOTS = 16;

    private long[] slots = new long[2 * FIRST_SLOTS];
    private int size;

    int size() {
        return size;
    }

    boolean contains(long high, long low) {
        int slot = slot(slots, high, low);
        return slots[slot] == high && slots[slot + 1] == low;
    }

    /**
     * Makes room for so many keys more. To be called before many keys are added in order: else they would crowd at the
     * beginning of an array that is too small for all of them.
     */
    void expect(int more) {
        long needed = slots.length;
        while (8L * (size + more) > 3L * needed) {
            needed *= 2;
        }
        if (needed > slots.length) {
            grow((int) Math.min(needed, 1L << 30));
        }
    }

    /** Adds a key; false when it was there. */
    boolean add(long high, long low) {
        int slot = slot(slots, high, low);
        if (slots[slot] == high && slots[slot + 1] == low) {
            return false;
        }
        if (8L * size >= 3L * slots.length) {
            grow(2 * slots.length);
            slot = slot(slots, high, low);
        }
        slots[slot] = high;
        slots[slot + 1] = low;
        size++;
        return true;
    }

    void clear() {
        slots = new long[2 * FIRST_SLOTS];
        size = 0;
    }

    private void grow(int length) {
        long[] grown = new long[length];
        for (int at = 0; at < slots.length; at += 2) {
            if (slots[at] != 0 || slots[at + 1] != 0) {
                int slot = slot(grown, slots[at], slots[at + 1]);
                grown[slot] = slots[at];
                grown[slot + 1] = slots[at + 1];
            }
        }
        slots = grown;
    }

    /** Where the key is, or the empty slot where it belongs. */
    private static int slot(long[] slots, long high, long low) {
        int mask = slots.length / 2 - 1;
        int slot = (int) (high >>> Long.numberOfLeadingZeros(mask));
        while ((slots[2 * slot] != 0 || slots[2 * slot + 1] != 0)
                && (slots[2 * slot] != high || slots[2 * slot + 1] != low)) {
            slot = (slot + 1) & mask;
        }
        return 2 * slot;
    }
}
