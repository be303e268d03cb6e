package dev.usher.adapters.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.Set;

/** In which form a client is told what went wrong: that of the dialect its path belongs to, else the native one. */
final class ErrorForms {
    private final Set<ErrorForm> dialects;

    @Inject
    ErrorForms(Set<ErrorForm> dialects) {
        this.dialects = Set.copyOf(dialects);
    }

    /** Chooses the form of every request that comes to a route; to be mounted before any of these. */
    void mount(Router router) {
        dialects.forEach(form -> router.route(form.root() + "/*").handler(context -> {
            form.speakTo(context);
            context.next();
        }));
    }

    /** The form of a request that comes to none. */
    ErrorForm of(HttpServerRequest request) {
        String path = request.path();
        return dialects.stream()
                .filter(form -> path.equals(form.root()) || path.startsWith(form.root() + "/"))
                .findFirst()
                .orElse(ErrorForm.NATIVE);
    }
}
