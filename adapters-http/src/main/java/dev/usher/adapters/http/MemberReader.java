package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.SHAPE;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.usher.core.rule.Spelling;
import dev.usher.core.rule.Violation;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads JSON objects whose members are all texts, and reports every member that is unknown, repeated or of another type.
 *
 * <p>A member that is left out, or null, is an empty text. For one thread, one object after another.
 */
final class MemberReader {
    private final List<String> names;
    private final String[] values;
    private final Set<String> faulty = new HashSet<>();

    MemberReader(List<String> names) {
        this.names = names;
        this.values = new String[names.size()];
    }

    /**
     * Reads the object that the parser stands at the beginning of.
     *
     * @return the members' values in the order of their names
     */
    List<String> read(JsonParser parser, Consumer<Violation> faults) throws IOException {
        Arrays.fill(values, "");
        faulty.clear();
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            int member = names.indexOf(name);
            // Unknown names are not kept, for a body may hold a million of them.
            Optional<Violation> fault = fault(name, member, value, member < 0 || seen.add(name));
            if (fault.isEmpty()) {
                values[member] = value == JsonToken.VALUE_STRING ? parser.getText() : "";
                continue;
            }
            if (member >= 0) {
                faulty.add(name);
            }
            faults.accept(fault.get());
            parser.skipChildren();
        }
        return List.of(values);
    }

    /** True when the member of that name was reported in the object read last. */
    boolean isFaulty(String name) {
        return faulty.contains(name);
    }

    private Optional<Violation> fault(String name, int member, JsonToken value, boolean first) {
        if (member < 0) {
            return Optional.of(unknown(name, names));
        }
        if (!first) {
            return Optional.of(repeated(name));
        }
        if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NULL) {
            return Optional.of(new Violation(
                    SHAPE,
                    "INVALID_TYPE",
                    name,
                    "the member '" + name + "' is " + JsonText.kind(value) + "; expected a text in double quotes"));
        }
        return Optional.empty();
    }

    /** The refusal of a member that no request of this sort has. */
    static Violation unknown(String name, List<String> known) {
        String shown = JsonText.shown(name);
        String guess = Spelling.nearest(name, known)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
        return new Violation(
                SHAPE,
                "UNKNOWN_MEMBER",
                shown,
                "there is no member '" + shown + "'; expected only " + String.join(", ", known) + guess);
    }

    /** The refusal of a member that stands twice in one object. */
    static Violation repeated(String name) {
        return new Violation(
                SHAPE, "REPEATED_MEMBER", name, "the member '" + name + "' stands twice; expected it once");
    }
}
