package dev.usher.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.usher.core.access.Role;
import dev.usher.core.store.StoreUnavailable;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AccessLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.usher");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    @Test
    void theLogNamesRoutesAndNeitherTokensNorIds() throws IOException {
        String secret;
        try (RunningService service = RunningService.start()) {
            secret = service.token("house", Role.OWNER);
            service.getAs(secret, RunningService.STATISTICS + "?eventIds=canary-event&dateTime=2025-05-21T06:00:00Z");
            service.send("DELETE", RunningService.TOKENS + "/4711", "", "X-Api-Key", secret);
            service.getAs("canary-token", "/nowhere/canary-path");
            service.store().breakWith(() -> new StoreUnavailable("two\r\nlines"));
            service.getAs(secret, RunningService.TOKENS);
            try (RawClient client = new RawClient(service.address())) {
                client.say("GET /health/live?canary-query HTTP/1.1\r\nHost: x\r\nX-Request-Id: canary id\tx\r\n\r\n");
                client.hearOne();
            }
        }
        List<String> lines =
                log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        assertThat(lines)
                .anyMatch(line -> line.startsWith("GET /organizer/report/events/statistics 404 "))
                .anyMatch(line -> line.startsWith("DELETE /usher/v1/tokens/:id 404 "))
                .anyMatch(line -> line.startsWith("GET /usher/v1/tokens 503 "))
                .anyMatch(line -> line.startsWith("GET (no route) 404 "))
                .noneMatch(line -> line.contains("canary") || line.contains(secret) || line.contains("4711"))
                .noneMatch(line -> line.contains("\r") || line.contains("\n"));
    }
}
