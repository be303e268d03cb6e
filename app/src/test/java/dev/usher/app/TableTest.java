package dev.usher.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsLineUp() {
        Table table = new Table(1, List.of("event", "n"), List.of(List.of("a", "1,234"), List.of("Übergröße", "5")));

        assertThat(table.lines())
                .containsExactly(
                        "event          n", //
                        "─────────  ─────",
                        "a          1,234",
                        "Übergröße      5");
    }

    @Test
    void anEmptyTableIsItsHeading() {
        assertThat(new Table(2, List.of("id", "label"), List.of()).lines()).containsExactly("id  label", "──  ─────");
    }
}
