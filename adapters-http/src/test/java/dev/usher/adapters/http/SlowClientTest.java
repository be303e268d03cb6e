package dev.usher.adapters.http;

import static dev.usher.adapters.http.ProblemAssert.rawProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Role;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SlowClientTest {
    private static RunningService service;
    private static String token;

    @BeforeAll
    static void start() {
        service = RunningService.start(Map.of("http.request-timeout", "400ms", "http.idle-timeout", "500ms"));
        token = service.token("house", Role.MEMBER);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void aConnectionThatNeverFinishesItsHeadIsClosed() throws IOException {
        try (RawClient client = new RawClient(service.address())) {
            client.say("GET /health/live HTTP/1.1\r\nHost: x\r\nX-Slow: ");
            assertThat(client.hearAll()).isEmpty();
        }
    }

    @Test
    void aConnectionThatSendsAByteNowAndThenIsClosedToo() throws IOException {
        try (RawClient client = new RawClient(service.address())) {
            client.say("GET /health/live HTTP/1.1\r\nHost: x\r\n");
            Thread dripping = drip(client);
            assertThat(client.hearAll()).isEmpty();
            dripping.interrupt();
        }
    }

    @Test
    void aConnectionThatIsIdleAfterAnAnswerIsClosed() throws IOException {
        try (RawClient client = new RawClient(service.address())) {
            client.say("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(client.hearAll()).startsWith("HTTP/1.1 200").endsWith("{\"status\":\"up\"}");
        }
    }

    @Test
    void aRequestThatIsBeingWorkedOnIsNotCut() throws Exception {
        CountDownLatch opened = new CountDownLatch(1);
        try (RawClient client = new RawClient(service.address())) {
            service.store().holdUpUntil(opened);
            client.say("GET " + RunningService.STATISTICS + " HTTP/1.1\r\nHost: x\r\nX-Api-Key: unknown\r\n\r\n");
            Thread.sleep(1_000);
            opened.countDown();
            rawProblem(client.hearOne(), 401, "INVALID_AUTH");
        } finally {
            opened.countDown();
        }
    }

    @Test
    void aBodyThatIsTooSlowIsRefused() throws IOException {
        try (RawClient client = new RawClient(service.address())) {
            client.say(
                    "POST " + RunningService.OPERATIONS + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Authorization: Bearer " + token + "\r\nContent-Length: 1000\r\n\r\n[");
            Thread dripping = drip(client);
            rawProblem(client.hearAll(), 408, "REQUEST_TIMEOUT");
            dripping.interrupt();
        }
    }

    /** A byte every tenth of a second, until interrupted or until the connection is gone. */
    private static Thread drip(RawClient client) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    client.say("a");
                    Thread.sleep(100);
                }
            } catch (IOException | InterruptedException over) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        return thread;
    }
}
