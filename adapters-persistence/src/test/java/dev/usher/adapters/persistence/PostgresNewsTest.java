package dev.usher.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.event.EventRef;
import dev.usher.core.store.LogHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message tells of a head of this store, or of nothing. */
final class PostgresNewsTest {

    @Test
    void aMessageTellsOfAHead() {
        assertThat(PostgresNews.parse("1 2 9223372036854775807 -9223372036854775808 my schema", "my schema"))
                .contains(new LogHead(new EventRef(1, 2), Long.MAX_VALUE, Long.MIN_VALUE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 2 3 4",
                "1 2 3 4 other",
                "1 2 3 4 public ",
                "1 2 -3 4 public",
                "1 2 3 9223372036854775808 public",
                "one 2 3 4 public",
                "1  2 3 4 public"
            })
    void aMessageOfAnotherKindOrSchemaTellsOfNothing(String message) {
        assertThat(PostgresNews.parse(message, "public")).isEmpty();
    }
}
