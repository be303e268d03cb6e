package dev.usher.adapters.http;

import dev.usher.core.attribute.Kind;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.rule.Outcome;
import java.util.List;

/** What every native list may be asked: whose it is, and which page. For one request. */
final class PageSearch {
    static final List<String> PARAMETERS = List.of("organization", "page", "pageSize");

    private final QueryReader query;

    PageSearch(QueryReader query) {
        this.query = query;
    }

    /**
     * A list of what an organization has, and nothing else of it asked.
     *
     * @param organization whose list
     * @param page which part of it
     */
    record Asked(long organization, PageRequest page) {}

    /**
     * What is asked for.
     *
     * @param organization whose list, where the request does not say
     */
    static Outcome<Asked> read(QueryFields fields, long organization) {
        QueryReader query = new QueryReader(fields);
        PageSearch search = new PageSearch(query);
        return query.unlessFaulty(new Asked(search.organization(organization), search.page()));
    }

    long organization(long own) {
        return query.one("organization", new Kind.Reference()::read).orElse(own);
    }

    PageRequest page() {
        long page = query.one("page", new Kind.Whole(1, 1_000_000)::read).orElse(1L);
        long size =
                query.one("pageSize", new Kind.Whole(1, PageRequest.MOST)::read).orElse((long) PageRequest.MOST);
        return new PageRequest(Math.toIntExact(page), Math.toIntExact(size));
    }
}
