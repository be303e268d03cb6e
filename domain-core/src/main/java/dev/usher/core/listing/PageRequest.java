package dev.usher.core.listing;

/**
 * Which stretch of a list is wanted.
 *
 * @param number the page, 1 for the first
 * @param size how many items a page has, 1 to {@link #MOST}
 */
public record PageRequest(int number, int size) {
    /** How many items a page has at the most; also how many when nothing was said. */
    public static final int MOST = 50;

    public PageRequest {
        if (number < 1 || size < 1 || size > MOST) {
            throw new IllegalArgumentException("page " + number + " of " + size);
        }
    }

    /** The first page, as large as pages are. */
    public static PageRequest first() {
        return new PageRequest(1, MOST);
    }

    /** How many items come before the page. */
    public long offset() {
        return (number - 1L) * size;
    }
}
