package dev.usher.conformance.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.usher.app.ProgramInProcess;
import dev.usher.app.ServiceInProcess;
import dev.usher.conformance.stores.TemporaryStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * One event over time, and as it was known then, over every kind of store: the numbers of brute force at each instant,
 * over HTTP and from the command line, with memory for timelines and with next to none.
 */
class OverTimeTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OPERATIONS = 20_000;
    private static final Instant FROM = Instant.parse("2025-03-28T00:00:00Z");
    private static final Duration STEP = Duration.ofHours(7);
    private static final int POINTS = 120;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(TemporaryStore.Kind.class)
    void everyPointIsBruteForceNowAndAsKnownThen(TemporaryStore.Kind kind) throws IOException {
        GeneratedLog log = GeneratedLog.of(OPERATIONS, Size.seed("OverTimeTest"));
        int half = log.entries().size() / 2;
        GeneratedLog before = new GeneratedLog(log.entries().subList(0, half));
        GeneratedLog after =
                new GeneratedLog(log.entries().subList(half, log.entries().size()));
        try (TemporaryStore store = kind.create()) {
            importLog(before, store);
            Instant between = Instant.now().truncatedTo(ChronoUnit.MICROS);
            importLog(after, store);
            for (String memory : List.of("64m", "1k")) {
                requireOverTime(store, memory, log, "");
                requireOverTime(store, memory, before, between.toString());
            }
        }
    }

    private void importLog(GeneratedLog log, TemporaryStore store) throws IOException {
        Path file = folder.resolve("operations.csv");
        log.writeTo(file);
        ProgramInProcess.run("import", file.toString(), "--store", store.url()).success();
    }

    private static void requireOverTime(TemporaryStore store, String memory, GeneratedLog log, String knownAt) {
        String token = ProgramInProcess.run("token", "create", "--store", store.url())
                .success()
                .strip();
        List<Long> instants = LongStream.range(0, POINTS)
                .mapToObj(point -> GeneratedLog.micros(FROM.plus(STEP.multipliedBy(point))))
                .toList();
        try (ServiceInProcess service = ProgramInProcess.serve("--store", store.url(), "--timeline-memory", memory)) {
            StatisticsQuestions questions = new StatisticsQuestions(service.url(), token);
            for (String event : GeneratedLog.EVENTS) {
                List<Map<String, Object>> expected = BruteForce.asOf(log.of(event), instants);
                assertThat(points(questions.timeline(event, query(knownAt)).body()))
                        .isEqualTo(expected);
                if (kindIsEmbedded(store)) {
                    assertThat(points(commandLine(store, event, knownAt))).isEqualTo(expected);
                }
            }
        }
        String event = GeneratedLog.EVENTS.get(1);
        assertThat(points(commandLine(store, event, knownAt))).isEqualTo(BruteForce.asOf(log.of(event), instants));
    }

    /** Beside a service only an embedded store is asked through it. */
    private static boolean kindIsEmbedded(TemporaryStore store) {
        return store.url().startsWith("jdbc:hsqldb:");
    }

    private static String query(String knownAt) {
        String to = FROM.plus(STEP.multipliedBy(POINTS)).minusMillis(1).toString();
        return "from=" + FROM + "&to=" + to + "&step=" + STEP
                + (knownAt.isEmpty() ? "" : "&knownAt=" + URLEncoder.encode(knownAt, StandardCharsets.UTF_8));
    }

    private static String commandLine(TemporaryStore store, String event, String knownAt) {
        String last = FROM.plus(STEP.multipliedBy(POINTS - 1L)).toString();
        List<String> arguments = new ArrayList<>(List.of("statistics", "--event", event, "--from", FROM.toString()));
        arguments.addAll(List.of("--to", last, "--step", STEP.toString(), "--format", "json", "--store", store.url()));
        if (!knownAt.isEmpty()) {
            arguments.addAll(List.of("--known-at", knownAt));
        }
        return ProgramInProcess.run(arguments.toArray(String[]::new)).success();
    }

    private static List<Map<String, Object>> points(String answer) {
        try {
            JsonNode series = JSON.readTree(answer).path("series");
            assertThat(series.path("at").size()).as(answer).isEqualTo(POINTS);
            return IntStream.range(0, POINTS)
                    .mapToObj(point -> point(series, point))
                    .toList();
        } catch (JsonProcessingException notJson) {
            throw new UncheckedIOException("no series: " + answer, notJson);
        }
    }

    private static Map<String, Object> point(JsonNode series, int point) {
        Map<String, Object> fields = new LinkedHashMap<>();
        series.properties().forEach(field -> {
            JsonNode value = field.getValue().path(point);
            fields.put(field.getKey(), field.getKey().equals("updatedAt") ? instant(value) : value.longValue());
        });
        fields.remove("at");
        return fields;
    }

    private static Optional<Long> instant(JsonNode value) {
        return value.isNull() ? Optional.empty() : Optional.of(GeneratedLog.micros(Instant.parse(value.textValue())));
    }
}
