package dev.usher.adapters.http;

import static dev.usher.adapters.http.ProblemAssert.problem;
import static dev.usher.adapters.http.ProblemAssert.rawProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Role;
import dev.usher.core.event.EventRef;
import dev.usher.core.store.DamagedLog;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FrontDoorTest {
    private static RunningService service;
    private static String token;

    /** What another module may bring along. */
    private static final class ForeignEndpoint implements Endpoint {
        @Override
        public void mount(Router router) {
            router.get("/foreign/broken").handler(context -> {
                throw new IllegalStateException("SELECT secret FROM token at dev.usher.Secret(Secret.java:3)");
            });
            router.get("/foreign/damaged").handler(context -> {
                throw new DamagedLog(new EventRef(7, 42), "10..20", "a block is missing");
            });
            router.get("/foreign/teapot").handler(context -> context.fail(418));
            router.get("/foreign/well").handler(context -> context.response().end("well"));
        }
    }

    @BeforeAll
    static void start() {
        service = RunningService.start(Map.of("http.most-body-bytes", "1k"), new ForeignEndpoint());
        token = service.token("house", Role.OWNER);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void anUnknownPathIsNotFound() {
        problem(service.get("/nowhere"), 404, "NOT_FOUND");
        problem(service.get("/"), 404, "NOT_FOUND");
        problem(service.send("POST", "/nowhere", "x".repeat(100)), 404, "NOT_FOUND");
    }

    @Test
    void aKnownPathWithAnotherMethodSaysWhichMethodsItHas() {
        HttpResponse<String> response = service.send("DELETE", RunningService.STATISTICS, "");
        problem(response, 405, "METHOD_NOT_ALLOWED");
        assertThat(response.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(service.get(RunningService.OPERATIONS).headers().firstValue("Allow"))
                .contains("POST");
        assertThat(service.send("PUT", RunningService.TOKENS, "{}").headers().firstValue("Allow"))
                .contains("GET, HEAD, POST");
        assertThat(service.get(RunningService.TOKENS + "/7").headers().firstValue("Allow"))
                .contains("DELETE");
        assertThat(service.send("POST", "/foreign/well", "").headers().firstValue("Allow"))
                .contains("GET, HEAD");
    }

    @Test
    void aRequestIdThatIsSaneComesBack() {
        assertThat(service.get("/health/live", "X-Request-Id", "abc-123.4")
                        .headers()
                        .firstValue("X-Request-Id"))
                .contains("abc-123.4");
    }

    @Test
    void aRequestIdThatIsNotSaneIsReplaced() {
        assertThat(service.get("/health/live", "X-Request-Id", "a b")
                        .headers()
                        .firstValue("X-Request-Id")
                        .orElseThrow())
                .matches("[0-9a-f]{16}-[0-9a-f]+");
        assertThat(service.get("/health/live", "X-Request-Id", "x".repeat(129))
                        .headers()
                        .firstValue("X-Request-Id")
                        .orElseThrow())
                .matches("[0-9a-f]{16}-[0-9a-f]+");
    }

    @Test
    void whatBreaksInsideTellsNothingOutside() {
        problem(service.get("/foreign/broken"), 500, "INTERNAL");
    }

    @Test
    void aDamagedLogIsNamed() {
        HttpResponse<String> response = service.get("/foreign/damaged");
        assertThat(problem(response, 500, "DAMAGED_LOG").get("detail").asText())
                .contains("event 42")
                .contains("10..20");
    }

    @Test
    void anEndpointOfAnotherModuleWorksBesideTheOthers() {
        assertThat(service.get("/foreign/well").body()).isEqualTo("well");
        problem(service.get("/foreign/teapot"), 418, "REFUSED");
    }

    @Test
    void aLineTooLongIsRefusedAsAProblem() throws IOException {
        try (RawClient client = new RawClient(service.address())) {
            client.say("GET /" + "a".repeat(30_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
            rawProblem(client.hearAll(), 414, "URI_TOO_LONG");
        }
    }

    @Test
    void aQueryThatCannotBeDecodedIsRefusedAsAProblem() throws IOException {
        for (String query : List.of("x=%zz", "x=%", "token=%zz")) {
            try (RawClient client = new RawClient(service.address())) {
                client.say("GET /usher/v1/events/1?" + query + " HTTP/1.1\r\nHost: x\r\n\r\n");
                rawProblem(client.hearOne(), 400, "MALFORMED_QUERY");
            }
        }
    }

    @Test
    void headersTooLargeAreRefusedAsAProblem() throws IOException {
        try (RawClient client = new RawClient(service.address())) {
            client.say("GET / HTTP/1.1\r\nHost: x\r\nX-Large: " + "a".repeat(10_000) + "\r\n\r\n");
            rawProblem(client.hearAll(), 431, "HEADERS_TOO_LARGE");
        }
    }

    @Test
    void whatIsNoHttpIsRefusedAsAProblem() throws IOException {
        try (RawClient client = new RawClient(service.address())) {
            client.say("GET / HTTP/1.1\r\nHost: x\r\nno colon here\r\n\r\n");
            rawProblem(client.hearAll(), 400, "MALFORMED_REQUEST");
        }
    }

    @Test
    void aRequestWithoutHostIsRefusedAsAProblem() throws IOException {
        try (RawClient client = new RawClient(service.address())) {
            client.say("GET /health/live HTTP/1.1\r\n\r\n");
            rawProblem(client.hearOne(), 400, "MALFORMED_REQUEST");
        }
    }

    @Test
    void aConnectionServesManyRequestsAlsoWhenTheyComeAtOnce() throws IOException {
        String request = "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n";
        try (RawClient client = new RawClient(service.address())) {
            client.say(request + request);
            assertThat(client.hearOne()).startsWith("HTTP/1.1 200").endsWith("{\"status\":\"up\"}");
            assertThat(client.hearOne()).startsWith("HTTP/1.1 200").endsWith("{\"status\":\"up\"}");
            client.say(request);
            assertThat(client.hearOne()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aBodyThatSaysItIsTooLongIsRefusedBeforeItComes() throws IOException {
        try (RawClient client = new RawClient(service.address())) {
            client.say(head("Content-Length: 5000"));
            rawProblem(client.hearAll(), 413, "BODY_TOO_LARGE");
        }
    }

    @Test
    void aBodyThatNeverEndsIsCutWhereItGetsTooLong() throws IOException {
        try (RawClient client = new RawClient(service.address())) {
            client.say(head("Transfer-Encoding: chunked"));
            for (int chunk = 0; chunk < 3; chunk++) {
                client.say("200\r\n" + " ".repeat(0x200) + "\r\n");
            }
            rawProblem(client.hearAll(), 413, "BODY_TOO_LARGE");
        }
    }

    @Test
    void aCompressedBodyIsRefused() {
        HttpResponse<String> response = service.send(
                "POST",
                RunningService.OPERATIONS,
                "[]",
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json",
                "Content-Encoding",
                "gzip");
        problem(response, 415, "UNSUPPORTED_ENCODING");
    }

    @Test
    void aClientThatAsksFirstIsToldToGoOn() throws IOException {
        try (RawClient client = new RawClient(service.address())) {
            client.say(head("Content-Length: 2\r\nExpect: 100-continue"));
            assertThat(client.hearOne()).startsWith("HTTP/1.1 100");
            client.say("[]");
            rawProblem(client.hearOne(), 400, "MISSING");
        }
    }

    private static String head(String further) {
        return "POST " + RunningService.OPERATIONS + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + token + "\r\n" + further + "\r\n\r\n";
    }
}
