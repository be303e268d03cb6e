package dev.usher.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.usher.core.store.MemoryStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run fails when the service answers anything else than what was expected. */
class CaseRunTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REFUSAL =
            "{\"status_code\":400,\"error_detail\":{\"ARGUMENTS_ERROR\":{\"a\":[\"MISSING\"]}},"
                    + "\"error_description\":\"a is missing\",\"error\":\"ARGUMENTS_ERROR\"}";

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            boolean isRefused = exchange.getRequestURI().getPath().equals("/refused");
            byte[] body = (isRefused ? REFUSAL : "{\"id\":\"7\",\"secret\":\"x\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isRefused ? 400 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatIsKeptStandsInLaterSteps() {
        run(
                "{\"get\": \"/\", \"query\": {\"a\": [\"1\", \"2\"]}, \"keep\": {\"thing\": \"/id\"}}",
                "{\"post\": \"/{thing}\", \"like\": \"one\", \"body\": {\"c\": \"{thing}\", \"b\": \"<absent>\"}}",
                "{\"post\": \"/form\", \"form\": {\"a.b\": \"c d\"}}");
        assertThat(asked).containsExactly("GET /?a=1&a=2 ", "POST /7 {\"a\":1,\"c\":\"7\"}", "POST /form a.b=c+d");
    }

    @Test
    void theSameIsAskedOfATwin() {
        run("{\"post\": \"/one\", \"query\": {\"a\": \"1\"}, \"body\": {\"b\": 2}, \"same_as\": \"/other\"}");
        assertThat(asked).containsExactly("POST /one?a=1 {\"b\":2}", "POST /other?a=1 {\"b\":2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"get\": \"/refused\", \"arguments\": {\"a\": [\"MISSING\"]}}",
                "{\"get\": \"/refused\", \"error\": \"ARGUMENTS_ERROR\", \"answer\": {\"error\": \"*\"}}",
                "{\"get\": \"/\", \"answer\": {\"id\": \"7\"}, \"absent\": [\"password\"]}",
                "{\"get\": \"/\", \"same_as\": \"/twin\"}",
                "{\"get\": \"/refused\", \"error\": \"ARGUMENTS_ERROR\", \"same_as\": \"/refused\"}"
            })
    void whatWasExpectedPasses(String step) {
        assertThatCode(() -> run(step)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"get\": \"/refused\"}",
                "{\"get\": \"/refused\", \"error\": \"NO_VENUE\"}",
                "{\"get\": \"/refused\", \"arguments\": {\"a\": [\"INVALID\"]}}",
                "{\"get\": \"/refused\", \"arguments\": {\"a\": [\"MISSING\"], \"b\": [\"MISSING\"]}}",
                "{\"get\": \"/refused\", \"arguments\": {}}",
                "{\"get\": \"/\", \"error\": \"ARGUMENTS_ERROR\"}",
                "{\"get\": \"/\", \"status\": 204}",
                "{\"get\": \"/\", \"answer\": {\"id\": \"8\"}}",
                "{\"get\": \"/\", \"absent\": [\"secret\"]}",
                "{\"get\": \"/\", \"keep\": {\"thing\": \"/number\"}}",
                "{\"get\": \"/{unknown}\"}",
                "{\"get\": \"/\", \"like\": \"unknown\"}",
                "{\"get\": \"/\", \"same_as\": \"/refused\"}",
                "{\"get\": \"/\", \"same_as\": \"/{unknown}\"}"
            })
    void anythingElseFails(String step) {
        assertThatThrownBy(() -> run(step)).isInstanceOf(AssertionError.class);
    }

    private void run(String... steps) {
        List<Step> read = new ArrayList<>();
        try {
            for (String step : steps) {
                read.add(Step.of(JSON.readTree(step)));
            }
            List<House> houses = House.inAStreet(new MemoryStore(), 2, CaseClock.BEGIN);
            CaseClient client = new CaseClient(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
            new CaseRun(
                            Map.of("one", JSON.readTree("{\"a\":1,\"b\":2}")),
                            client,
                            new CaseClock(),
                            houses.get(0),
                            houses.get(1))
                    .run(new Case("", List.of(), Map.of(), read));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
