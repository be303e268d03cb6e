package dev.usher.core.store;

/**
 * Which stretch of a log a block covers.
 *
 * @param first the first sequence number, at least 1
 * @param last the last one, at least {@code first}
 * @param operations how many operations the block holds; fewer than the range is long where repeats have met
 */
public record BlockRange(long first, long last, int operations) {

    public BlockRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("no block covers " + first + ".." + last);
        }
    }

    @Override
    public String toString() {
        return first + ".." + last;
    }
}
