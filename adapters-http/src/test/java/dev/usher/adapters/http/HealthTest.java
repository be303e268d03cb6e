package dev.usher.adapters.http;

import static dev.usher.adapters.http.ProblemAssert.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.access.Role;
import dev.usher.core.store.StoreUnavailable;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class HealthTest {

    @Test
    void theServiceLivesEvenWhenItsStoreDoesNot() throws InterruptedException {
        try (RunningService service = RunningService.start()) {
            assertThat(service.get("/health/ready").statusCode()).isEqualTo(200);
            service.store()
                    .breakWith(() -> new StoreUnavailable("jdbc:postgresql://secret-host refused: SQLSTATE 08001"));
            awaitThat(() -> service.get("/health/ready").statusCode() == 503);
            HttpResponse<String> ready = service.get("/health/ready");
            problem(ready, 503, "NOT_READY");
            assertThat(ready.headers().firstValue("Retry-After")).isPresent();
            assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
            service.store().mend();
            awaitThat(() -> service.get("/health/ready").statusCode() == 200);
        }
    }

    @Test
    void aStoreThatHangsIsNotReady() throws InterruptedException {
        try (RunningService service = RunningService.start()) {
            CountDownLatch opened = new CountDownLatch(1);
            service.store().holdUpUntil(opened);
            problem(service.get("/health/ready"), 503, "NOT_READY");
            assertThat(service.get("/health/live").statusCode()).isEqualTo(200);
            opened.countDown();
            awaitThat(() -> service.get("/health/ready").statusCode() == 200);
        }
    }

    @Test
    void anUnreachableStoreIsAnswered503AndTellsNothingOfItself() {
        try (RunningService service = RunningService.start()) {
            String token = service.token("house", Role.OWNER);
            service.store()
                    .breakWith(() -> new StoreUnavailable("jdbc:postgresql://secret-host refused: SQLSTATE 08001"));
            HttpResponse<String> response = service.getAs(token, RunningService.TOKENS);
            problem(response, 503, "STORE_UNAVAILABLE");
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            assertThat(response.body()).doesNotContain("secret-host", "jdbc");
            problem(service.getAs("usher_unknown", RunningService.TOKENS), 503, "STORE_UNAVAILABLE");
        }
    }

    @Test
    void aRequestThatRunsIsFinishedBeforeTheServiceStops() throws Exception {
        RunningService service = RunningService.start(Map.of("http.drain-timeout", "20s"));
        String token = service.token("house", Role.OWNER);
        CountDownLatch opened = new CountDownLatch(1);
        try (RawClient running = new RawClient(service.address());
                RawClient idle = new RawClient(service.address())) {
            idle.say("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(idle.hearOne()).startsWith("HTTP/1.1 200");
            service.store().holdUpUntil(opened);
            running.say("GET " + RunningService.TOKENS + " HTTP/1.1\r\nHost: x\r\nX-Api-Key: " + token + "\r\n\r\n");
            awaitThat(service.store()::holdsUp);

            Thread closing = new Thread(service::close);
            closing.start();
            assertThat(idle.hearAll())
                    .as("a connection without a request is closed at once")
                    .isEmpty();
            assertThat(acceptsConnections(service)).as("nobody new comes in").isFalse();
            assertThat(closing.isAlive()).as("it waits for the one that runs").isTrue();
            opened.countDown();
            assertThat(running.hearAll()).startsWith("HTTP/1.1 200");
            closing.join(Duration.ofSeconds(20).toMillis());
            assertThat(closing.isAlive()).isFalse();
        }
    }

    @Test
    void aRequestThatDoesNotFinishKeepsTheServiceOnlyForTheDrainTime() throws Exception {
        RunningService service = RunningService.start(Map.of("http.drain-timeout", "200ms"));
        CountDownLatch opened = new CountDownLatch(1);
        try (RawClient running = new RawClient(service.address())) {
            service.store().holdUpUntil(opened);
            running.say("GET " + RunningService.TOKENS + " HTTP/1.1\r\nHost: x\r\nX-Api-Key: unknown\r\n\r\n");
            awaitThat(service.store()::holdsUp);
            Thread closing = new Thread(service::close);
            closing.start();
            assertThat(running.hearAll()).isEmpty();
            closing.join(Duration.ofSeconds(20).toMillis());
            assertThat(closing.isAlive()).isFalse();
        } finally {
            opened.countDown();
        }
    }

    private static boolean acceptsConnections(RunningService service) {
        try (RawClient client = new RawClient(service.address())) {
            client.say("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n");
            return client.hearOne().startsWith("HTTP/1.1 200");
        } catch (IOException refused) {
            return false;
        }
    }

    private static void awaitThat(BooleanSupplier condition) throws InterruptedException {
        Instant deadline = Instant.now().plusSeconds(20);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
    }
}
