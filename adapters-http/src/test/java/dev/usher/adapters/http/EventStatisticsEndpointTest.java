package dev.usher.adapters.http;

import static dev.usher.adapters.http.ProblemAssert.problem;
import static dev.usher.adapters.http.RunningService.STATISTICS;
import static dev.usher.adapters.http.RunningService.json;
import static dev.usher.adapters.http.RunningService.operation;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.core.access.Role;
import dev.usher.core.store.StoreUnavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventStatisticsEndpointTest {
    private static final String EVENTS = "/usher/v1/events/";
    private static final String GALA = EVENTS + "gala/statistics";
    private static final String TIMELINE = GALA + "/timeline";
    private static final String DAY = "?from=2025-05-20T10:00:00Z&to=2025-05-20T16:30:00Z&step=PT1H";

    private static RunningService service;
    private static String viewer;
    private static String member;
    private static String stranger;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        viewer = service.token("house", Role.VIEWER);
        member = service.token("house", Role.MEMBER);
        stranger = service.token("other house", Role.OWNER);
        service.append(
                member,
                operation("gala", "t1", "issued", "2025-05-20T10:00:00Z", ""),
                operation("gala", "t2", "issued", "2025-05-20T11:00:00Z", ""),
                operation("gala", "t1", "controlled", "2025-05-20T15:00:00Z", ""),
                operation("gala", "t2", "deleted", "2025-05-20T16:00:00.000001Z", ""));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void anAnswerHasTheFieldsOfTheReportAndWhatItWasMadeFrom() {
        HttpResponse<String> response = service.getAs(viewer, GALA + "?at=2025-05-20T18:00:00.5%2B02:00");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        String report = service.getAs(viewer, STATISTICS + "?eventIds=gala&dateTime=2025-05-20T16:00:00.500Z")
                .body();
        assertThat(response.body())
                .startsWith("{\"eventId\":\"gala\",\"at\":\"2025-05-20T16:00:00.500Z\",\"sequence\":4,"
                        + "\"totalTickets\":2,\"validTickets\":1,")
                .endsWith(report.substring("[{\"eventId\":\"gala\",".length(), report.length() - 1));
    }

    @Test
    void withoutAnInstantTheAnswerIsAsOfNow() {
        Instant before = Instant.now().minusMillis(1);
        JsonNode answer = json(service.getAs(viewer, GALA));
        assertThat(Instant.parse(answer.get("at").asText())).isBetween(before, Instant.now());
        assertThat(answer.get("deletedTickets").asInt()).isEqualTo(1);
        assertThat(answer.has("knownAt")).isFalse();
    }

    @Test
    void whatWasRecordedLaterWasNotKnown() {
        service.append(member, operation("late news", "t1", "issued", "2025-05-20T10:00:00Z", ""));
        JsonNode first = json(service.getAs(viewer, EVENTS + "late%20news/statistics"));
        String then = first.get("at").asText();
        service.append(member, operation("late news", "t2", "issued", "2025-05-20T10:00:00Z", ""));
        String question = EVENTS + "late%20news/statistics?at=2025-05-21T00:00:00Z";
        JsonNode known = json(service.getAs(viewer, question + "&knownAt=" + then));
        assertThat(known.get("totalTickets").asInt()).isEqualTo(1);
        assertThat(known.get("knownAt").asText()).isEqualTo(then);
        assertThat(json(service.getAs(viewer, question)).get("totalTickets").asInt())
                .isEqualTo(2);
        JsonNode nothing = json(service.getAs(viewer, question + "&knownAt=2020-01-01T00:00:00Z"));
        assertThat(nothing.get("totalTickets").asInt()).isZero();
        assertThat(nothing.get("updatedAt").isNull()).isTrue();
        JsonNode series = json(service.getAs(
                viewer,
                EVENTS + "late%20news/statistics/timeline?from=2025-05-20T09:00:00Z&to=2025-05-20T11:00:00Z&step=PT1H"
                        + "&knownAt=" + then));
        assertThat(numbers(series, "totalTickets")).containsExactly(0, 1, 1);
        assertThat(series.get("knownAt").asText()).isEqualTo(then);
    }

    @Test
    void aWriteCanBeReadByItsSequence() {
        HttpResponse<String> receipt = service.postAs(
                member,
                RunningService.OPERATIONS,
                "application/x-ndjson",
                operation("receipt", "t1", "issued", "2025-05-20T10:00:00Z", ""));
        long sequence = json(receipt).get("sequences").get("receipt").asLong();
        JsonNode answer = json(service.getAs(viewer, EVENTS + "receipt/statistics?atLeast=" + sequence));
        assertThat(answer.get("sequence").asLong()).isEqualTo(sequence);
        assertThat(answer.get("totalTickets").asInt()).isEqualTo(1);
    }

    @Test
    void aSequenceThatIsNotThereYetIsWaitedFor() {
        service.append(member, operation("waited for", "t1", "issued", "2025-05-20T10:00:00Z", ""));
        CompletableFuture<HttpResponse<String>> waiting = CompletableFuture.supplyAsync(
                () -> service.getAs(viewer, EVENTS + "waited%20for/statistics?atLeast=2"));
        service.append(member, operation("waited for", "t2", "issued", "2025-05-20T10:00:00Z", ""));
        JsonNode answer = json(waiting.join());
        assertThat(answer.path("totalTickets").asInt()).as(answer.toString()).isEqualTo(2);
        assertThat(answer.get("sequence").asInt()).isEqualTo(2);
    }

    @Test
    void aSequenceThatNeverComesIsA503ThatSaysHowFarTheLogIs() {
        for (String path : List.of(GALA + "?atLeast=1000", TIMELINE + DAY + "&atLeast=1000")) {
            HttpResponse<String> response = service.getAs(viewer, path);
            JsonNode problem = problem(response, 503, "NOT_YET_RECORDED");
            assertThat(problem.get("detail").asText()).contains("1000", "'gala'", "reaches 4 now");
            assertThat(problem.get("violations").findValuesAsText("path")).containsExactly("atLeast");
            assertThat(response.headers().firstValue("Retry-After")).contains("1");
        }
    }

    @Test
    void aSeriesHasAnArrayForEachField() {
        HttpResponse<String> response = service.getAs(viewer, TIMELINE + DAY);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode answer = json(response);
        assertThat(fieldNames(answer)).containsExactly("eventId", "from", "step", "sequence", "points", "series");
        assertThat(answer.get("from").asText()).isEqualTo("2025-05-20T10:00:00.000Z");
        assertThat(answer.get("step").asText()).isEqualTo("PT1H");
        assertThat(answer.get("sequence").asInt()).isEqualTo(4);
        assertThat(answer.get("points").asInt()).isEqualTo(7);
        JsonNode report = json(service.getAs(viewer, GALA));
        List<String> fields = new ArrayList<>(List.of("at"));
        fieldNames(report).stream().skip(3).forEach(fields::add);
        assertThat(fieldNames(answer.get("series"))).containsExactlyElementsOf(fields);
        assertThat(answer.get("series").get("at").get(6).asText()).isEqualTo("2025-05-20T16:00:00.000Z");
        assertThat(numbers(answer, "totalTickets")).containsExactly(1, 2, 2, 2, 2, 2, 2);
        assertThat(numbers(answer, "con")).containsExactly(0, 0, 0, 0, 0, 1, 1);
        assertThat(numbers(answer, "deletedTickets")).containsOnly(0);
        assertThat(answer.get("series").get("updatedAt").get(4).asText()).isEqualTo("2025-05-20T11:00:00.000Z");
    }

    @Test
    void everyPointIsWhatTheAnswerAsOfItsInstantSays() {
        JsonNode series = json(service.getAs(
                        viewer,
                        TIMELINE
                                + "?from=2025-05-20T09:59:59.999999Z&to=2025-05-20T16:00:00.000001Z&step=PT1H0.000001S"))
                .get("series");
        for (int point = 0; point < series.get("at").size(); point++) {
            JsonNode asOf = json(service.getAs(
                    viewer, GALA + "?at=" + series.get("at").get(point).asText()));
            for (String field : fieldNames(series)) {
                assertThat(series.get(field).get(point)).as(field).isEqualTo(asOf.get(field));
            }
        }
    }

    @Test
    void aLongSeriesIsCompressedForWhoAsksForItAndNotSentAgain() throws IOException {
        String path = TIMELINE + "?from=2025-05-20T10:00:00Z&to=2025-05-20T12:46:39Z&step=PT1S";
        HttpResponse<String> plain = service.getAs(viewer, path);
        assertThat(json(plain).get("points").asInt()).isEqualTo(10_000);
        HttpResponse<byte[]> coded = service.bytes(path, "X-Api-Key", viewer, "Accept-Encoding", "gzip");
        assertThat(coded.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(coded.body().length).isLessThan(plain.body().length() / 4);
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(coded.body()))) {
            assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain.body());
        }
        String tag = coded.headers().firstValue("ETag").orElseThrow();
        assertThat(service.getAs(viewer, path, "Accept-Encoding", "gzip", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        for (String path : List.of(GALA + "?at=2025-05-20T18:00:00Z", TIMELINE + DAY)) {
            HttpResponse<String> get = service.getAs(viewer, path, "X-Request-Id", "same");
            HttpResponse<String> head = service.send("HEAD", path, "", "X-Api-Key", viewer, "X-Request-Id", "same");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(RunningService.besidesTheDate(head.headers()))
                    .isEqualTo(RunningService.besidesTheDate(get.headers()));
            String tag = get.headers().firstValue("ETag").orElseThrow();
            assertThat(service.getAs(viewer, path, "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"größe '1' 🎟 a,b&c=d+e;f?g#h", "50%", "a/b", "/", "%2F", "statistics", "tab\there", ":id"})
    void anyTextIsAnEventId(String id) {
        service.append(member, operation(id.replace("\t", "\\t"), "t", "issued", "2025-05-20T10:00:00Z", ""));
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        JsonNode asOf = json(service.getAs(viewer, EVENTS + encoded + "/statistics"));
        assertThat(asOf.path("eventId").asText()).as(asOf.toString()).isEqualTo(id);
        JsonNode series = json(service.getAs(viewer, EVENTS + encoded + "/statistics/timeline" + DAY));
        assertThat(series.path("eventId").asText()).as(series.toString()).isEqualTo(id);
    }

    @Test
    void aPlusInThePathIsAPlus() {
        service.append(member, operation("a+b", "t", "issued", "2025-05-20T10:00:00Z", ""));
        assertThat(json(service.getAs(viewer, EVENTS + "a+b/statistics"))
                        .get("eventId")
                        .asText())
                .isEqualTo("a+b");
    }

    @Test
    void aPathThatIsNoUtf8IsNotGuessed() throws IOException {
        try (RawClient client = new RawClient(service.address())) {
            client.say("GET " + EVENTS + "%C3/statistics HTTP/1.1\r\nHost: x\r\nX-Api-Key: " + viewer + "\r\n\r\n");
            ProblemAssert.rawProblem(client.hearOne(), 400, "MALFORMED_PATH");
        }
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        JsonNode asOf = problem(
                service.getAs(viewer, GALA + "?knownAt=noon&atLeast=-1&at=now&known_at=x"), 400, "UNKNOWN_PARAMETER");
        assertThat(asOf.get("violations").findValuesAsText("code"))
                .containsExactly("UNKNOWN_PARAMETER", "INVALID_INSTANT", "INVALID_SEQUENCE", "INVALID_INSTANT");
        assertThat(asOf.get("violations").get(0).get("message").asText()).contains("meant to be knownAt?");

        JsonNode series = problem(service.getAs(viewer, TIMELINE + "?from=2025&to=&step=1h"), 400, "INVALID_INSTANT");
        assertThat(series.get("violations").findValuesAsText("path")).containsExactly("from", "to", "step");
        JsonNode nothing = problem(service.getAs(viewer, TIMELINE), 400, "MISSING");
        assertThat(nothing.get("violations").findValuesAsText("path")).containsExactly("from", "to", "step");

        String day = "?from=2025-05-20T00:00:00Z&to=2025-05-21T00:00:00Z&step=";
        problem(service.getAs(viewer, TIMELINE + day + "PT1S"), 400, "TOO_MANY");
        problem(service.getAs(viewer, TIMELINE + day + "-PT1H"), 400, "NOT_POSITIVE");
        problem(service.getAs(viewer, TIMELINE + day + "PT1H&step=PT2H"), 400, "INVALID_DURATION");
        problem(
                service.getAs(viewer, TIMELINE + "?from=2025-05-20T00:00:01Z&to=2025-05-20T00:00:00Z&step=PT1H"),
                400,
                "TO_BEFORE_FROM");
        problem(service.getAs(viewer, EVENTS + "%20/statistics"), 400, "EMPTY");
    }

    @Test
    void aForeignEventAnswersExactlyAsAnUnknownOne() {
        for (String path : List.of(GALA + "?at=2025-05-20T18:00:00Z", TIMELINE + DAY)) {
            assertThat(service.getAs(viewer, path).statusCode()).isEqualTo(200);
            HttpResponse<String> foreign = service.getAs(stranger, path, "X-Request-Id", "same");
            HttpResponse<String> unknown =
                    service.getAs(stranger, path.replace("gala", "nogo"), "X-Request-Id", "same");
            problem(foreign, 404, "UNKNOWN_EVENT");
            assertThat(foreign.body().replace("gala", "nogo")).isEqualTo(unknown.body());
            assertThat(RunningService.besidesTheDate(foreign.headers()))
                    .isEqualTo(RunningService.besidesTheDate(unknown.headers()));
        }
    }

    @Test
    void onlyWhoHasATokenAndReadsJsonIsAnswered() {
        problem(service.get(GALA), 401, "NO_AUTH");
        problem(service.get(TIMELINE + DAY), 401, "NO_AUTH");
        problem(service.getAs(viewer, GALA, "Accept", "text/csv"), 406, "NOT_ACCEPTABLE");
        HttpResponse<String> post = service.postAs(viewer, GALA, "application/json", "{}");
        problem(post, 405, "METHOD_NOT_ALLOWED");
        assertThat(post.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void anUnreachableStoreIsA503() {
        try (RunningService lost = RunningService.start()) {
            String token = lost.token("house", Role.MEMBER);
            lost.append(token, operation("gala", "t", "issued", "2025-05-20T10:00:00Z", ""));
            lost.store().breakWith(() -> new StoreUnavailable("jdbc:secret SQLSTATE 08001"));
            problem(lost.getAs(token, EVENTS + "never-asked-for/statistics"), 503, "STORE_UNAVAILABLE");
        }
    }

    private static List<Integer> numbers(JsonNode answer, String field) {
        List<Integer> numbers = new ArrayList<>();
        answer.get("series").get(field).forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }

    private static List<String> fieldNames(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
