package dev.usher.app;

import com.google.inject.ConfigurationException;
import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.ProvisionException;
import com.google.inject.Stage;
import com.google.inject.TypeLiteral;
import dev.usher.core.Usher;
import dev.usher.core.adapter.InvalidSetting;
import dev.usher.core.adapter.Listener;
import dev.usher.core.adapter.OperationImporter;
import dev.usher.core.adapter.Setting;
import dev.usher.core.adapter.Settings;
import dev.usher.core.store.Store;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program put together: the engine, and the adapters that were found.
 *
 * <p>When a composition exists, every setting that was said is known and no two adapters claim one kind of store; the
 * store is opened, and anything else started, when it is first asked for.
 */
final class Composition {
    private static final Logger LOGGER = LoggerFactory.getLogger(Composition.class);

    private final Injector injector;

    private Composition(Injector injector) {
        this.injector = injector;
    }

    /**
     * Puts the engine and the adapters together.
     *
     * @param adapters the adapters' modules, the built-in ones like any other
     * @param clock tells the time
     * @throws InvalidSetting when a setting is unknown, or two adapters claim one kind of store
     */
    static Composition of(List<Module> adapters, SettingSources sources, InstantSource clock) {
        adapters.forEach(
                adapter -> LOGGER.debug("adapter {}", adapter.getClass().getName()));
        List<Module> modules = new ArrayList<>(adapters);
        modules.add(new CoreModule(sources, clock));
        // DEVELOPMENT makes nothing before it is asked for, so that settings are checked before anything starts.
        Composition composition = new Composition(createInjector(modules));
        composition.settings();
        composition.instance(Key.get(StoreFactories.class));
        return composition;
    }

    Settings settings() {
        return instance(Key.get(Settings.class));
    }

    /** Every setting that some module knows, by name. */
    Map<String, Setting> knownSettings() {
        Map<String, Setting> byName = new TreeMap<>();
        instance(Key.get(new TypeLiteral<Set<Setting>>() {})).forEach(setting -> byName.put(setting.name(), setting));
        return byName;
    }

    /** What was said for a setting of that name; empty when no module knows it. */
    Optional<String> said(String name) {
        return Optional.ofNullable(knownSettings().get(name)).map(settings()::text);
    }

    /** The store, opened now if it is not open yet. Whoever asks first closes it. */
    Store store() {
        return instance(Key.get(Store.class));
    }

    /** The engine over the store. */
    Usher usher() {
        return instance(Key.get(Usher.class));
    }

    Listener listener() {
        return instance(Key.get(Listener.class));
    }

    OperationImporter importer() {
        return instance(Key.get(OperationImporter.class));
    }

    RandomGenerator chance() {
        return instance(Key.get(RandomGenerator.class));
    }

    private static Injector createInjector(List<Module> modules) {
        try {
            return Guice.createInjector(Stage.DEVELOPMENT, modules);
        } catch (CreationException misfit) {
            throw new IllegalStateException("the adapters do not fit together: " + misfit.getMessage(), misfit);
        }
    }

    private <T> T instance(Key<T> key) {
        try {
            return injector.getInstance(key);
        } catch (ProvisionException wrapped) {
            if (wrapped.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw wrapped;
        } catch (ConfigurationException missing) {
            throw new IllegalStateException(
                    "no adapter provides a " + key.getTypeLiteral() + "; is one missing from the class path?", missing);
        }
    }
}
