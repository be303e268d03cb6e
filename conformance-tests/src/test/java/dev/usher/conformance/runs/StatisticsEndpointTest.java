package dev.usher.conformance.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.usher.app.ProgramInProcess;
import dev.usher.app.ServiceInProcess;
import dev.usher.conformance.ledger.Ledger;
import dev.usher.conformance.stores.TemporaryStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reporting endpoint, row by row of the ledger, over every kind of store: a small log in which each field has a number
 * of its own, counted by hand in {@code cases/statistics/expected.tsv}.
 */
@ParameterizedClass
@EnumSource(TemporaryStore.Kind.class)
class StatisticsEndpointTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FESTIVAL = "harbour-festival";
    private static final String RUN = "city-run";
    private static final String INSTANT = "2025-05-21T06:00:00.123456Z";
    private static final String ONE_MICROSECOND_BEFORE = "2025-05-21T06:00:00.123455Z";
    private static final String ONE_MICROSECOND_AFTER = "2025-05-21T06:00:00.123457Z";

    private static TemporaryStore store;
    private static ServiceInProcess service;
    private static StatisticsQuestions questions;

    @Parameter
    TemporaryStore.Kind kind;

    /**
     * One line of the case.
     *
     * @param row the ledger's id
     * @param field the field's name
     * @param value as it stands in the answer, without quotes
     * @param counted how it was counted by hand
     */
    record Expected(String row, String field, String value, String counted) {
        @Override
        public String toString() {
            return row + " is " + value + ": " + counted;
        }
    }

    @BeforeParameterizedClassInvocation
    static void start(TemporaryStore.Kind kind) throws IOException {
        store = kind.create();
        importCsv(new String(resource("operations.csv"), StandardCharsets.UTF_8));
        importCsv(IntStream.rangeClosed(1, 9)
                .mapToObj(number -> "reading-" + number + ",t,issued,2025-01-01T00:00:00Z,\n")
                .collect(Collectors.joining("", "event_id,ticket_id,operation,occurred_at,device_id\n", "")));
        String token = ProgramInProcess.run("token", "create", "--role", "viewer", "--store", store.url())
                .success()
                .strip();
        service = ProgramInProcess.serve("--store", store.url());
        questions = new StatisticsQuestions(service.url(), token);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        service.close();
        store.close();
    }

    static Stream<Expected> fields() throws IOException {
        return new String(resource("expected.tsv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> new Expected(cells[0], cells[1], cells[2], cells[3]));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyFieldHasItsNumber(Expected expected) throws IOException {
        JsonNode event = JSON.readTree(answer(List.of(FESTIVAL), INSTANT)).get(0);
        assertThat(event.path(expected.field()).asText("absent")).isEqualTo(expected.value());
    }

    @Test
    void theAnswerIsExactlyTheFieldsInTheirOrder() throws IOException {
        Set<String> integers = Ledger.fields().stream()
                .filter(row -> row.type().equals("integer"))
                .map(Ledger.Row::name)
                .collect(Collectors.toSet());
        String object = fields().map(expected -> integers.contains(expected.field())
                        ? "\"" + expected.field() + "\":" + expected.value()
                        : "\"" + expected.field() + "\":\"" + expected.value() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        assertThat(fields().map(Expected::field))
                .containsExactlyElementsOf(
                        Ledger.fields().stream().map(Ledger.Row::name).toList());
        assertThat(answer(List.of(FESTIVAL), INSTANT)).isEqualTo("[" + object + "]");
    }

    @Test
    void everyFieldHasANumberOfItsOwn() throws IOException {
        assertThat(fields().map(Expected::value)).doesNotHaveDuplicates().doesNotContain("0");
    }

    @Test
    @DisplayName("TX.p.eventIds: one object an event, in the order asked for")
    void eventsAreAnsweredInTheOrderAskedFor() throws IOException {
        assertThat(eventIds(answer(List.of(RUN, FESTIVAL), INSTANT))).containsExactly(RUN, FESTIVAL);
        assertThat(eventIds(answer(List.of(FESTIVAL, RUN), INSTANT))).containsExactly(FESTIVAL, RUN);
    }

    @Test
    @DisplayName("TX.p.eventIds: one event's operations do not count for another")
    void eventsAreCountedApart() throws IOException {
        JsonNode run = JSON.readTree(answer(List.of(FESTIVAL, RUN), INSTANT)).get(1);
        assertThat(run.path("totalTickets").asLong()).isEqualTo(1);
        assertThat(run.path("downloadedTickets").asLong()).isEqualTo(1);
        assertThat(run.path("activatedTickets").asLong()).isZero();
        assertThat(run.path("updatedAt").asText()).isEqualTo("2025-05-03T08:30:00.250Z");
    }

    @Test
    @DisplayName("TX.p.eventIds: eight events are answered, nine are refused")
    void eightEventsAreAnsweredAndNineRefused() throws IOException {
        assertThat(eventIds(answer(readings(8), INSTANT))).isEqualTo(readings(8));
        requireRefused(questions.ask(readings(9), INSTANT), "TOO_MANY", "eventIds");
    }

    @Test
    @DisplayName("TX.p.eventIds: required, and each event once")
    void eventIdsAreRequiredAndNoneTwice() throws IOException {
        requireRefused(questions.ask("dateTime=" + INSTANT), "MISSING", "eventIds");
        requireRefused(questions.ask(List.of(FESTIVAL, RUN, FESTIVAL), INSTANT), "REPEATED", "eventIds");
    }

    @Test
    @DisplayName("TX.p.eventIds: an unknown event is not found")
    void anUnknownEventIsNotFound() {
        HttpResponse<String> answer = questions.ask(List.of(FESTIVAL, "nowhere"), INSTANT);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("UNKNOWN_EVENT").contains("nowhere").doesNotContain(FESTIVAL);
    }

    @Test
    @DisplayName("TX.p.dateTime: required, and readable")
    void dateTimeIsRequiredAndReadable() throws IOException {
        requireRefused(questions.ask("eventIds=" + FESTIVAL), "MISSING", "dateTime");
        requireRefused(questions.ask(List.of(FESTIVAL), "yesterday"), "INVALID_INSTANT", "dateTime");
    }

    @Test
    @DisplayName("TX.p.dateTime: precise to the microsecond")
    void aMicrosecondMakesTheDifference() throws IOException {
        JsonNode before =
                JSON.readTree(answer(List.of(FESTIVAL), ONE_MICROSECOND_BEFORE)).get(0);
        assertThat(before.path("pendingTransferTickets").asLong()).isEqualTo(5);
        assertThat(before.path("updatedAt").asText()).isLessThan(ONE_MICROSECOND_BEFORE);

        JsonNode after =
                JSON.readTree(answer(List.of(FESTIVAL), ONE_MICROSECOND_AFTER)).get(0);
        assertThat(after.path("totalTickets").asLong()).as("t41 is issued").isEqualTo(41);
        assertThat(after.path("downloadedTickets").asLong())
                .as("t41 was downloaded before")
                .isEqualTo(23);
        assertThat(after.path("activatedTickets").asLong())
                .as("t41 was activated before")
                .isEqualTo(27);
        assertThat(after.path("deletedTickets").asLong()).as("t39 is deleted").isEqualTo(6);
        assertThat(after.path("con").asLong()).as("t40 is scanned").isEqualTo(8);
        assertThat(after.path("updatedAt").asText()).isEqualTo(ONE_MICROSECOND_AFTER);
    }

    @Test
    @DisplayName("TX.p.dateTime: the same instant in another zone, with the same answer")
    void anOffsetIsAnotherWayToSayTheSameInstant() {
        assertThat(answer(List.of(FESTIVAL), "2025-05-21T08:00:00.123456+02:00"))
                .isEqualTo(answer(List.of(FESTIVAL), INSTANT));
    }

    @Test
    @DisplayName("TX.p.dateTime: before the first operation nothing is counted and nothing was updated")
    void beforeTheFirstOperationThereIsNothing() throws IOException {
        JsonNode event = JSON.readTree(answer(List.of(FESTIVAL), "2025-05-01T00:00:00.000Z"))
                .get(0);
        assertThat(event.path("totalTickets").asLong(-1)).isZero();
        assertThat(event.has("updatedAt")).isTrue();
        assertThat(event.path("updatedAt").isNull()).isTrue();
    }

    private static String answer(List<String> eventIds, String dateTime) {
        HttpResponse<String> answer = questions.ask(eventIds, dateTime);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static void requireRefused(HttpResponse<String> answer, String code, String path) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("violations").path(0).path("path").asText()).isEqualTo(path);
    }

    private static List<String> eventIds(String answer) throws IOException {
        return JSON.readTree(answer).findValuesAsText("eventId");
    }

    private static List<String> readings(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "reading-" + number)
                .toList();
    }

    private static void importCsv(String csv) {
        ProgramInProcess.run(
                        Map.of(),
                        csv.getBytes(StandardCharsets.UTF_8),
                        "import",
                        "-",
                        "--format",
                        "csv",
                        "--store",
                        store.url())
                .success();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = StatisticsEndpointTest.class.getResourceAsStream("/cases/statistics/" + name)) {
            return in.readAllBytes();
        }
    }
}
