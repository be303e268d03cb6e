package dev.usher.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.core.adapter.InvalidSetting;
import dev.usher.core.adapter.Settings;
import dev.usher.core.adapter.StoreFactory;
import dev.usher.core.store.MemoryStore;
import dev.usher.core.store.Store;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoreFactoriesTest {
    private static final Settings SETTINGS = Settings.of(Map.of());

    @Test
    void theLongestSchemeThatFitsOpensTheStore() {
        Store wanted = new MemoryStore();
        StoreFactories factories = new StoreFactories(Map.of(
                "jdbc:", (url, settings) -> new MemoryStore(),
                "jdbc:trial:", (url, settings) -> wanted));

        assertThat(factories.open("jdbc:trial:x", SETTINGS)).isSameAs(wanted);
    }

    @Test
    void anUnknownSchemeIsAnErrorThatNamesTheKnownOnesAndNoPassword() {
        StoreFactories factories = new StoreFactories(Map.of(
                "memory:", (url, settings) -> new MemoryStore(),
                "jdbc:trial:", (url, settings) -> new MemoryStore()));

        assertThatThrownBy(() -> factories.open("jdbc:mysql://host/db?password=secret", SETTINGS))
                .isInstanceOf(InvalidSetting.class)
                .hasMessage("no adapter opens a store at jdbc:mysql:; the known kinds are jdbc:trial:, memory:");
    }

    @Test
    void twoAdaptersForOneSchemeAreAnErrorThatNamesBoth() {
        StoreFactory one = new FirstFactory();
        StoreFactory other = new SecondFactory();

        assertThatThrownBy(() -> StoreFactories.of(Map.of("trial:", Set.of(one, other))))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("trial:")
                .hasMessageContaining(FirstFactory.class.getName() + " and " + SecondFactory.class.getName());
    }

    private static final class FirstFactory implements StoreFactory {
        @Override
        public Store open(String url, Settings settings) {
            return new MemoryStore();
        }
    }

    private static final class SecondFactory implements StoreFactory {
        @Override
        public Store open(String url, Settings settings) {
            return new MemoryStore();
        }
    }
}
