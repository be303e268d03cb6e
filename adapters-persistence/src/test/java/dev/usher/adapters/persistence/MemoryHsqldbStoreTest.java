package dev.usher.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.core.adapter.Settings;
import dev.usher.core.store.Store;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The embedded store, in memory. */
final class MemoryHsqldbStoreTest {
    private static final String URL = "jdbc:hsqldb:mem:forgetful";

    @Test
    void forgetsWhenItIsClosed() {
        for (int time = 0; time < 2; time++) {
            try (Store store = new HsqldbStoreFactory().open(URL, Settings.of(Map.of()))) {
                assertThat(Appends.append(store, Appends.LOG, 1, new byte[300_000])
                                .sequence())
                        .isEqualTo(1);
            }
        }
    }
}
