package dev.usher.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import dev.usher.core.adapter.Setting;
import dev.usher.core.adapter.StoreFactory;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The stores are found as any adapter is. */
final class PersistenceModuleTest {

    @Test
    void bindsAFactoryForEachSchemeAndTellsItsSettings() {
        Module found = ServiceLoader.load(Module.class).findFirst().orElseThrow();
        Injector injector = Guice.createInjector(
                binder -> {
                    binder.requireExplicitBindings();
                    binder.disableCircularProxies();
                },
                found);
        assertThat(injector.getInstance(Key.get(new TypeLiteral<Map<String, StoreFactory>>() {})))
                .containsOnlyKeys("jdbc:hsqldb:", "jdbc:postgresql:");
        assertThat(injector.getInstance(Key.get(new TypeLiteral<Set<Setting>>() {})))
                .extracting(Setting::name)
                .containsExactlyInAnyOrder("store.least-free-space", "store.user", "store.password");
    }
}
