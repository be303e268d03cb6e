package dev.usher.core.statistics;

/** Remembers which names of one event are stored already, so that a bulk intake writes each once. */
public final class KnownNames {
    private final KeySet keys = new KeySet();

    /** Knows no name yet. */
    public KnownNames() {}

    /** Makes room for so many names more, which may then be added in the order of their keys. */
    void expect(int more) {
        keys.expect(more);
    }

    /** Remembers a ticket's key; false when it was known. */
    boolean addTicket(long high, long low) {
        return keys.add(high, low);
    }

    /** Remembers a device's key; false when it was known. */
    boolean addDevice(long key) {
        return keys.add(spread(key), 0);
    }

    boolean hasTicket(long high, long low) {
        return keys.contains(high, low);
    }

    boolean hasDevice(long key) {
        return keys.contains(spread(key), 0);
    }

    /** A device's 63 bits, moved up so that they spread over all of the set. */
    private static long spread(long key) {
        return key << 1;
    }

    /** How many names it remembers, at 21 to 43 bytes each. */
    public int size() {
        return keys.size();
    }

    /** Forgets every name; those that come again are written again and meet when blocks merge. */
    public void clear() {
        keys.clear();
    }
}
