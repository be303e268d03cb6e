package dev.usher.conformance.cases;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.usher.adapters.http.Endpoint;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A third party's endpoint that adds nothing: it keeps the router it was given, so that what a running service answers can
 * be listed. Found as every adapter is.
 */
public final class RouterWatchModule extends AbstractModule {
    private static final AtomicReference<Optional<Router>> LAST = new AtomicReference<>(Optional.empty());

    /** For the service loader. */
    public RouterWatchModule() {}

    @Override
    protected void configure() {
        Endpoint watch = router -> LAST.set(Optional.of(router));
        Multibinder.newSetBinder(binder(), Endpoint.class)
                .permitDuplicates()
                .addBinding()
                .toInstance(watch);
    }

    /** What the service that was started last answers: {@code GET /v3/events/:id}, in alphabetical order. */
    static SortedSet<String> routes() {
        SortedSet<String> routes = new TreeSet<>();
        for (Route route : LAST.get().orElseThrow().getRoutes()) {
            if (route.getPath() != null && route.methods() != null) {
                for (HttpMethod method : route.methods()) {
                    routes.add(method.name() + " " + route.getPath());
                }
            }
        }
        return routes;
    }
}
