package dev.usher.core.service;

import dev.usher.core.access.Actor;
import dev.usher.core.listing.MergedList;
import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One list of what all organizations have that somebody belongs to. */
final class AllOrganizations {
    private AllOrganizations() {}

    /**
     * A page of it.
     *
     * @param list gives a page of one organization's, by its number
     * @param order in which each of them is sorted
     */
    static <T> Page<T> page(
            Actor actor, BiFunction<Long, PageRequest, Page<T>> list, Comparator<? super T> order, PageRequest wanted) {
        List<Function<PageRequest, Page<T>>> lists = actor.memberships().keySet().stream()
                .sorted()
                .<Function<PageRequest, Page<T>>>map(organization -> page -> list.apply(organization, page))
                .toList();
        return MergedList.page(lists, order, wanted);
    }
}
