package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.ARGUMENT;

import dev.usher.core.rule.Field;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.OutsideText;
import dev.usher.core.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads the parameters of a native request one by one, and tells what is wrong with all of them together. For one request. */
final class QueryReader {
    private final QueryFields fields;
    private final List<Violation> faults = new ArrayList<>();

    QueryReader(QueryFields fields) {
        this.fields = fields;
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
