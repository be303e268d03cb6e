package dev.usher.core.statistics;

/** Remembers which names of one event are stored already, so that a bulk intake writes each once. */
public final class KnownNames {
    private final KeySet keys = new KeySet();

    /** Knows no name yet. */
    public KnownNames() {}

    /** Remembers a key; false when it was known. */
    boolean add(long high, long low) {
        return keys.add(high, low);
    }

    /** How many names it remembers, at 16 to 64 bytes each. */
    public int size() {
        return keys.size();
    }

    /** Forgets every name; those that come again are written again and meet when blocks merge. */
    public void clear() {
        keys.clear();
    }
}
