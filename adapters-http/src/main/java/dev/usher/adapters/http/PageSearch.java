package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.core.attribute.Kind;
import dev.usher.core.listing.PageRequest;
import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the query of a native list: whose, which page, and whatever else is asked; all faults together. For one request. */
final class PageSearch {
    /** What every list may be asked. */
    static final List<String> PARAMETERS = List.of("organization", "page", "pageSize");

    private final QueryFields fields;
    private final List<Violation> faults = new ArrayList<>();

    PageSearch(QueryFields fields) {
        this.fields = fields;
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
        PageSearch search = new PageSearch(fields);
        return search.unlessFaulty(new Asked(search.organization(organization), search.page()));
    }

    long organization(long own) {
        return one("organization", new Kind.Reference()::read).orElse(own);
    }

    PageRequest page() {
        long page = one("page", new Kind.Whole(1, 1_000_000)::read).orElse(1L);
        long size = one("pageSize", new Kind.Whole(1, PageRequest.MOST)::read).orElse((long) PageRequest.MOST);
        return new PageRequest(Math.toIntExact(page), Math.toIntExact(size));
    }

    /** The value of a parameter; nothing, and a fault, where it cannot be read. */
    <T> Optional<T> one(String name, Function<String, Field<T>> read) {
        Field<T> field = fields.field(name, read);
        if (field instanceof Field.Unreadable<T> unreadable) {
            report(name, unreadable);
        }
        return field.said();
    }

    void report(String name, Field.Unreadable<?> unreadable) {
        faults.add(new Violation(
                ARGUMENT,
                "INVALID",
                name,
                name + " is '" + OutsideText.shown(unreadable.text()) + "'; " + unreadable.why()));
    }

    /** What was read, unless something could not be. */
    <T> Outcome<T> unlessFaulty(T read) {
        return faults.isEmpty() ? Outcome.accepted(read) : Outcome.rejected(faults);
    }
}
