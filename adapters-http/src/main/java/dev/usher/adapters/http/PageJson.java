package dev.usher.adapters.http;

import dev.usher.core.listing.Page;
import java.util.function.BiConsumer;

/** Writes a page of a list as a native answer: its items under their name, and where it stands among all pages. */
final class PageJson {
    private PageJson() {}

    /**
     * A page.
     *
     * @param expectedBytes about how long an item is
     * @param item writes one
     */
    static <T> JsonBytes of(String name, Page<T> page, int expectedBytes, BiConsumer<JsonBytes, T> item) {
        JsonBytes json = new JsonBytes(128 + page.items().size() * expectedBytes).beginObject();
        json.member(name).beginArray();
        page.items().forEach(each -> item.accept(json, each));
        json.endArray();
        json.member("page").number(page.request().number());
        json.member("page_size").number(page.request().size());
        json.member("pages").number(page.pages());
        json.member("total").number(page.total());
        return json.endObject();
    }
}
