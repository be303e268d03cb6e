package dev.usher.adapters.persistence;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import dev.usher.core.adapter.Setting;
import dev.usher.core.adapter.StoreFactory;

/** Keeps everything in a database: HSQLDB in a folder beside the program, or a PostgreSQL that several nodes share. */
public final class PersistenceModule extends AbstractModule {

    /** The stores for {@code jdbc:hsqldb:} and {@code jdbc:postgresql:}; nothing is opened here. */
    public PersistenceModule() {}

    @Override
    protected void configure() {
        Multibinder<Setting> settings = Multibinder.newSetBinder(binder(), Setting.class);
        StoreSettings.ALL.forEach(setting -> settings.addBinding().toInstance(setting));
        MapBinder<String, StoreFactory> factories = MapBinder.newMapBinder(binder(), String.class, StoreFactory.class);
        factories.addBinding(HsqldbUrl.SCHEME).toInstance(new HsqldbStoreFactory());
        factories.addBinding(PostgresStoreFactory.SCHEME).toInstance(new PostgresStoreFactory());
    }
}
