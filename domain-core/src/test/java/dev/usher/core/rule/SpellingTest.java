package dev.usher.core.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.statistics.OperationText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

    @ParameterizedTest
    @CsvSource({
        "eventId, event_id",
        "EVENT-ID, event_id",
        "occured_at, occurred_at",
        "occurredAt, occurred_at",
        "operatoin, operation",
        "device, device_id"
    })
    void aNearMissIsGuessed(String written, String meant) {
        assertThat(Spelling.nearest(written, OperationText.MEMBERS)).contains(meant);
    }

    @Test
    void whatIsFarFromEverythingIsNotGuessed() {
        for (String written : List.of("", "seat", "x".repeat(1_000), "colour")) {
            assertThat(Spelling.nearest(written, OperationText.MEMBERS))
                    .as(written)
                    .isEmpty();
        }
    }
}
