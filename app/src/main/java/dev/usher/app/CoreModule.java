package dev.usher.app;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import dev.usher.core.Usher;
import dev.usher.core.adapter.InvalidSetting;
import dev.usher.core.adapter.Setting;
import dev.usher.core.adapter.Settings;
import dev.usher.core.adapter.StoreFactory;
import dev.usher.core.service.Terms;
import dev.usher.core.store.MemoryStore;
import dev.usher.core.store.Store;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Binds the engine itself, the clock and the chance it runs on, and the store that needs no adapter. */
final class CoreModule extends AbstractModule {
    static final Setting STORE_URL = new Setting(
            "store.url",
            "jdbc:hsqldb:file:usher-data/usher",
            "Where everything is kept: an embedded HSQLDB, a PostgreSQL shared by several nodes"
                    + " (jdbc:postgresql://HOST/DATABASE?user=…&password=…), or memory: for a trial.");
    static final Setting TIMELINE_MEMORY = new Setting(
            "timeline.memory",
            "",
            "Memory for the statistics kept at hand, such as 512m; a quarter of the heap when empty.");
    static final Setting BOOTSTRAP_TOKEN = new Setting(
            "bootstrap.token",
            "",
            "Secret of the first owner's token, set by serve in a store that has no token yet; 32 characters or more.");

    private final SettingSources sources;
    private final InstantSource clock;

    CoreModule(SettingSources sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
    }

    @Override
    protected void configure() {
        binder().requireExplicitBindings();
        binder().requireExactBindingAnnotations();
        binder().requireAtInjectOnConstructors();
        binder().disableCircularProxies();

        bind(InstantSource.class).toInstance(clock);
        bind(RandomGenerator.class).toInstance(new SecureRandom());

        Multibinder<Setting> settings =
                Multibinder.newSetBinder(binder(), Setting.class).permitDuplicates();
        settings.addBinding().toInstance(STORE_URL);
        settings.addBinding().toInstance(TIMELINE_MEMORY);
        settings.addBinding().toInstance(BOOTSTRAP_TOKEN);
        PackageSettings.declared().forEach(setting -> settings.addBinding().toInstance(setting));

        // Duplicates get in here so that StoreFactories can name both; the container's own complaint is a page long.
        MapBinder.newMapBinder(binder(), String.class, StoreFactory.class)
                .permitDuplicates()
                .addBinding("memory:")
                .toInstance((url, said) -> new MemoryStore());
    }

    @Provides
    @Singleton
    Settings settings(Set<Setting> known) {
        return sources.among(known);
    }

    @Provides
    @Singleton
    StoreFactories storeFactories(Map<String, Set<StoreFactory>> byScheme) {
        return StoreFactories.of(byScheme);
    }

    @Provides
    @Singleton
    Store store(StoreFactories factories, Settings settings) {
        return factories.open(settings.text(STORE_URL).strip(), settings);
    }

    @Provides
    @Singleton
    Usher usher(Store store, InstantSource clock, RandomGenerator chance, Settings settings) {
        return Usher.over(store, clock, chance, terms(settings).with(PackageSettings.from(settings)));
    }

    private static Terms terms(Settings settings) {
        if (settings.text(TIMELINE_MEMORY).isBlank()) {
            return Terms.usual();
        }
        long bytes = settings.bytes(TIMELINE_MEMORY);
        if (bytes < 1) {
            throw new InvalidSetting(TIMELINE_MEMORY.name() + " is '" + settings.text(TIMELINE_MEMORY)
                    + "'; expected a size above zero, such as 512m");
        }
        return Terms.within(bytes);
    }
}
