package dev.usher.app;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import dev.usher.core.adapter.OperationImporter;
import dev.usher.core.adapter.Setting;
import dev.usher.core.adapter.StoreFactory;

/** An adapter made of what a test needs: a store under the scheme {@code trial:}, an importer, a setting. */
final class TrialAdapters extends AbstractModule {
    private final StoreFactory stores;
    private final OperationImporter importer;

    TrialAdapters(StoreFactory stores, OperationImporter importer) {
        this.stores = stores;
        this.importer = importer;
    }

    @Override
    protected void configure() {
        MapBinder.newMapBinder(binder(), String.class, StoreFactory.class)
                .addBinding("trial:")
                .toInstance(stores);
        bind(OperationImporter.class).toInstance(importer);
        Multibinder.newSetBinder(binder(), Setting.class)
                .addBinding()
                .toInstance(new Setting("trial.speed-limit", "fast", "how quick the trial is"));
    }
}
