package dev.usher.core.statistics;

import java.util.random.RandomGenerator;

/**
 * The secret under which an organization's ticket and device names are hashed, so that nobody can prepare two names
 * that meet.
 *
 * @param first the first 64 bits
 * @param second the other 64 bits
 */
public record NameKey(long first, long second) {

    /** A new key from the given source of chance. */
    public static NameKey drawnFrom(RandomGenerator chance) {
        return new NameKey(chance.nextLong(), chance.nextLong());
    }

    /** Hides the key, so that no log can show it by accident. */
    @Override
    public String toString() {
        return "NameKey[hidden]";
    }
}
