package dev.usher.adapters.http;

import static dev.usher.adapters.http.ProblemAssert.rawProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void moreThanCanEverBeDoneIsRefusedAtOnce() throws Exception {
        String request = "GET " + RunningService.TOKENS + " HTTP/1.1\r\nHost: x\r\nX-Api-Key: unknown\r\n\r\n";
        CountDownLatch opened = new CountDownLatch(1);
        List<RawClient> clients = new ArrayList<>();
        try (RunningService service = RunningService.start()) {
            service.store().holdUpUntil(opened);
            for (int number = 0; number <= Workers.MOST_AT_ONCE; number++) {
                clients.add(new RawClient(service.address()).say(request));
            }
            RawClient oneTooMany = awaitAnswered(clients);
            rawProblem(oneTooMany.hearOne(), 503, "OVERLOADED");
            opened.countDown();
            for (RawClient client : clients) {
                if (client != oneTooMany) {
                    rawProblem(client.hearOne(), 401, "INVALID_AUTH");
                }
            }
        } finally {
            opened.countDown();
            for (RawClient client : clients) {
                client.close();
            }
        }
    }

    private static RawClient awaitAnswered(List<RawClient> clients) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plusSeconds(20);
        Optional<RawClient> answered = Optional.empty();
        while (answered.isEmpty()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(20);
            for (RawClient client : clients) {
                if (client.isSpokenTo()) {
                    answered = Optional.of(client);
                }
            }
        }
        return answered.get();
    }
}
