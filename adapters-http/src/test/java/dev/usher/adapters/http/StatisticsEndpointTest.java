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
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StatisticsEndpointTest {
    private static final String AT = "&dateTime=2025-05-21T06:00:00.000Z";
    private static final String GALA = STATISTICS + "?eventIds=gala" + AT;

    private static RunningService service;
    private static String viewer;
    private static String stranger;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        viewer = service.token("house", Role.VIEWER);
        stranger = service.token("other house", Role.OWNER);
        service.append(
                service.token("house", Role.MEMBER),
                operation("gala", "t1", "issued", "2025-05-20T10:00:00Z", ""),
                operation("gala", "t2", "issued", "2025-05-20T10:00:00Z", ""),
                operation("gala", "t3", "issued", "2025-05-20T10:00:00Z", ""),
                operation("gala", "t1", "downloaded", "2025-05-20T11:00:00Z", "phone"),
                operation("gala", "t2", "transfer_started", "2025-05-20T12:00:00Z", ""),
                operation("gala", "t1", "transfer_accepted", "2025-05-20T13:00:00Z", ""),
                operation("gala", "t1", "activated_offline", "2025-05-20T14:00:00Z", ""),
                operation("gala", "t1", "controlled", "2025-05-20T15:00:00Z", ""),
                operation("gala", "t3", "deleted", "2025-05-20T16:00:00.000001Z", ""),
                operation("größe \\\"1\\\" 🎟 a,b&c=d+e;f", "t1", "issued", "2025-05-20T10:00:00Z", ""),
                operation("gala", "t4", "issued", "2025-06-01T00:00:00Z", ""));
        for (int number = 1; number <= 8; number++) {
            service.append(
                    service.token("house", Role.MEMBER),
                    operation("stage-" + number, "t", "issued", "2025-05-20T10:00:00Z", ""));
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theFieldsAreThoseOfTheLedgerInItsOrder() {
        HttpResponse<String> response = service.getAs(viewer, GALA);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.body())
                .isEqualTo("[{\"eventId\":\"gala\",\"totalTickets\":3,\"validTickets\":2,\"deletedTickets\":1,"
                        + "\"neverDownloadedTickets\":2,\"downloadedTickets\":1,\"pendingTransferTickets\":1,"
                        + "\"notDownloadedTickets\":2,\"con\":1,\"activatedTickets\":1,\"offlineActivatedTickets\":1,"
                        + "\"manualActivatedTickets\":0,\"notActivatedTickets\":1,\"transferredOnce\":1,"
                        + "\"transferredTwice\":0,\"transferred3Times\":0,\"transferred4PlusTimes\":0,"
                        + "\"totalTransferOperations\":1,\"neverTransferred\":2,"
                        + "\"updatedAt\":\"2025-05-20T16:00:00.000001Z\"}]");
    }

    @Test
    void theAnswerIsAsOfTheInstantInWhateverOffsetItIsSaid() {
        JsonNode before =
                json(service.getAs(viewer, STATISTICS + "?eventIds=gala&dateTime=2025-05-20T16:00:00.000000Z"));
        assertThat(before.get(0).get("deletedTickets").asInt()).isZero();
        JsonNode at =
                json(service.getAs(viewer, STATISTICS + "?eventIds=gala&dateTime=2025-05-20T18:00:00.000001%2B02:00"));
        assertThat(at.get(0).get("deletedTickets").asInt()).isEqualTo(1);
    }

    @Test
    void anInstantBeforeEverythingHasNoUpdate() {
        JsonNode first = json(service.getAs(viewer, STATISTICS + "?eventIds=gala&dateTime=2020-01-01T00:00:00Z"))
                .get(0);
        assertThat(first.get("updatedAt").isNull()).isTrue();
        assertThat(first.get("totalTickets").asInt()).isZero();
    }

    @Test
    void anInstantInTheFutureAnswersFromWhatIsKnown() {
        JsonNode all = json(service.getAs(viewer, STATISTICS + "?eventIds=gala&dateTime=9999-01-01T00:00:00Z"));
        assertThat(all.get(0).get("totalTickets").asInt()).isEqualTo(4);
    }

    @Test
    void eventsComeInTheOrderTheyWereAskedFor() {
        JsonNode events =
                json(service.getAs(viewer, STATISTICS + "?eventIds=stage-3&eventIds=gala&eventIds=stage-1" + AT));
        assertThat(events.findValuesAsText("eventId")).containsExactly("stage-3", "gala", "stage-1");
    }

    @Test
    void anyTextIsAnEventId() {
        String id = "größe \"1\" 🎟 a,b&c=d+e;f";
        String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8);
        HttpResponse<String> response = service.getAs(viewer, STATISTICS + "?eventIds=" + encoded + AT);
        assertThat(json(response).get(0).get("eventId").asText()).isEqualTo(id);
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        HttpResponse<String> get = service.getAs(viewer, GALA, "X-Request-Id", "same");
        HttpResponse<String> head = service.send("HEAD", GALA, "", "X-Api-Key", viewer, "X-Request-Id", "same");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(RunningService.besidesTheDate(head.headers()))
                .isEqualTo(RunningService.besidesTheDate(get.headers()));
        assertThat(head.headers().firstValue("Content-Length"))
                .contains(Integer.toString(get.body().length()));
    }

    @Test
    void whatAClientHasAlreadyIsNotSentAgain() {
        HttpResponse<String> first = service.getAs(viewer, GALA);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(tag).matches("\"[0-9a-f]{16}\"");
        assertThat(first.headers().firstValue("Cache-Control")).contains("private, no-cache");
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            HttpResponse<String> again = service.getAs(viewer, GALA, "If-None-Match", known);
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).contains(tag);
        }
        assertThat(service.getAs(viewer, GALA, "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
        String earlier = STATISTICS + "?eventIds=gala&dateTime=2025-05-20T12:00:00Z";
        assertThat(service.getAs(viewer, earlier, "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLongAnswerIsCompressedForWhoAsksForIt() throws IOException {
        String all = STATISTICS + "?eventIds="
                + IntStream.rangeClosed(1, 8)
                        .mapToObj(number -> "stage-" + number)
                        .collect(Collectors.joining("&eventIds="))
                + AT;
        HttpResponse<String> plain = service.getAs(viewer, all);
        HttpResponse<byte[]> coded = service.bytes(all, "X-Api-Key", viewer, "Accept-Encoding", "br, gzip;q=0.5");
        assertThat(coded.headers().firstValue("Content-Encoding")).contains("gzip");
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(coded.body()))) {
            assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain.body());
        }
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(plain.headers().firstValue("Vary")).contains("Accept-Encoding");
        assertThat(coded.headers().firstValue("Vary")).contains("Accept-Encoding");
        String tag = coded.headers().firstValue("ETag").orElseThrow();
        assertThat(tag)
                .as("another representation")
                .isNotEqualTo(plain.headers().firstValue("ETag").orElseThrow());
        assertThat(service.getAs(viewer, all, "Accept-Encoding", "gzip", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(service.bytes(all, "X-Api-Key", viewer, "Accept-Encoding", "gzip;q=0")
                        .headers()
                        .firstValue("Content-Encoding"))
                .isEmpty();
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        JsonNode nothing = problem(service.getAs(viewer, STATISTICS), 400, "MISSING");
        assertThat(nothing.get("violations").findValuesAsText("path")).containsExactly("eventIds", "dateTime");

        String nine = IntStream.rangeClosed(1, 9)
                .mapToObj(number -> "eventIds=" + number)
                .collect(Collectors.joining("&"));
        JsonNode tooMany = problem(
                service.getAs(viewer, STATISTICS + "?" + nine + "&eventIds=1&dateTime=yesterday"), 400, "TOO_MANY");
        assertThat(tooMany.get("violations").findValuesAsText("code"))
                .containsExactly("TOO_MANY", "REPEATED", "INVALID_INSTANT");

        problem(service.getAs(viewer, STATISTICS + "?eventIds=" + AT), 400, "EMPTY");
        problem(service.getAs(viewer, STATISTICS + "?eventIds=a&eventIds=a" + AT), 400, "REPEATED");
    }

    @Test
    void aNearMissIsPointedAt() {
        JsonNode problem = problem(
                service.getAs(viewer, STATISTICS + "?eventId=gala&datetime=2025-05-21T06:00:00Z&_=123"),
                400,
                "MISSING");
        assertThat(problem.get("violations").get(0).get("message").asText())
                .contains("'eventId'", "meant to be eventIds?");
        assertThat(problem.get("violations").get(1).get("message").asText())
                .contains("'datetime'", "meant to be dateTime?");
        assertThat(service.getAs(viewer, GALA + "&_=123&utm_source=mail").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPlusThatBecameABlankIsExplained() {
        JsonNode problem = problem(
                service.getAs(viewer, STATISTICS + "?eventIds=gala&dateTime=2025-05-21T08:00:00+02:00"),
                400,
                "INVALID_INSTANT");
        assertThat(problem.get("detail").asText()).contains("2025-05-21T08:00:00%2B02:00");
    }

    @Test
    void twoInstantsAreNoInstant() {
        JsonNode problem = problem(service.getAs(viewer, GALA + AT), 400, "INVALID_INSTANT");
        assertThat(problem.get("detail").asText()).contains("2 times");
    }

    @Test
    void aBrokenPercentSequenceIsNotGuessed() {
        try (RawClient client = new RawClient(service.address())) {
            client.say("GET " + STATISTICS + "?eventIds=%C3" + AT + " HTTP/1.1\r\nHost: x\r\nX-Api-Key: " + viewer
                    + "\r\n\r\n");
            ProblemAssert.rawProblem(client.hearOne(), 400, "MALFORMED_QUERY");
            client.say("GET " + STATISTICS + "?eventIds=50%" + AT + " HTTP/1.1\r\nHost: x\r\nX-Api-Key: " + viewer
                    + "\r\n\r\n");
            ProblemAssert.rawProblem(client.hearOne(), 400, "MALFORMED_QUERY");
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void everyUnknownEventIsNamed() {
        JsonNode problem = problem(
                service.getAs(viewer, STATISTICS + "?eventIds=gala&eventIds=nix&eventIds=nada" + AT),
                404,
                "UNKNOWN_EVENT");
        assertThat(problem.get("violations").size()).isEqualTo(2);
        assertThat(problem.get("violations").get(0).get("message").asText()).contains("nix");
        assertThat(problem.get("violations").get(1).get("message").asText()).contains("nada");
    }

    @Test
    void aForeignEventAnswersExactlyAsAnUnknownOne() {
        service.getAs(viewer, GALA);
        HttpResponse<String> foreign = service.getAs(stranger, GALA, "X-Request-Id", "same");
        HttpResponse<String> unknown = service.getAs(stranger, GALA.replace("gala", "nogo"), "X-Request-Id", "same");
        problem(foreign, 404, "UNKNOWN_EVENT");
        assertThat(foreign.body().replace("gala", "nogo")).isEqualTo(unknown.body());
        assertThat(RunningService.besidesTheDate(foreign.headers()))
                .isEqualTo(RunningService.besidesTheDate(unknown.headers()));
    }

    @Test
    void whoReadsNoJsonIsTold() {
        problem(service.getAs(viewer, GALA, "Accept", "text/csv"), 406, "NOT_ACCEPTABLE");
    }

    @Test
    void thePathIsConfigurable() {
        try (RunningService elsewhere = RunningService.start(Map.of("http.statistics-path", "/report"))) {
            problem(elsewhere.get("/report"), 401, "NO_AUTH");
            problem(elsewhere.get(STATISTICS), 404, "NOT_FOUND");
        }
    }

    @Test
    void anUnreachableStoreIsA503() {
        try (RunningService lost = RunningService.start()) {
            String token = lost.token("house", Role.MEMBER);
            lost.append(token, operation("gala", "t", "issued", "2025-05-20T10:00:00Z", ""));
            lost.store().breakWith(() -> new StoreUnavailable("jdbc:secret SQLSTATE 08001"));
            problem(lost.getAs(token, STATISTICS + "?eventIds=never-asked-for" + AT), 503, "STORE_UNAVAILABLE");
        }
    }
}
