package dev.usher.adapters.http;

import static dev.usher.core.rule.RuleKind.ARGUMENT;
import static dev.usher.core.rule.RuleKind.SHAPE;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.usher.core.rule.Outcome;
import dev.usher.core.rule.RuleKind;
import dev.usher.core.rule.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Reads the body of a native request, one object or an array of them, and reports every member that is unknown, repeated
 * or of another form. For one body and one thread.
 */
final class ObjectReader {
    private final Map<String, Form> forms;
    private final List<String> names;
    private final List<Violation> faults = new ArrayList<>();

    private ObjectReader(Map<String, Form> forms) {
        this.forms = forms;
        this.names = List.copyOf(forms.keySet());
    }

    /**
     * A body that could be read, though perhaps not all of it.
     *
     * @param told what it says; a member that was refused says nothing
     * @param faults the members that it should not have, or not so
     * @param members the names of all that it may have
     */
    record Read<T>(T told, List<Violation> faults, Set<String> members) {
        Read {
            faults = List.copyOf(faults);
            members = Set.copyOf(members);
        }

        /** The same, with further faults. */
        Read<T> with(List<Violation> further) {
            return new Read<>(told, and(further), members);
        }

        /** What was understood of it, unless there are faults; those of the form and of the understanding are told together. */
        <R> Outcome<R> as(Outcome<R> understood) {
            return faults.isEmpty() ? understood : Outcome.rejected(and(understood.violations()));
        }

        /** The faults, and what else is wrong; but whoever may not come here at all is told nothing else. */
        List<Violation> and(List<Violation> others) {
            List<Violation> bars = others.stream().filter(this::isBar).toList();
            return bars.isEmpty()
                    ? Stream.concat(faults.stream(), others.stream().filter(this::isNews))
                            .toList()
                    : bars;
        }

        private boolean isBar(Violation fault) {
            boolean isAboutWhoAsks = fault.kind() == RuleKind.EXISTENCE || fault.kind() == RuleKind.ACCESS;
            return isAboutWhoAsks && !members.contains(fault.path());
        }

        /** False for what is said of a member that was refused already. */
        private boolean isNews(Violation fault) {
            return faults.stream().noneMatch(known -> known.path().equals(fault.path()));
        }
    }

    /** One object of these members. */
    static Outcome<Read<Told>> object(byte[] body, Map<String, Form> forms) {
        ObjectReader reader = new ObjectReader(forms);
        return reader.read(body, JsonToken.START_OBJECT, 1)
                .then(objects -> Outcome.accepted(new Read<>(objects.get(0), reader.faults, forms.keySet())));
    }

    /**
     * One object of these members, and what is understood of it; the faults of both are told together.
     *
     * @param understanding without any effect, for what it understands may be refused yet
     */
    static <T> Outcome<T> object(byte[] body, Map<String, Form> forms, Function<Told, Outcome<T>> understanding) {
        return object(body, forms).then(read -> read.as(understanding.apply(read.told())));
    }

    /** The same of an array of at least one and at most so many objects. */
    static <T> Outcome<T> objects(
            byte[] body, Map<String, Form> forms, int most, Function<List<Told>, Outcome<T>> understanding) {
        ObjectReader reader = new ObjectReader(forms);
        return reader.read(body, JsonToken.START_ARRAY, most)
                .then(objects -> new Read<>(objects, reader.faults, forms.keySet()).as(understanding.apply(objects)));
    }

    private Outcome<List<Told>> read(byte[] body, JsonToken expected, int most) {
        try (JsonParser parser = JsonText.parser(body, 0, body.length)) {
            JsonToken first = parser.nextToken();
            if (first != expected) {
                return Outcome.rejected(notExpected("", "body", first, expected));
            }
            List<Told> objects =
                    expected == JsonToken.START_OBJECT ? List.of(object(parser, "")) : objects(parser, most);
            if (parser.nextToken() != null) {
                report(new Violation(
                        SHAPE, "MALFORMED_JSON", "", "there is more after the end of the JSON; expected nothing"));
            }
            return Outcome.accepted(objects);
        } catch (JsonProcessingException broken) {
            return Outcome.rejected(JsonText.fault(broken, "", 1));
        } catch (IOException neverInMemory) {
            throw new UncheckedIOException(neverInMemory);
        }
    }

    private List<Told> objects(JsonParser parser, int most) throws IOException {
        List<Told> objects = new ArrayList<>();
        int count = 0;
        for (; parser.nextToken() != JsonToken.END_ARRAY; count++) {
            String path = "[" + count + "]";
            if (count >= most) {
                parser.skipChildren();
            } else if (parser.currentToken() == JsonToken.START_OBJECT) {
                objects.add(object(parser, path));
            } else {
                report(notExpected(path, "element", parser.currentToken(), JsonToken.START_OBJECT));
                parser.skipChildren();
            }
        }
        if (count == 0 || count > most) {
            report(new Violation(
                    ARGUMENT,
                    count == 0 ? "EMPTY" : "TOO_MANY",
                    "",
                    "the body holds " + count + " objects; expected 1 to " + most));
        }
        return objects;
    }

    private Told object(JsonParser parser, String parent) throws IOException {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        Set<String> refused = new HashSet<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken token = parser.nextToken();
            Optional<Form> form = Optional.ofNullable(forms.get(name));
            if (form.isEmpty()) {
                report(within(parent, MemberReader.unknown(name, names)));
                parser.skipChildren();
            } else if (values.containsKey(name) || refused.contains(name)) {
                report(within(parent, MemberReader.repeated(name)));
                refused.add(name);
                parser.skipChildren();
            } else {
                String path = parent.isEmpty() ? name : parent + "." + name;
                if (isAdmitted(parser, path, token, form.get())) {
                    values.put(name, value(parser, path, token));
                } else {
                    refused.add(name);
                }
            }
        }
        values.keySet().removeAll(refused);
        return new Told(values, refused);
    }

    private boolean isAdmitted(JsonParser parser, String path, JsonToken token, Form form) throws IOException {
        if (form.admits(token)) {
            return true;
        }
        report(new Violation(
                SHAPE,
                "INVALID_TYPE",
                path,
                "the member '" + path + "' is " + JsonText.kind(token) + "; expected " + form.expected()));
        parser.skipChildren();
        return false;
    }

    private Optional<String> value(JsonParser parser, String path, JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_NULL -> Optional.empty();
            case START_ARRAY -> Optional.of(texts(parser, path));
            default -> Optional.of(parser.getText());
        };
    }

    /** The texts of an array, joined by commas as a list of choices is read; what is no text is reported and left out. */
    private String texts(JsonParser parser, String path) throws IOException {
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                texts.add(parser.getText());
            } else {
                report(new Violation(
                        SHAPE,
                        "INVALID_TYPE",
                        path + "[" + texts.size() + "]",
                        "the array '" + path + "' holds " + JsonText.kind(parser.currentToken()) + "; expected "
                                + Form.TEXTS.expected()));
                parser.skipChildren();
            }
        }
        return String.join(",", texts);
    }

    private void report(Violation fault) {
        if (faults.size() < Problem.MOST_NAMED) {
            faults.add(fault);
        }
    }

    private static Violation within(String parent, Violation fault) {
        return parent.isEmpty() ? fault : fault.at(parent);
    }

    private static Violation notExpected(String path, String what, JsonToken token, JsonToken expected) {
        return new Violation(
                SHAPE,
                "INVALID_TYPE",
                path,
                "the " + what + " is " + (token == null ? "empty" : JsonText.kind(token)) + "; expected "
                        + (expected == JsonToken.START_OBJECT ? "an object" : "an array of objects"));
    }
}
