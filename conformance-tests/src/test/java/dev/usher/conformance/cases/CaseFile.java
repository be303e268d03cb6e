package dev.usher.conformance.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The cases of a folder: arrays of cases in its files, with {@code givens.json} (steps by name, which a case begins with) and
 * {@code bodies.json} (bodies by name, which a step's body changes) beside them.
 *
 * <p>{@code over} runs a case once for each value of a name, {@code each} once for each row of names and values, and what a
 * row {@code proves} beside the case itself.
 */
record CaseFile(List<Case> cases, Map<String, JsonNode> bodies) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> MEMBERS = Set.of("case", "proves", "over", "each", "given", "steps");

    static CaseFile folder(Path folder) {
        Map<String, JsonNode> bodies = new HashMap<>();
        read(folder.resolve("bodies.json")).properties().forEach(body -> bodies.put(body.getKey(), body.getValue()));
        JsonNode givens = read(folder.resolve("givens.json"));
        List<Case> cases = new ArrayList<>();
        for (Path file : files(folder)) {
            JsonNode content = read(file);
            if (content.isArray()) {
                content.forEach(node -> expand(node, givens, cases));
            }
        }
        return new CaseFile(List.copyOf(cases), Map.copyOf(bodies));
    }

    private static void expand(JsonNode node, JsonNode givens, List<Case> cases) {
        node.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                throw new IllegalArgumentException("a case has no '" + name + "': " + node);
            }
        });
        List<Step> steps = new ArrayList<>();
        for (String given : texts(node.path("given"))) {
            if (!givens.has(given)) {
                throw new IllegalArgumentException("nothing is given as '" + given + "'");
            }
            givens.get(given).forEach(step -> steps.add(Step.of(step)));
        }
        node.path("steps").forEach(step -> steps.add(Step.of(step)));
        for (Map<String, JsonNode> row : rows(node)) {
            List<String> proves = new ArrayList<>(texts(node.path("proves")));
            proves.addAll(texts(row.getOrDefault("proves", JSON.missingNode())));
            Bindings names = new Bindings();
            row.forEach(names::bind);
            String said = names.text(node.get("case").textValue());
            String over = node.has("over") ? " " + texts(row, node.get("over")) : "";
            cases.add(new Case(said + over, proves, row, steps));
        }
    }

    private static String texts(Map<String, JsonNode> row, JsonNode over) {
        List<String> values = new ArrayList<>();
        over.fieldNames().forEachRemaining(name -> values.add(row.get(name).asText()));
        return values.toString();
    }

    /** The rows of {@code each}, each once for every value of {@code over}. */
    private static List<Map<String, JsonNode>> rows(JsonNode node) {
        List<Map<String, JsonNode>> rows = new ArrayList<>();
        if (node.has("each")) {
            node.get("each").forEach(row -> {
                Map<String, JsonNode> bound = new HashMap<>();
                row.properties().forEach(member -> bound.put(member.getKey(), member.getValue()));
                rows.add(bound);
            });
        } else {
            rows.add(Map.of());
        }
        List<Map<String, JsonNode>> expanded = rows;
        for (Map.Entry<String, JsonNode> name : node.path("over").properties()) {
            List<Map<String, JsonNode>> more = new ArrayList<>();
            for (Map<String, JsonNode> row : expanded) {
                name.getValue().forEach(value -> {
                    Map<String, JsonNode> bound = new HashMap<>(row);
                    bound.put(name.getKey(), value);
                    more.add(bound);
                });
            }
            expanded = more;
        }
        return expanded;
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.textValue()));
        return texts;
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException malformed) {
            throw new AssertionError(file + ": " + malformed.getMessage(), malformed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
