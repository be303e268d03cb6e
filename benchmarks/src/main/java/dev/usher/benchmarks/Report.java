package dev.usher.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table on standard output and the file {@code results.json}. */
final class Report {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINE = "%-34s %12s %12s %12s  %12s  %s%n";

    private final Path target;
    private final boolean quick;
    private final ObjectNode whole = JSON.createObjectNode();
    private final ArrayNode results = JSON.createArrayNode();
    private final ArrayNode rows = JSON.createArrayNode();
    private final List<String> failed = new ArrayList<>();

    Report(Path target, boolean quick) {
        this.target = target;
        this.quick = quick;
        whole.set("conditions", Conditions.now(target, quick));
        whole.set("results", results);
        whole.set("rows", rows);
    }

    /** Adds what a row has left, and prints its part of the table. */
    void add(Path file) throws IOException {
        ObjectNode row = (ObjectNode) JSON.readTree(Files.readAllBytes(file));
        ArrayNode measured = (ArrayNode) row.remove("results");
        results.addAll(measured);
        rows.add(row);
        print(row, measured);
    }

    void addFailed(Row row) {
        failed.add(row.name());
        ObjectNode node = rows.addObject();
        node.put("name", row.name());
        node.put("job", row.job());
        node.put("failed", true);
        System.out.printf("%n%s: FAILED, nothing measured; the reason stands above%n", row.name());
    }

    void write() throws IOException {
        Path file = target.resolve("results.json");
        Files.createDirectories(target);
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), whole);
        System.out.println();
        if (quick) {
            System.out.println("A quick trial: the sizes are not those of the goals, so neither are the figures.");
        }
        failed.forEach(name -> System.out.println("FAILED: " + name));
        System.out.println("results: " + file.toAbsolutePath().normalize());
    }

    private void print(JsonNode row, ArrayNode measured) {
        System.out.printf(
                "%n%s: %s (%s s)%n",
                row.get("name").asText(),
                row.get("job").asText(),
                row.get("seconds").asText());
        for (JsonNode result : measured) {
            System.out.printf(
                    LINE,
                    result.get("metric").asText() + ", " + result.get("unit").asText(),
                    "median",
                    "min",
                    "max",
                    "ratio",
                    "");
            for (String contestant :
                    (Iterable<String>) () -> result.get("spread").fieldNames()) {
                print(result, contestant);
            }
        }
        row.get("notes")
                .properties()
                .forEach(note -> System.out.println(
                        "  " + note.getKey() + ": " + note.getValue().asText()));
    }

    private void print(JsonNode result, String contestant) {
        boolean usher = contestant.equals(Contest.USHER);
        JsonNode spread = result.get("spread").get(contestant);
        double median = usher
                ? result.get("usher").asDouble()
                : result.get("rivals").get(contestant).asDouble();
        JsonNode ratio = result.get("ratio").get(contestant);
        System.out.printf(
                Locale.ROOT,
                LINE,
                "  " + contestant,
                Goal.number(median),
                Goal.number(spread.get(0).asDouble()),
                Goal.number(spread.get(1).asDouble()),
                ratio == null ? "" : Goal.number(ratio.asDouble()),
                usher ? verdicts(result) : "");
    }

    private String verdicts(JsonNode result) {
        List<String> verdicts = new ArrayList<>();
        for (JsonNode goal : result.get("goals")) {
            JsonNode reached = goal.get("reached");
            String verdict = reached == null ? "not known" : reached.asBoolean() ? "reached" : "MISSED";
            verdicts.add(goal.get("goal").asText() + ": " + (quick ? "(quick) " : "") + verdict);
        }
        return String.join("; ", verdicts);
    }
}
