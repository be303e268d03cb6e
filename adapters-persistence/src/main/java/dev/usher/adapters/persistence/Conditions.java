package dev.usher.adapters.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What all rows of a query must fulfil, in SQL, with the values of the parameters in it. */
final class Conditions {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /** Adds one without a parameter. */
    Conditions and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds one with a parameter. */
    Conditions and(String condition, String parameter, Object value) {
        return and(condition).with(parameter, value);
    }

    /** Adds one with a parameter, if there is a value. */
    <T> Conditions and(String condition, String parameter, Optional<T> value, Function<T, ?> written) {
        value.ifPresent(found -> and(condition, parameter, written.apply(found)));
        return this;
    }

    /** Adds that a column has one of some numbers. */
    Conditions in(String column, Collection<Long> numbers) {
        return and(numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", column + " IN (", ")")));
    }

    /** Gives a parameter its value. */
    Conditions with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    /** The same to begin with, to which more can be added. */
    Conditions copy() {
        Conditions copy = new Conditions();
        copy.conditions.addAll(conditions);
        copy.parameters.putAll(parameters);
        return copy;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** The clause. */
    String where() {
        return " WHERE " + String.join(" AND ", conditions);
    }
}
