package dev.usher.adapters.http;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import dev.usher.adapters.http.eventbrite.EventbriteModule;
import dev.usher.core.adapter.Listener;
import dev.usher.core.adapter.Setting;
import dev.usher.core.adapter.Settings;

/**
 * The HTTP service as a plug-in: it binds the {@link Listener} and collects every {@link Endpoint}.
 *
 * <p>It expects {@code Settings}, {@code Usher}, {@code Store}, {@code InstantSource} and {@code RandomGenerator} to be bound by the program.
 */
public final class HttpModule extends AbstractModule {

    /** For the service loader. */
    public HttpModule() {}

    @Override
    protected void configure() {
        Multibinder<Setting> settings = Multibinder.newSetBinder(binder(), Setting.class);
        HttpSettings.declared().forEach(setting -> settings.addBinding().toInstance(setting));

        Multibinder<Endpoint> endpoints = Multibinder.newSetBinder(binder(), Endpoint.class);
        endpoints.addBinding().to(StatisticsEndpoint.class);
        endpoints.addBinding().to(EventStatisticsEndpoint.class);
        endpoints.addBinding().to(TicketOperationsEndpoint.class);
        endpoints.addBinding().to(TokensEndpoint.class);
        endpoints.addBinding().to(OrganizationsEndpoint.class);
        endpoints.addBinding().to(UsersEndpoint.class);
        endpoints.addBinding().to(EventsEndpoint.class);
        endpoints.addBinding().to(TicketClassesEndpoint.class);
        endpoints.addBinding().to(BelongingsEndpoint.class);
        endpoints.addBinding().to(InspectionEndpoint.class);
        endpoints.addBinding().to(HealthEndpoint.class);
        install(new EventbriteModule());

        bind(ErrorForms.class).in(Singleton.class);
        bind(NativeRoutes.class).in(Singleton.class);
        bind(Doorkeeper.class).in(Singleton.class);
        bind(RequestBody.class).in(Singleton.class);
        bind(Workers.class).in(Singleton.class);
        bind(Readiness.class).in(Singleton.class);
        bind(Listener.class).to(HttpListener.class).in(Singleton.class);
    }

    @Provides
    @Singleton
    HttpSettings settings(Settings settings) {
        return HttpSettings.from(settings);
    }
}
