package dev.usher.adapters.http;

import static dev.usher.adapters.http.ProblemAssert.problem;
import static dev.usher.adapters.http.RunningService.OPERATIONS;
import static dev.usher.adapters.http.RunningService.STATISTICS;
import static dev.usher.adapters.http.RunningService.json;
import static dev.usher.adapters.http.RunningService.operation;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.core.access.Role;
import dev.usher.core.store.StoreUnavailable;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TicketOperationsEndpointTest {
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";

    private static RunningService service;
    private static String member;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        member = service.token("house", Role.MEMBER);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void operationsStandInTheNextAnswerAndRepeatsAreCounted() {
        String issued = operation("one", "t1", "issued", "2025-05-20T10:00:00Z", "");
        HttpResponse<String> first = service.postAs(
                member,
                OPERATIONS,
                LINES,
                issued + "\r\n\n" + operation("two", "t1", "issued", "2025-05-20T10:00:00Z", ""));
        assertThat(first.body()).isEqualTo("{\"added\":2,\"repeated\":0,\"sequences\":{\"one\":1,\"two\":1}}");
        HttpResponse<String> second = service.postAs(
                member,
                OPERATIONS,
                JSON,
                "[" + issued + "," + operation("one", "t2", "issued", "2025-05-20T10:00:00+00:00", "") + "]");
        JsonNode receipt = json(second);
        assertThat(receipt.get("added").asInt()).isEqualTo(1);
        assertThat(receipt.get("repeated").asInt()).isEqualTo(1);
        JsonNode answer = json(service.getAs(member, STATISTICS + "?eventIds=one&dateTime=2025-06-01T00:00:00Z"));
        assertThat(answer.get(0).get("totalTickets").asInt()).isEqualTo(2);
    }

    @Test
    void allFaultsOfAllOperationsAreNamedAndNothingIsTaken() {
        String body = String.join(
                "\n",
                operation("none", "t1", "issued", "2025-05-20T10:00:00Z", ""),
                "{\"event_id\":\"none\",\"ticket_id\":7,\"operation\":\"isued\",\"occured_at\":\"2025-05-20T10:00:00Z\"}",
                "{\"event_id\":\"none\",\"event_id\":\"none\",\"ticket_id\":\"t\",\"operation\":\"issued\",\"occurred_at\":\"x\",\"device_id\":null}",
                "{\"event_id\":",
                "[]",
                operation("none", "t", "issued", "2025-05-20T10:00:00Z", "") + " trailing");
        JsonNode problem = problem(service.postAs(member, OPERATIONS, LINES, body), 400, "INVALID_TYPE");
        assertThat(problem.get("violations").findValuesAsText("path"))
                .containsExactly(
                        "operations[1].ticket_id",
                        "operations[1].occured_at",
                        "operations[1].occurred_at",
                        "operations[1].operation",
                        "operations[2].event_id",
                        "operations[2].occurred_at",
                        "operations[3]",
                        "operations[4]",
                        "operations[5]");
        assertThat(problem.get("violations").findValuesAsText("code"))
                .containsExactly(
                        "INVALID_TYPE",
                        "UNKNOWN_MEMBER",
                        "MISSING_VALUE",
                        "UNKNOWN_OPERATION",
                        "REPEATED_MEMBER",
                        "INVALID_INSTANT",
                        "MALFORMED_JSON",
                        "INVALID_TYPE",
                        "MALFORMED_JSON");
        assertThat(problem.get("violations").get(0).get("message").asText()).startsWith("line 2: ");
        assertThat(problem.get("violations").get(1).get("message").asText()).contains("did you mean 'occurred_at'?");
        assertThat(problem.get("violations").get(6).get("message").asText()).contains("line 4, column");
        problem(
                service.getAs(member, STATISTICS + "?eventIds=none&dateTime=2025-06-01T00:00:00Z"),
                404,
                "UNKNOWN_EVENT");
    }

    @Test
    void aMalformedArrayNamesLineAndColumn() {
        JsonNode problem =
                problem(service.postAs(member, OPERATIONS, JSON, "[\n {\"event_id\" \"x\"}]"), 400, "MALFORMED_JSON");
        assertThat(problem.get("detail").asText()).contains("line 2, column");
    }

    @Test
    void moreThanTenThousandAreRefusedAndTenThousandTaken() {
        String most = many(10_000);
        HttpResponse<String> taken = service.postAs(member, OPERATIONS, LINES, most);
        assertThat(json(taken).get("added").asInt()).isEqualTo(10_000);
        problem(service.postAs(member, OPERATIONS, LINES, many(10_001)), 400, "TOO_MANY");
        problem(service.postAs(member, OPERATIONS, JSON, "[" + many(10_001).replace("\n", ",") + "]"), 400, "TOO_MANY");
    }

    @Test
    void onlyTheFirstHundredFaultsAreListed() {
        String body = IntStream.range(0, 300).mapToObj(number -> "{}").collect(Collectors.joining("\n"));
        JsonNode problem = problem(service.postAs(member, OPERATIONS, LINES, body), 400, "MISSING_VALUE");
        assertThat(problem.get("violations").size()).isEqualTo(100);
        assertThat(problem.get("furtherViolations").asInt()).isEqualTo(1_100);
        assertThat(problem.get("detail").asText()).contains("and 1199 more");
    }

    @Test
    void aBodyWithoutOperationsIsRefused() {
        for (String empty : new String[] {"", "\n \n"}) {
            problem(service.postAs(member, OPERATIONS, LINES, empty), 400, "MISSING");
        }
        problem(service.postAs(member, OPERATIONS, JSON, "[]"), 400, "MISSING");
        problem(service.postAs(member, OPERATIONS, JSON, ""), 400, "MISSING");
    }

    @Test
    void whatIsNotAnArrayIsRefused() {
        problem(
                service.postAs(member, OPERATIONS, JSON, operation("e", "t", "issued", "2025-05-20T10:00:00Z", "")),
                400,
                "INVALID_TYPE");
    }

    @Test
    void limitsOfJsonAreHeldWithoutSayingHow() {
        problem(service.postAs(member, OPERATIONS, JSON, "[".repeat(100_000)), 400, "JSON_LIMIT");
        problem(
                service.postAs(member, OPERATIONS, JSON, "[{\"event_id\":\"" + "x".repeat(70_000) + "\"}]"),
                400,
                "JSON_LIMIT");
        problem(
                service.postAs(member, OPERATIONS, JSON, "[{\"event_id\":" + "1".repeat(100) + "}]"),
                400,
                "JSON_LIMIT");
        problem(
                service.postAs(member, OPERATIONS, JSON, "[{\"event_id\":" + "1".repeat(40) + "}]"),
                400,
                "INVALID_TYPE");
    }

    @Test
    void onlyJsonInUtf8IsUnderstood() {
        problem(service.postAs(member, OPERATIONS, "text/csv", "x"), 415, "UNSUPPORTED_MEDIA_TYPE");
        problem(
                service.postAs(member, OPERATIONS, "application/json; charset=utf-16", "[]"),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        problem(service.send("POST", OPERATIONS, "[]", "X-Api-Key", member), 415, "UNSUPPORTED_MEDIA_TYPE");
        problem(service.postAs(member, OPERATIONS, "Application/JSON ; charset=\"UTF-8\"", "[]"), 400, "MISSING");
    }

    @Test
    void aHouseNeverAddsToAnothersEvent() {
        service.append(member, operation("shared name", "t1", "issued", "2025-05-20T10:00:00Z", ""));
        String other = service.token("other house", Role.MEMBER);
        service.append(
                other,
                operation("shared name", "t1", "issued", "2025-05-20T10:00:00Z", ""),
                operation("shared name", "t2", "issued", "2025-05-20T10:00:00Z", ""));
        String question = STATISTICS + "?eventIds=shared+name&dateTime=2025-06-01T00:00:00Z";
        assertThat(json(service.getAs(member, question))
                        .get(0)
                        .get("totalTickets")
                        .asInt())
                .isEqualTo(1);
        assertThat(json(service.getAs(other, question))
                        .get(0)
                        .get("totalTickets")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void anUnreachableStoreIsA503ThatSaysSendingAgainIsSafe() {
        try (RunningService lost = RunningService.start()) {
            String token = lost.token("house", Role.MEMBER);
            lost.append(token, operation("e", "t", "issued", "2025-05-20T10:00:00Z", ""));
            lost.store().breakWith(() -> new StoreUnavailable("insert into operation_block failed"));
            HttpResponse<String> response =
                    lost.postAs(token, OPERATIONS, LINES, operation("e", "t2", "issued", "2025-05-20T10:00:00Z", ""));
            problem(response, 503, "STORE_UNAVAILABLE");
            assertThat(response.body()).contains("sending them again is safe").doesNotContain("insert into");
        }
    }

    private static String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> operation("many", "t" + number, "issued", "2025-05-20T10:00:00Z", ""))
                .collect(Collectors.joining("\n"));
    }
}
