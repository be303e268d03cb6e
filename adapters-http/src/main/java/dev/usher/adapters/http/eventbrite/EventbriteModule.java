package dev.usher.adapters.http.eventbrite;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import dev.usher.adapters.http.Endpoint;
import dev.usher.adapters.http.ErrorForm;
import dev.usher.core.adapter.Setting;
import dev.usher.core.adapter.Settings;

/** The Eventbrite dialect as a part of the HTTP service, which installs it. */
public final class EventbriteModule extends AbstractModule {

    @Override
    protected void configure() {
        Multibinder<Setting> settings = Multibinder.newSetBinder(binder(), Setting.class);
        EventbriteSettings.declared().forEach(setting -> settings.addBinding().toInstance(setting));
        Multibinder.newSetBinder(binder(), Endpoint.class).addBinding().to(EventbriteEndpoint.class);
        Multibinder.newSetBinder(binder(), ErrorForm.class).addBinding().to(EventbriteErrors.class);

        bind(EventbriteErrors.class);
        bind(RateLimit.class).in(Singleton.class);
        bind(Entrance.class).in(Singleton.class);
        bind(People.class);
        bind(EventCalls.class);
        bind(SettingsCalls.class);
        bind(TicketClassCalls.class);
        bind(QuestionCalls.class);
        bind(BelongingCalls.class);
        bind(PeopleCalls.class);
        bind(ReferenceCalls.class);
        bind(EventbriteEndpoint.class);
    }

    @Provides
    @Singleton
    EventbriteSettings settings(Settings settings) {
        return EventbriteSettings.from(settings);
    }
}
