package dev.usher.conformance.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.app.ProgramInProcess;
import dev.usher.app.ServiceInProcess;
import dev.usher.conformance.stores.TemporaryStore;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job, whole: a shuffled log with repeats is imported by the command line, and gives through the command line and
 * over HTTP exactly the numbers of a replay by brute force.
 */
class ShuffledLogTest {
    private static final int OPERATIONS = 1_000_000;
    private static final int INSTANTS = 100;

    /** Read, new, repeated and refused rows. */
    private static final String SUMMARY = "(?m)^ *1,010,000 +1,000,000 +10,000 +0 +3 ";

    @TempDir
    private static Path folder;

    private static Path file;
    private static List<Long> instants;
    private static Map<String, List<Map<String, Object>>> expected;

    @BeforeAll
    static void generate() throws IOException {
        long seed = Size.seed("ShuffledLogTest");
        GeneratedLog log = GeneratedLog.of(OPERATIONS, seed);
        instants = log.instants(INSTANTS, seed);
        expected = new HashMap<>();
        GeneratedLog.EVENTS.forEach(event -> expected.put(event, BruteForce.asOf(log.of(event), instants)));
        file = folder.resolve("operations.csv");
        log.writeTo(file);
    }

    @AfterAll
    static void forget() {
        expected = Map.of();
    }

    @Test
    void aStoreInMemoryGivesTheNumbersOfBruteForce() {
        requireNumbers(TemporaryStore.Kind.MEMORY, INSTANTS);
    }

    @Test
    void anEmbeddedStoreGivesTheNumbersOfBruteForce() {
        // Opening the files takes its time; beside the service all commands are asked again.
        requireNumbers(TemporaryStore.Kind.HSQLDB, Size.of(5, INSTANTS));
    }

    @Test
    void aSharedStoreGivesTheNumbersOfBruteForce() {
        requireNumbers(TemporaryStore.Kind.POSTGRESQL, INSTANTS);
    }

    private static void requireNumbers(TemporaryStore.Kind kind, int commandsThatOpenTheStore) {
        try (TemporaryStore store = kind.create()) {
            String summary = ProgramInProcess.run("import", file.toString(), "--store", store.url())
                    .success();
            assertThat(summary).containsPattern(SUMMARY);
            String token = ProgramInProcess.run("token", "create", "--store", store.url())
                    .success()
                    .strip();
            for (int command = 0; command < commandsThatOpenTheStore; command++) {
                requireThroughCommandLine(store, command * INSTANTS / commandsThatOpenTheStore);
            }
            try (ServiceInProcess service = ProgramInProcess.serve("--store", store.url())) {
                StatisticsQuestions questions = new StatisticsQuestions(service.url(), token);
                for (int at = 0; at < INSTANTS; at++) {
                    requireOverHttp(questions, at);
                }
                if (kind == TemporaryStore.Kind.HSQLDB) {
                    for (int at = 0; at < INSTANTS; at++) {
                        requireThroughCommandLine(store, at);
                    }
                }
            }
        }
    }

    private static void requireOverHttp(StatisticsQuestions questions, int at) {
        HttpResponse<String> answer = questions.ask(GeneratedLog.EVENTS, text(at));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        requireExpected(answer.body(), at);
    }

    private static void requireThroughCommandLine(TemporaryStore store, int at) {
        List<String> arguments =
                new ArrayList<>(List.of("statistics", "--format", "json", "--store", store.url(), "--at", text(at)));
        GeneratedLog.EVENTS.forEach(event -> arguments.addAll(List.of("--event", event)));
        requireExpected(ProgramInProcess.run(arguments.toArray(String[]::new)).success(), at);
    }

    private static void requireExpected(String report, int at) {
        Map<String, Map<String, Object>> events = new LinkedHashMap<>();
        GeneratedLog.EVENTS.forEach(
                event -> events.put(event, expected.get(event).get(at)));
        assertThat(ReportText.read(report)).as("as of %s", text(at)).isEqualTo(events);
    }

    private static String text(int at) {
        return GeneratedLog.instant(instants.get(at)).toString();
    }
}
