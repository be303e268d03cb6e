package dev.usher.conformance.cases;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.usher.adapters.http.Endpoint;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
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
        return routes(LAST.get().orElseThrow());
    }

    /**
     * What a router answers.
     *
     * <p>Whatever can be got answers HEAD too, which is not listed again. A route that says no methods stands here as {@code ANY},
     * unless others of its path say theirs: then it is what tells of them. One without a path sees every request.
     */
    static SortedSet<String> routes(Router router) {
        SortedSet<String> routes = new TreeSet<>();
        Set<String> said = new HashSet<>();
        for (Route route : router.getRoutes()) {
            if (route.methods() != null) {
                Optional.ofNullable(route.getPath()).ifPresent(path -> said.add(name(route)));
                route.methods().stream()
                        .filter(method -> !method.equals(HttpMethod.HEAD)
                                || !route.methods().contains(HttpMethod.GET))
                        .forEach(method -> routes.add(method.name() + " " + name(route)));
            }
        }
        router.getRoutes().stream()
                .filter(route -> route.methods() == null && !said.contains(name(route)))
                .filter(route -> route.getPath() != null || route.isRegexPath())
                .forEach(route -> routes.add("ANY " + name(route)));
        return routes;
    }

    private static String name(Route route) {
        if (route.getPath() == null) {
            return "a path that matches a pattern";
        }
        return route.isExactPath() ? route.getPath() : route.getPath() + "*";
    }
}
