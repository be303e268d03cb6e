package dev.usher.core.listing;

import java.util.List;
import java.util.function.Function;

/**
 * A stretch of a list.
 *
 * @param items what is on the page, in the order asked for
 * @param total how many there are on all pages together
 * @param request which page it is
 */
public record Page<T>(List<T> items, long total, PageRequest request) {
    public Page {
        items = List.copyOf(items);
    }

    /** How many pages there are; one, though empty, where there is nothing. */
    public long pages() {
        return Math.max(1, (total + request.size() - 1) / request.size());
    }

    /** True when another page comes after it. */
    public boolean hasMore() {
        return request.number() < pages();
    }

    /** The same page of something made of each item. */
    public <R> Page<R> map(Function<? super T, R> made) {
        return new Page<>(items.stream().<R>map(made).toList(), total, request);
    }
}
