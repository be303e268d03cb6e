package dev.usher.core.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * One list made of several that are sorted alike, such as those of all organizations of a user.
 *
 * <p>It is walked from its beginning, so a page costs as much as all that comes before it.
 */
public final class MergedList {
    private MergedList() {}

    /**
     * A page of all lists together.
     *
     * @param lists gives a page of each
     * @param order in which each of them is sorted
     */
    public static <T> Page<T> page(
            List<Function<PageRequest, Page<T>>> lists, Comparator<? super T> order, PageRequest wanted) {
        if (lists.size() == 1) {
            return lists.get(0).apply(wanted);
        }
        PriorityQueue<Walk<T>> next = new PriorityQueue<>((one, other) -> order.compare(one.head(), other.head()));
        long total = 0;
        for (Function<PageRequest, Page<T>> list : lists) {
            Walk<T> walk = new Walk<>(list);
            total += walk.total();
            if (walk.hasNext()) {
                next.add(walk);
            }
        }
        List<T> items = new ArrayList<>();
        for (long place = 0; !next.isEmpty() && items.size() < wanted.size(); place++) {
            Walk<T> least = next.remove();
            T item = least.next();
            if (place >= wanted.offset()) {
                items.add(item);
            }
            if (least.hasNext()) {
                next.add(least);
            }
        }
        return new Page<>(items, total, wanted);
    }

    /** Goes through one list, a page after the other. */
    private static final class Walk<T> implements Iterator<T> {
        private final Function<PageRequest, Page<T>> list;
        private Page<T> page;
        private int at;

        Walk(Function<PageRequest, Page<T>> list) {
            this.list = list;
            this.page = list.apply(PageRequest.first());
        }

        long total() {
            return page.total();
        }

        T head() {
            return page.items().get(at);
        }

        @Override
        public boolean hasNext() {
            return at < page.items().size();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the list is over");
            }
            T item = head();
            at++;
            if (at == page.items().size() && page.hasMore()) {
                page = list.apply(new PageRequest(
                        page.request().number() + 1, page.request().size()));
                at = 0;
            }
            return item;
        }
    }
}
