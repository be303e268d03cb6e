package dev.usher.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Runs one row in this process and leaves its results as JSON. */
final class RowRun {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path target;
    private final boolean quick;

    RowRun(Path target, boolean quick) {
        this.target = target;
        this.quick = quick;
    }

    static Path results(Path target, Row row) {
        return target.resolve("results").resolve(row.name() + ".json");
    }

    void run(Row row) throws Exception {
        Bench bench = Bench.of(target, quick);
        String loadBefore = Conditions.load();
        long begin = System.nanoTime();
        try (Contest contest = new Contest()) {
            row.enter(contest, bench);
            List<Standing> standings = contest.run(row.metrics());
            ArrayNode results = JSON.createArrayNode();
            standings.forEach(standing -> results.add(result(row, standing)));
            ObjectNode whole = JSON.createObjectNode();
            whole.put("name", row.name());
            whole.put("job", row.job());
            whole.put("seconds", Math.round((System.nanoTime() - begin) / 1e8) / 10.0);
            whole.put("heapMegabytes", row.heapMegabytes());
            whole.put("operations", bench.operations());
            whole.put("loadBefore", loadBefore);
            whole.put("loadAfter", Conditions.load());
            whole.set("notes", JSON.valueToTree(bench.notes()));
            whole.set("results", results);
            Path file = results(target, row);
            Files.createDirectories(file.toAbsolutePath().getParent());
            JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), whole);
        }
    }

    private static ObjectNode result(Row row, Standing standing) {
        Metric metric = standing.metric();
        ObjectNode result = JSON.createObjectNode();
        result.put("name", row.name());
        result.put("metric", metric.name());
        result.put("unit", metric.unit());
        standing.median(Contest.USHER).ifPresent(median -> result.put("usher", median));
        result.set("rivals", byRival(standing, standing::median));
        result.set("ratio", byRival(standing, standing::ratio));
        ArrayNode goals = result.putArray("goals");
        for (Goal goal : metric.goals()) {
            ObjectNode node = goals.addObject();
            node.put("goal", goal.text(metric));
            goal.isReachedBy(standing).ifPresent(reached -> node.put("reached", reached));
        }
        result.set("samples", JSON.valueToTree(standing.samples()));
        ObjectNode spread = result.putObject("spread");
        standing.samples().keySet().forEach(name -> {
            ArrayNode node = spread.putArray(name);
            standing.least(name).ifPresent(node::add);
            standing.most(name).ifPresent(node::add);
        });
        return result;
    }

    private static ObjectNode byRival(Standing standing, Function<String, Optional<Double>> figure) {
        ObjectNode node = JSON.createObjectNode();
        standing.samples().keySet().stream()
                .filter(name -> !name.equals(Contest.USHER))
                .forEach(name -> figure.apply(name).ifPresent(value -> node.put(name, value)));
        return node;
    }
}
