package dev.usher.app;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.MapBinder;
import dev.usher.core.adapter.StoreFactory;

/** An adapter that claims the scheme {@code trial:} too. */
final class SecondStore extends AbstractModule {
    private final StoreFactory stores;

    SecondStore(StoreFactory stores) {
        this.stores = stores;
    }

    @Override
    protected void configure() {
        MapBinder.newMapBinder(binder(), String.class, StoreFactory.class)
                .addBinding("trial:")
                .toInstance(stores);
    }
}
