package dev.usher.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.app.ProgramInProcess;
import dev.usher.app.ServiceInProcess;
import dev.usher.conformance.stores.TemporaryStore;
import dev.usher.core.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token that calls too often is told so, and where it stands, in every answer; nobody else is. */
class RateLimitTest {
    private static final CaseClock CLOCK = new CaseClock();
    private static final String STANDING = "x-rate-limit";
    private static final String WAIT = "retry-after";

    private static TemporaryStore place;
    private static ServiceInProcess service;
    private static List<House> houses;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        place = TemporaryStore.Kind.MEMORY.create();
        try (Store store = ProgramInProcess.open(place.url())) {
            houses = House.inAStreet(store, 2, CaseClock.BEGIN);
        }
        Path settings = Files.writeString(folder.resolve("usher.conf"), "eventbrite.calls-per-hour = 2\n");
        service = ProgramInProcess.serve(CLOCK, "--store", place.url(), "--config", settings.toString());
    }

    @AfterAll
    static void stop() {
        service.close();
        place.close();
    }

    @Test
    void aTokenMayCallSoOftenAnHour() {
        CaseRun run = new CaseRun(Map.of(), new CaseClient(service.url()), CLOCK, houses.get(0), houses.get(1));
        assertThat(standing(formats(run, "owner", 200))).endsWith(" 1/2 reset=3600s");
        CLOCK.put(CaseClock.BEGIN.plusSeconds(600));
        assertThat(standing(formats(run, "owner", 200))).endsWith(" 2/2 reset=3000s");
        CaseClient.Answer refused = formats(run, "owner", 429);
        assertThat(refused.json().path("error").asText()).isEqualTo("HIT_RATE_LIMIT");
        assertThat(standing(refused)).matches("token:[0-9a-f]{10} 2/2 reset=3000s");
        assertThat(refused.headers().firstValue(WAIT)).contains("3000");

        assertThat(standing(formats(run, "stranger", 200))).endsWith(" 1/2 reset=3600s");
        CLOCK.put(CaseClock.BEGIN.plusSeconds(3_599));
        assertThat(standing(formats(run, "owner", 429))).endsWith(" 2/2 reset=1s");
        CLOCK.put(CaseClock.BEGIN.plusSeconds(3_600));
        CaseClient.Answer again = formats(run, "owner", 200);
        assertThat(standing(again)).endsWith(" 1/2 reset=3600s");
        assertThat(again.headers().firstValue(WAIT)).isEmpty();
    }

    private static CaseClient.Answer formats(CaseRun run, String who, int status) {
        CaseClient.Answer answer = run.ask("GET", "/v3/formats/", who, "");
        assertThat(answer.status()).isEqualTo(status);
        return answer;
    }

    private static String standing(CaseClient.Answer answer) {
        return String.join(" ", answer.headers().allValues(STANDING));
    }
}
