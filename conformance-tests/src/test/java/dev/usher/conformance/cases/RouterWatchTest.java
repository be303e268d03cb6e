package dev.usher.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However a route is made, it is seen, so that none can do without a row of the table of who may do what. */
class RouterWatchTest {
    private final Vertx vertx = Vertx.vertx();
    private final Router router = Router.router(vertx);

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void aRouteIsSeenByItsMethods() {
        router.get("/x").handler(context -> context.end());
        router.post("/x/:id").handler(context -> context.end());
        assertThat(RouterWatchModule.routes(router)).containsExactly("GET /x", "POST /x/:id");
    }

    @Test
    void aRouteWithoutMethodsIsSeen() {
        router.route("/x").handler(context -> context.end());
        router.route("/y/*").handler(context -> context.end());
        assertThat(RouterWatchModule.routes(router)).containsExactly("ANY /x", "ANY /y/*");
    }

    @Test
    void aRouteWithAPatternIsSeenBesideOthers() {
        router.getWithRegex("/z[0-9]").handler(context -> context.end());
        router.routeWithRegex("/x[0-9]").handler(context -> context.end());
        assertThat(RouterWatchModule.routes(router))
                .containsExactly("ANY a path that matches a pattern", "GET a path that matches a pattern");
    }

    @Test
    void aRouterBelowIsSeen() {
        Router below = Router.router(vertx);
        below.get("/x").handler(context -> context.end());
        router.route("/below/*").subRouter(below);
        router.get("/below/").handler(context -> context.end());
        assertThat(RouterWatchModule.routes(router)).containsExactly("ANY /below/*", "GET /below/");
    }

    @Test
    void whatTellsOfTheMethodsOfAPathIsNotSeen() {
        router.get("/x").handler(context -> context.end());
        router.post("/x/:id").handler(context -> context.end());
        router.route("/x")
                .handler(context -> context.response().setStatusCode(405).end());
        router.route("/x/:id")
                .handler(context -> context.response().setStatusCode(405).end());
        assertThat(RouterWatchModule.routes(router)).containsExactly("GET /x", "POST /x/:id");
    }

    @Test
    void whatEveryRequestPassesIsNotSeen() {
        router.route().handler(context -> context.next());
        assertThat(RouterWatchModule.routes(router)).isEmpty();
    }
}
