package dev.usher.adapters.http.eventbrite;

import dev.usher.core.listing.Page;
import dev.usher.core.listing.PageRequest;
import java.util.List;
import java.util.function.BiConsumer;

/** A page of a list: where it stands among all pages, and its items. The last page names no continuation. */
final class PageJson {
    private PageJson() {}

    static <T> Json of(Page<T> page, String name, BiConsumer<Json, T> item) {
        return Json.object(json -> {
            pagination(json, page);
            json.list(name, page.items(), item);
        });
    }

    static void pagination(Json json, Page<?> page) {
        json.nested("pagination", to -> {
            to.number("object_count", page.total())
                    .number("page_number", page.request().number())
                    .number("page_size", page.request().size())
                    .number("page_count", page.pages());
            if (page.hasMore()) {
                to.text("continuation", Continuation.of(page.request().number() + 1));
            }
            to.flag("has_more_items", page.hasMore());
        });
    }

    /** The page of a list that is whole in memory. */
    static <T> Page<T> of(List<T> all, PageRequest wanted) {
        int from = (int) Math.min(wanted.offset(), all.size());
        int to = Math.min(from + wanted.size(), all.size());
        return new Page<>(all.subList(from, to), all.size(), wanted);
    }
}
