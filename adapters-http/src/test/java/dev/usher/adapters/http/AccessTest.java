package dev.usher.adapters.http;

import static dev.usher.adapters.http.ProblemAssert.problem;
import static dev.usher.adapters.http.RunningService.TOKENS;
import static dev.usher.adapters.http.RunningService.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.usher.core.access.Role;
import dev.usher.core.access.TokenSecret;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static RunningService service;
    private static String owner;
    private static String member;
    private static String viewer;
    private static String operator;

    @BeforeAll
    static void start() {
        service = RunningService.start();
        owner = service.token("house", Role.OWNER);
        member = service.token("house", Role.MEMBER);
        viewer = service.token("house", Role.VIEWER);
        TokenSecret secret = TokenSecret.drawnFrom(new SecureRandom());
        service.usher().accessTokens().trustOperator(secret);
        operator = secret.text();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void withoutATokenNobodyComesIn() {
        HttpResponse<String> response = service.get(TOKENS);
        problem(response, 401, "NO_AUTH");
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer");
        problem(service.get(TOKENS, "X-Api-Key", " "), 401, "NO_AUTH");
    }

    @Test
    void anUnknownTokenIsRefused() {
        HttpResponse<String> response = service.getAs("usher_nobody", TOKENS);
        problem(response, 401, "INVALID_AUTH");
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer");
        problem(service.get(TOKENS, "Authorization", "Basic dXNoZXI6dXNoZXI="), 401, "INVALID_AUTH");
    }

    @Test
    void bothHeadersAreUnderstoodAndTheSchemeInAnyCase() {
        assertThat(service.get(TOKENS, "Authorization", "bEARER " + owner).statusCode())
                .isEqualTo(200);
        assertThat(service.get(TOKENS, "X-Api-Key", owner).statusCode()).isEqualTo(200);
        assertThat(service.getAs(owner, TOKENS, "X-Api-Key", owner).statusCode())
                .isEqualTo(200);
    }

    @Test
    void twoDifferentTokensAreAmbiguous() {
        problem(service.getAs(owner, TOKENS, "X-Api-Key", member), 400, "AMBIGUOUS_CREDENTIALS");
        problem(service.get(TOKENS, "X-Api-Key", owner, "X-Api-Key", owner), 400, "AMBIGUOUS_CREDENTIALS");
    }

    @Test
    void onlyAnOwnerSeesTokens() {
        problem(service.getAs(member, TOKENS), 403, "OWNER_REQUIRED");
        problem(service.getAs(viewer, TOKENS), 403, "OWNER_REQUIRED");
    }

    @Test
    void aViewerSendsNoOperations() {
        problem(service.postAs(viewer, RunningService.OPERATIONS, "application/json", "[]"), 403, "MEMBER_REQUIRED");
    }

    @Test
    void aTokenIsMadeShownOnceAndRevokedAtOnce() {
        HttpResponse<String> made = service.postAs(
                owner,
                TOKENS,
                "application/json; charset=UTF-8",
                "{\"role\":\"viewer\",\"label\":\"Gäste \\\"Tür\\\"\"}");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        JsonNode token = json(made);
        String id = token.get("id").asText();
        String secret = token.get("secret").asText();
        assertThat(made.headers().firstValue("Location")).contains(TOKENS + "/" + id);
        assertThat(token.get("role").asText()).isEqualTo("viewer");
        assertThat(token.get("label").asText()).isEqualTo("Gäste \"Tür\"");
        assertThat(token.get("revokedAt").isNull()).isTrue();
        assertThat(token.get("createdAt").asText()).endsWith("Z");

        problem(service.getAs(secret, TOKENS), 403, "OWNER_REQUIRED");
        assertThat(service.getAs(owner, TOKENS).body())
                .contains("\"id\":\"" + id + "\"")
                .doesNotContain(secret, "secret");

        HttpResponse<String> revoked = service.send("DELETE", TOKENS + "/" + id, "", "X-Api-Key", owner);
        assertThat(revoked.statusCode()).isEqualTo(204);
        assertThat(revoked.body()).isEmpty();
        problem(service.getAs(secret, TOKENS), 401, "INVALID_AUTH");
    }

    @Test
    void everyFaultOfATokenIsNamedAtOnce() {
        JsonNode problem = problem(
                service.postAs(owner, TOKENS, "application/json", "{\"rolle\":\"owner\",\"label\":7}"),
                400,
                "UNKNOWN_MEMBER");
        assertThat(problem.get("violations").findValuesAsText("code"))
                .containsExactly("UNKNOWN_MEMBER", "INVALID_TYPE", "MISSING");
        assertThat(problem.get("violations").get(0).get("message").asText()).contains("did you mean 'role'?");
        problem(service.postAs(owner, TOKENS, "application/json", "{\"role\":\"boss\"}"), 400, "INVALID_ROLE");
        problem(service.postAs(owner, TOKENS, "application/json", "{\"role\":\"operator\"}"), 400, "INVALID_ROLE");
        problem(service.postAs(owner, TOKENS, "application/json", "{\"role\""), 400, "MALFORMED_JSON");
        problem(service.postAs(owner, TOKENS, "application/json", "[]"), 400, "INVALID_TYPE");
        problem(service.postAs(owner, TOKENS, "text/plain", "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
        problem(service.postAs(owner, TOKENS, "application/json; charset=latin1", "{}"), 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void anotherHousesTokenIsAsUnknownAsNone() {
        String foreignId =
                Long.toString(service.issue("other house", Role.OWNER).token().id());
        HttpResponse<String> foreign = service.send("DELETE", TOKENS + "/" + foreignId, "", "X-Api-Key", owner);
        HttpResponse<String> unknown = service.send("DELETE", TOKENS + "/999999999", "", "X-Api-Key", owner);
        problem(foreign, 404, "UNKNOWN_TOKEN");
        assertThat(foreign.body().replace(foreignId, "N"))
                .isEqualTo(unknown.body().replace("999999999", "N"));
        problem(service.send("DELETE", TOKENS + "/seven", "", "X-Api-Key", owner), 404, "UNKNOWN_TOKEN");
    }

    @Test
    void theOperatorActsForTheHouseTheHeaderNames() {
        assertThat(service.getAs(operator, TOKENS, "X-Usher-Organization", "house")
                        .body())
                .contains("\"role\":\"member\"");
        assertThat(service.getAs(operator, TOKENS).body()).isEqualTo("[]");
    }

    @Test
    void aHouseIsMadeForWhoBringsTicketOperationsAndForNobodyElse() {
        String[] named = {
            "X-Api-Key", operator, "X-Usher-Organization", "brand%20new+h%C3%A4user", "Content-Type", "application/json"
        };
        problem(service.send("GET", TOKENS, "", named), 404, "UNKNOWN_ORGANIZATION");
        assertThat(service.usher().organizations().find("brand new+häuser")).isEmpty();
        assertThat(problem(service.send("POST", TOKENS, "{\"role\":\"viewer\"}", named), 404, "UNKNOWN_ORGANIZATION")
                        .path("detail")
                        .asText())
                .contains("'brand new+häuser'", "usher organization create");
        assertThat(service.usher().organizations().find("brand new+häuser")).isEmpty();
        assertThat(service.send("POST", RunningService.OPERATIONS, "[]", named).statusCode())
                .isEqualTo(400);
        assertThat(service.usher().organizations().find("brand new+häuser")).isPresent();
    }

    @Test
    void theOperatorsHeaderMeansNothingForOthers() {
        assertThat(service.getAs(owner, TOKENS, "X-Usher-Organization", "elsewhere")
                        .body())
                .contains("\"role\":\"member\"");
        assertThat(service.usher().organizations().find("elsewhere")).isEmpty();
    }

    @Test
    void anImpossibleHouseIsRefused() {
        problem(service.getAs(operator, TOKENS, "X-Usher-Organization", "%zz"), 400, "INVALID_ORGANIZATION");
        problem(
                service.send("POST", TOKENS, "{}", "X-Api-Key", operator, "X-Usher-Organization", "x".repeat(256)),
                400,
                "INVALID_ORGANIZATION");
    }

    @Test
    void onlyTheOperatorInspects() {
        problem(service.send("POST", "/usher/v1/inspection", "", "X-Api-Key", owner), 403, "OPERATOR_REQUIRED");
    }

    @Test
    void theOperatorSendsOperationsForAHouseThatIsNewAndInspects() {
        HttpResponse<String> sent = service.send(
                "POST",
                RunningService.OPERATIONS,
                RunningService.operation("opening", "t1", "issued", "2025-05-20T10:00:00Z", ""),
                "X-Api-Key",
                operator,
                "X-Usher-Organization",
                "new house",
                "Content-Type",
                "application/x-ndjson");
        assertThat(sent.body()).isEqualTo("{\"added\":1,\"repeated\":0,\"sequences\":{\"opening\":1}}");
        JsonNode report = json(service.send("POST", "/usher/v1/inspection", "", "X-Api-Key", operator));
        assertThat(report.get("organizations").asInt()).isPositive();
        assertThat(report.get("events").asInt()).isEqualTo(1);
        assertThat(report.get("blocks").asInt()).isEqualTo(1);
        assertThat(report.get("operations").asInt()).isEqualTo(1);
        assertThat(report.get("faults").isEmpty()).isTrue();
    }

    @Test
    void whoReadsNoJsonIsTold() {
        problem(service.getAs(owner, TOKENS, "Accept", "text/html"), 406, "NOT_ACCEPTABLE");
        assertThat(service.getAs(owner, TOKENS, "Accept", "text/html, application/*;q=0.1")
                        .statusCode())
                .isEqualTo(200);
    }
}
